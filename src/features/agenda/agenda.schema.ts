import { z } from "zod";
import { line } from "@/core/text.ts";
import { type AgendaReach, agendaShapes, kindOfSlug, lists, reaches } from "./agenda.rules.ts";

const isDay = (text: string) => {
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
/** A calendar day of our times: what stands elsewhere would only make the database look for nothing. */
const day = z
  .string()
  .regex(/^20\d\d-\d\d-\d\d$/)
  .refine(isDay)
  .optional()
  .catch(undefined);

/** A place in a list: a moment and (the beginning of) the id after which the next page begins. */
const cursor = z
  .string()
  .regex(/^[0-9a-z]{1,9}-[0-9a-hjkmnp-tv-z]{0,12}$/)
  .transform((text) => {
    const [at = "", id = ""] = text.split("-");
    return { at: new Date(Number.parseInt(at, 36)), id };
  })
  .optional()
  .catch(undefined);
export type Cursor = NonNullable<z.output<typeof cursor>>;

/** A cursor as an address writes it. */
export const cursorText = ({ at, id }: Cursor): string => `${at.getTime().toString(36)}-${id}`;

/** What the agenda's address asks for; what makes no sense is left out. */
export const agendaInput = z.object({
  voir: z.enum(lists).optional().catch(undefined),
  vue: z.enum(agendaShapes).catch("liste"),
  genre: z
    .string()
    .transform((slug) => kindOfSlug(slug))
    .optional()
    .catch(undefined),
  manque: z
    .literal("oui")
    .transform(() => true)
    .optional()
    .catch(undefined),
  lieu: line(1, 80).optional().catch(undefined),
  distance: z
    .enum(reaches.map(String))
    .transform((km) => Number(km) as AgendaReach)
    .optional()
    .catch(undefined),
  du: day,
  au: day,
  jour: day,
  apres: cursor,
});
export type AgendaInput = z.output<typeof agendaInput>;
