import { z } from "zod";
import { feedFilters } from "./feed.rules.ts";

/** The last moment that a database and a script both know: the year 9999. */
const LAST_MS = 253_402_300_799_999;
const moment = (text: string): Date => new Date(Math.min(Number.parseInt(text, 36), LAST_MS));

/** A point of the feed as an address writes it: a moment and (the beginning of) an id. */
const point = z
  .string()
  .regex(/^[0-9a-z]{1,9}-[0-9a-z]{0,12}$/)
  .transform((text) => {
    const [at = "", id = ""] = text.split("-");
    return { at: moment(at), id };
  });

/** What the feed's address asks for; what makes no sense is left out. */
export const feedInput = z.object({
  fil: z.enum(feedFilters).catch("tout"),
  apres: point.optional().catch(undefined),
  depuis: z
    .string()
    .regex(/^[0-9a-z]{1,9}$/)
    .transform(moment)
    .optional()
    .catch(undefined),
});

/** Whether there is something newer than this. */
export const newsInput = z.object({ fil: z.enum(feedFilters).catch("tout"), depuis: point });

export const markReadInput = z.strictObject({
  /** When the newest thing that she has seen was published, ms. */
  readAt: z.number("Ce moment n’est pas valable.").int().min(0).max(LAST_MS),
});
