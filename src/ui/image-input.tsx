import type { ComponentProps } from "react";
import { PHOTO_KINDS } from "@/core/photo.ts";

/** Where a picture is chosen: what the doors take, and nothing else. */
export function ImageInput(props: Omit<ComponentProps<"input">, "type" | "accept" | "className">) {
  return (
    <input
      {...props}
      type="file"
      accept={PHOTO_KINDS}
      className="block w-full min-w-0 rounded-control border border-control bg-card text-note file:mr-3 file:min-h-11 file:cursor-pointer file:border-0 file:border-r file:border-line-strong file:bg-sunken file:px-4 file:font-[650] file:text-ink"
    />
  );
}
