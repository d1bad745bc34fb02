import { paths } from "@/core/paths.ts";
import { sql } from "@/platform/db/client.ts";

/** What a section's URL is made of. */
export type SectionAddress = { name: string; slug: string; federation_slug: string; federation_name: string };
/** The columns of it, for a section `s` and its federation `f`. */
export const addressColumns = sql`s.name, s.slug, f.slug as federation_slug, f.name as federation_name`;
/** The page of a section. */
export const hrefOf = ({ slug, federation_slug }: SectionAddress) =>
  paths.section({ slug, federation: { slug: federation_slug } });
