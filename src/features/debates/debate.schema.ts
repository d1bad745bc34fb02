import { z } from "zod";
import { idText, line, prose } from "@/core/text.ts";

export const sides = ["pour", "contre"] as const;
export const voteValues = ["agree", "disagree", "pass"] as const;
export const debateAudiences = ["open", "members", "adherents"] as const;

/** The browser's own id of what it sends: sending twice writes once. */
const clientId = z.uuid("Recharge la page et réessaie.").transform((text) => text.toLowerCase());

const moment = z.union(
  [z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
  "Cette date n’est pas valable.",
);

export const contributeInput = z.strictObject({
  debateId: idText,
  clientId,
  side: z.enum(sides, "Choisis « pour » ou « contre »."),
  // The database counts characters, not UTF-16 units: ten halves of five emoji are not ten characters.
  body: prose(10, 2000).refine((text) => [...text].length >= 10, "Il faut au moins 10 caractères."),
});

export const castVoteInput = z.strictObject({
  contributionId: idText,
  value: z.enum(voteValues, "Choisis une réponse."),
});

export const openDebateInput = z
  .strictObject({
    question: line(10, 160),
    framing: prose(0, 2000),
    scope: z.string().regex(/^national(\/[\w-]{1,20}){0,2}$/, "Ce territoire n’existe pas."),
    audience: z.enum(debateAudiences, "Choisis à qui s’adresse le débat."),
    opensAt: moment,
    closesAt: moment,
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ["closesAt"],
    message: "La fin vient après le début.",
  });

/** What a screen that lost the thread asks: everything after the last number it has. */
export const catchUpInput = z.strictObject({
  id: idText,
  apres: z.coerce.number().int().min(0).max(2_147_483_647),
});

/** Where a column of an older page begins; anything else is the newest page. */
export const pageInput = z.object({
  pour: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
  contre: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined),
});

export type DebatePageInput = z.output<typeof pageInput>;
