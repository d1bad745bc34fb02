import type { ComponentProps } from "react";
import { paths } from "@/core/paths.ts";
import { Cover } from "@/ui/cover.tsx";

type Props = { event: { id: string; coverId: string | null } } & Omit<
  ComponentProps<typeof Cover>,
  "address" | "version"
>;

/** An event’s picture. Nothing when the event has none. */
export function EventCover({ event: { id, coverId }, ...rest }: Props) {
  return coverId && <Cover address={paths.api.eventCover(id)} version={coverId} {...rest} />;
}
