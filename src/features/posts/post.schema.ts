import { z } from "zod";
import { MENTIONS_MAX, mentionKinds } from "@/core/mentions.ts";
import { clientIdText as clientId, idText, isBlank, line, linksOf, prose } from "@/core/text.ts";
import { isNothing, noMedia } from "./media.rules.ts";
import { mediaField } from "./photo.schema.ts";
import { audiences, BODY_MAX, COMMENT_MAX, LINKS_MAX, reactionKinds } from "./post.rules.ts";

const words = (max: number) =>
  prose(0, max)
    .transform((text) => (isBlank(text) ? "" : text))
    .refine((text) => linksOf(text) <= LINKS_MAX, `${LINKS_MAX} liens au plus.`);
const written = (max: number) => words(max).refine((text) => text !== "", "Il faut des mots.");

const mention = z.strictObject({ kind: z.enum(mentionKinds), id: idText, label: line(1, 80) });
const mentions = z.array(mention).max(MENTIONS_MAX, `${MENTIONS_MAX} mentions au plus.`).default([]);

const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal("").transform(() => null), z.null(), schema], "Vérifie ce champ.").default(null);
const ticked = z
  .union([z.boolean(), z.enum(["oui", "on", "non", ""]).transform((text) => text === "oui" || text === "on")])
  .default(false);

/** On the wall of a group, or (without one) on one's own profile, for an audience. */
export const createPostInput = z
  .strictObject({
    groupId: orNone(idText),
    audience: orNone(z.enum(audiences, "Choisis dans la liste.")),
    /** Everybody may read it, on the web: she agrees, the first time. */
    consent: ticked,
    adherentsOnly: ticked,
    body: words(BODY_MAX).default(""),
    mentions,
    sharedId: orNone(idText),
    media: mediaField.default(noMedia),
    clientId,
  })
  .refine(({ groupId, audience }) => (groupId === null) !== (audience === null), {
    path: ["audience"],
    message: "Choisis qui peut lire.",
  })
  .refine(({ groupId, adherentsOnly }) => groupId !== null || !adherentsOnly, {
    path: ["adherentsOnly"],
    message: "Vérifie ce champ.",
  })
  .refine(({ body, sharedId, media }) => body !== "" || sharedId !== null || !isNothing(media), {
    path: ["body"],
    message: "Il faut des mots.",
  });

/** Without `media`, what it shows beside its words stays. */
export const editPostInput = z.strictObject({
  postId: idText,
  body: words(BODY_MAX),
  mentions,
  media: mediaField.optional(),
});
export const ofPostInput = z.strictObject({ postId: idText });
export const reactToPostInput = z.strictObject({ postId: idText, kind: orNone(z.enum(reactionKinds)) });

export const commentPostInput = z.strictObject({ postId: idText, body: written(COMMENT_MAX), mentions, clientId });
export const editCommentInput = z.strictObject({ commentId: idText, body: written(COMMENT_MAX), mentions });
export const ofCommentInput = z.strictObject({ commentId: idText });
export const reactToCommentInput = z.strictObject({ commentId: idText, kind: orNone(z.enum(reactionKinds)) });

export const nothingInput = z.strictObject({});

/** Where a list goes on: when the last one shown was published (milliseconds), and its id. */
const cursor = z
  .string()
  .regex(/^\d{1,15}-[0-9a-hjkmnp-tv-z]{12}$/)
  .transform((text) => {
    const [at = "", id = ""] = text.split("-");
    return { at: new Date(Number(at)), id };
  })
  .nullable()
  .catch(null);
/** A page of a wall, of a profile, of the comments of a post. */
export const pageInput = z.object({ apres: cursor.default(null) });
export type Cursor = z.output<typeof cursor>;

/** Somebody's name, or a group's, as it is being typed. */
export const mentionableInput = z.object({ q: line(1, 60) });

/** The ids of the fact that a profile shows itself otherwise. */
export const followCardInput = z.strictObject({ memberId: idText });
