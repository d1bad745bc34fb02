import { z } from "zod";
import { isId } from "@/core/ids.ts";
import { type NoticeFamily, type NoticeKindId, noticeFamilies, noticeKindIds } from "@/core/notice-kinds.ts";

const id = z.string("Cette notification n’existe pas.").refine(isId, "Cette notification n’existe pas.");
const kind = z.enum(noticeKindIds as [NoticeKindId, ...NoticeKindId[]], "Ce sujet n’existe pas.");
const pace = z.enum(["now", "daily", "weekly", "never"], "Choisis un rythme.");
const topic = z.string("Ce sujet n’existe pas.").regex(/^[a-z]{1,20}:[0-9a-z]{12}$/, "Ce sujet n’existe pas.");

const word = (shape: RegExp) => z.string("Dis ce que tu as lu.").regex(shape, "Dis ce que tu as lu.");

/** The last moment that a database and a script both know: the year 9999. */
const LAST_MS = 253_402_300_799_999;
const families = Object.keys(noticeFamilies) as [NoticeFamily, ...NoticeFamily[]];

/** What the centre's address asks for; what makes no sense is left out. */
export const listInput = z.object({
  famille: z.enum(families).optional().catch(undefined),
  voir: z.enum(["non-lues"]).optional().catch(undefined),
  apres: z
    .string()
    .regex(/^[0-9a-z]{1,9}-[0-9a-hjkmnp-tv-z]{12}$/)
    .transform((text) => {
      const [at = "", id = ""] = text.split("-");
      return { at: new Date(Math.min(Number.parseInt(at, 36), LAST_MS)), id };
    })
    .optional()
    .catch(undefined),
});

/** How many of the latest; none: only the count. */
export const latestInput = z.object({
  nombre: z.coerce.number().int().min(0).max(20).catch(0),
});

/** Some of them, all of a family, all, or whatever is about one thing. */
export const readInput = z
  .strictObject({
    ids: z
      .array(id, "Dis ce que tu as lu.")
      .min(1, "Dis ce que tu as lu.")
      .max(100, "Cent à la fois, au plus.")
      .optional(),
    all: z.literal(true, "Dis ce que tu as lu.").optional(),
    family: z.enum(families, "Cette famille n’existe pas.").optional(),
    topic: topic.optional(),
    /** Whatever is about the thing of this id. */
    about: word(/^[0-9A-Za-z/-]{1,60}$/).optional(),
  })
  .refine(
    ({ ids, all, topic, about }) => [ids, all, topic, about].filter((one) => one !== undefined).length === 1,
    "Dis ce que tu as lu.",
  )
  .refine(({ all, family }) => family === undefined || all === true, "Dis ce que tu as lu.");

export const chooseInput = z.strictObject({
  choices: z
    .array(
      z.strictObject({ kind, inApp: z.boolean("Choisis oui ou non."), mail: pace }, "Ce choix n’est pas valable."),
      "Choisis au moins un sujet.",
    )
    .min(1, "Choisis au moins un sujet.")
    .max(noticeKindIds.length, "Un sujet est là deux fois.")
    .refine((all) => new Set(all.map((one) => one.kind)).size === all.length, "Un sujet est là deux fois."),
});

/** One kind, ended on both ways. */
export const endKindInput = z.strictObject({ kind });

/** All mails at once: at one pace, none at all, or as at first. */
export const paceInput = z.strictObject({ pace: z.enum(["weekly", "daily", "never", "first"], "Choisis un rythme.") });

export const topicInput = z.strictObject({ topic });

export const tokenInput = z.strictObject({
  token: z.string("Ce lien n’est pas valable.").max(64, "Ce lien n’est pas valable."),
});
