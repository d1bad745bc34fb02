import { z } from "zod";
import { idText, line } from "@/core/text.ts";

/** How far "near me" goes, in km. Results tell one of these, never a distance. */
export const bands = [5, 10, 20, 50] as const;
export type Band = (typeof bands)[number];

/** From how many letters on a name is looked for. */
export const LEAST = 2;

const words = line(1, 80).optional().catch(undefined);

/** What the directory's address asks for; what makes no sense is left out, and the page says so. */
export const directoryInput = z.object({
  /** A name, or the beginning of some of its words. */
  q: words,
  /** A section by its id, or by the name or postal code of one of its communes. */
  section: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,20}$/)
    .optional()
    .catch(undefined),
  lieu: words,
  competence: words,
  interet: words,
  distance: z
    .enum(bands.map(String))
    .transform((km) => Number(km) as Band)
    .optional()
    .catch(undefined),
  apres: idText.optional().catch(undefined),
});
export type DirectoryInput = z.output<typeof directoryInput>;

/** A name that is being typed. */
export const typeaheadInput = z.strictObject({ q: line(LEAST, 80) });
