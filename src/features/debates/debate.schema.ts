import { z } from "zod";
import { clientIdText as clientId, idText, isBlank, line, linksOf, prose } from "@/core/text.ts";

export const sides = ["pour", "contre", "neutre"] as const;
export const voteValues = ["agree", "disagree", "pass"] as const;
export const debateAudiences = ["open", "members", "adherents"] as const;
/** How an order is called in a URL. */
const orders = { recentes: "newest", partagees: "agreed", debattues: "divided", "a-voter": "awaiting" } as const;
type OrderName = keyof typeof orders;

const LINKS_MAX = 5;
// The database counts characters, not UTF-16 units: ten halves of five emoji are not ten characters.
const body = prose(10, 2000)
  .refine((text) => [...text].length >= 10, "Il faut au moins 10 caractères.")
  .refine((text) => !isBlank(text), "Il faut des mots.")
  .refine((text) => linksOf(text) <= LINKS_MAX, `${LINKS_MAX} liens au plus.`);

/** A contribution takes a side; a reply answers a contribution. */
export const contributeInput = z
  .strictObject({
    debateId: idText,
    clientId,
    side: z.enum(sides, "Choisis « pour » ou « contre ».").optional(),
    parentId: idText.optional(),
    body,
  })
  .refine(({ side, parentId }) => side !== undefined || parentId !== undefined, {
    path: ["side"],
    message: "Choisis « pour » ou « contre ».",
  })
  .refine(({ side, parentId }) => side === undefined || parentId === undefined, {
    path: ["side"],
    message: "Une réponse n’a pas de côté.",
  });

export const editContributionInput = z.strictObject({ contributionId: idText, body });

export const castVoteInput = z.strictObject({
  contributionId: idText,
  value: z.enum(voteValues, "Choisis une réponse."),
});

const moment = z.union(
  [z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
  "Cette date n’est pas valable.",
);
/** A date that may be left out: null or an empty field. */
const optionalMoment = z.union([z.literal("").transform(() => null), z.null(), moment]).default(null);

const dates = { opensAt: moment, debateAt: optionalMoment, voteAt: optionalMoment, closesAt: moment };
type Dates = { opensAt: Date; debateAt: Date | null; voteAt: Date | null; closesAt: Date };

/** Each phase begins after the one before; says which date does not. */
function inOrder({ value, issues }: z.core.ParsePayload<Dates>): void {
  const { opensAt, debateAt, voteAt, closesAt } = value;
  const say = (path: keyof Dates, message: string) =>
    issues.push({ code: "custom", input: value, path: [path], message });
  if (closesAt <= opensAt) say("closesAt", "La fin vient après le début.");
  if (debateAt && (debateAt < opensAt || debateAt > closesAt))
    say("debateAt", "Le débat commence entre l’ouverture et la fin.");
  if (voteAt && (voteAt < (debateAt ?? opensAt) || voteAt > closesAt))
    say("voteAt", "Le vote commence après le débat et avant la fin.");
}

const question = line(10, 160);
const framing = prose(0, 2000);

export const openDebateInput = z
  .strictObject({
    question,
    framing,
    scope: z.string().regex(/^national(\/[\w-]{1,20}){0,2}$/, "Ce territoire n’existe pas."),
    audience: z.enum(debateAudiences, "Choisis à qui s’adresse le débat."),
    ...dates,
  })
  .check(inOrder);

export const reframeDebateInput = z.strictObject({ debateId: idText, question, framing });
export const rescheduleDebateInput = z.strictObject({ debateId: idText, ...dates }).check(inOrder);

/** Forward to a later phase. */
export const movePhaseInput = z.strictObject({
  debateId: idText,
  to: z.enum(["ideas", "debate", "vote", "synthesis", "closed"], "Choisis une étape."),
});

/** Back one step. `until`: when the reopened phase ends by itself; needed where participation reopens. */
export const reopenPhaseInput = z.strictObject({ debateId: idText, reason: line(5, 500), until: optionalMoment });

export const publishSynthesisInput = z.strictObject({ debateId: idText, body: prose(10, 20_000) });

export const hostInput = z.strictObject({ debateId: idText, memberId: idText });
export const followInput = z.strictObject({ debateId: idText });

/** What is looked for, without what is in no name and what the database takes for no text. */
const searched = (text: string) => text.replace(/\p{C}/gu, " ").trim();

/** Whom to make a host of: a part of a name. */
export const hostCandidatesInput = z.strictObject({
  id: idText,
  q: z.string().max(80).default("").transform(searched),
});

const seq = z.coerce.number().int().min(1).max(2_147_483_647);

/** What a screen that lost the thread asks: everything after the last number it has, and the tallies of what it shows. */
export const catchUpInput = z.strictObject({
  id: idText,
  apres: z.coerce.number().int().min(0).max(2_147_483_647),
  vues: z
    .string()
    .regex(/^\d{1,9}(,\d{1,9}){0,199}$/)
    .transform((list) => list.split(",").map(Number))
    .optional(),
});

/** In what order a page is read, and after which contribution each of its sides begins; anything else is its beginning. */
export const pageInput = z.object({
  ordre: z
    .enum(Object.keys(orders) as [OrderName])
    .catch("recentes")
    .transform((name) => orders[name]),
  pour: seq.optional().catch(undefined),
  contre: seq.optional().catch(undefined),
  neutre: seq.optional().catch(undefined),
});

export type DebatePageInput = z.output<typeof pageInput>;

/** A contribution in its debate, and after which reply its page begins. */
export const threadInput = z.object({ id: idText, seq, apres: seq.optional().catch(undefined) });

/** Which debates a list shows, and after which one it begins. */
export const listInput = z.object({
  voir: z.enum(["tous", "miens", "section", "federation", "national"]).catch("tous"),
  statut: z.enum(["en-cours", "a-venir", "clos"]).optional().catch(undefined),
  apres: idText.optional().catch(undefined),
});

export type DebateListInput = z.output<typeof listInput>;
