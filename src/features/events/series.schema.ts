import { z } from "zod";
import { idText, line } from "@/core/text.ts";
import { repeats } from "./series.rules.ts";

const day = z.iso
  .date("Cette date n’est pas valable.")
  .refine((text) => text < "2100", "Cette date est trop lointaine.");

/** How an event comes back, as a form says it. */
export const repeatFields = {
  repeat: z.enum(repeats, "Choisis à quel rythme."),
  /** The last day, included; empty: until somebody ends it. */
  until: z
    .union([z.literal(""), day], "Cette date n’est pas valable.")
    .default("")
    .transform((text) => text || null),
  skipHolidays: z
    .enum(["oui"], "Coche la case, ou laisse-la vide.")
    .optional()
    .transform((value) => value === "oui"),
};
export type RepeatFields = z.output<z.ZodObject<typeof repeatFields>>;

/** What an edit of an occurrence changes: it alone, it and those after it, all that are to come. */
export const spreads = ["one", "next", "all"] as const;
export type Spread = (typeof spreads)[number];

export const repeatEventInput = z.strictObject({ eventId: idText, ...repeatFields });
export const changeRuleInput = z.strictObject({
  eventId: idText,
  ...repeatFields,
  spread: z.enum(["next", "all"], "Choisis à quelles dates."),
});
export const endSeriesInput = z.strictObject({ eventId: idText, reason: line(3, 500) });
export const extendSeriesInput = z.strictObject({ seriesId: idText });
