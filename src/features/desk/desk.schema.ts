import { z } from "zod";
import { idText, line, prose } from "@/core/text.ts";
import { sectionIdText } from "@/features/sections/index.ts";
import { ANSWER_MAX, WELCOME_MAX } from "./desk.rules.ts";

const CHOOSE = "Choisis quelqu’un de la section.";

export const assignInput = z.strictObject({
  memberId: idText,
  pointPersonId: idText.or(z.literal("").transform(() => "")).pipe(z.string().min(1, CHOOSE)),
  /** Who looked after her on the screen: if it is another one by now, nothing changes. */
  insteadOf: z.union([idText, z.literal("")]).default(""),
});
export const writeWelcomeInput = z.strictObject({ memberId: idText, words: prose(10, WELCOME_MAX) });
export const ofMemberInput = z.strictObject({ memberId: idText });
export const declineInput = z.strictObject({ memberId: idText, words: prose(0, ANSWER_MAX).default("") });

/** What was recorded, as the jobs that follow facts bring it back. */
export const movedInput = z.strictObject({
  memberId: idText,
  fromSectionId: sectionIdText,
  toSectionId: sectionIdText,
});

/** A piece of a name, as the desk's search takes it; null when there is nothing to search. */
export const nameSearched = line(2, 80).nullable().catch(null);

/** Where a page of members begins: after a moment in milliseconds and an id. */
export const cursorInput = z
  .string()
  .regex(/^\d{1,15}-[0-9a-hjkmnp-tv-z]{12}$/)
  .transform((text) => {
    const [at, id = ""] = text.split("-");
    return { at: new Date(Number(at)), id };
  })
  .nullable()
  .catch(null);

/** The same among newcomers, those who were written to after the others: "0-…" and then "1-…". */
export const newcomerCursorInput = z
  .string()
  .regex(/^[01]-\d{1,15}-[0-9a-hjkmnp-tv-z]{12}$/)
  .transform((text) => {
    const [written, at, id = ""] = text.split("-");
    return { written: written === "1", at: new Date(Number(at)), id };
  })
  .nullable()
  .catch(null);

/** Where each list of a desk begins, and the name that is looked for. Each list reads its own. */
export const deskSearch = z
  .object({
    nouveaux: z.unknown(),
    adherents: z.unknown(),
    membres: z.unknown(),
    responsabilites: z.unknown(),
    nom: z.unknown(),
  })
  .partial();
