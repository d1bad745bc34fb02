import type { FileKind } from "@/core/file-kinds.ts";
import type { IconName } from "./icons.tsx";

/** The sign of each kind of file. */
export const fileIcons: Record<FileKind, IconName> = {
  image: "eye",
  pdf: "leaflet",
  document: "leaflet",
  sheet: "book",
  slides: "poster",
};
