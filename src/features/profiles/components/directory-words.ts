import { paths } from "@/core/paths.ts";
import type { Band, DirectoryInput } from "../directory.schema.ts";

export const bandWords: Record<Band, string> = {
  5: "À moins de 5 km",
  10: "À moins de 10 km",
  20: "À moins de 20 km",
  50: "À moins de 50 km",
};

/** The address of a search: what is not asked is left out. */
export function directoryHref(asked: Partial<Record<keyof DirectoryInput, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, String(value));
  return search.size > 0 ? `${paths.directory}?${search}` : paths.directory;
}
