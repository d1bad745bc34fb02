import { z } from "zod";
import { MENTIONS_MAX } from "@/core/mentions.ts";
import { clientIdText, idText, isBlank, line, linksOf, prose } from "@/core/text.ts";
import { attachmentFields } from "./attachment.schema.ts";
import { BODY_MAX, LINKS_MAX } from "./message.rules.ts";

const words = prose(0, BODY_MAX)
  .transform((text) => (isBlank(text) ? "" : text))
  .refine((text) => linksOf(text) <= LINKS_MAX, `${LINKS_MAX} liens au plus.`);

/** The words of a message that has nothing else. */
export const messageWords = words.refine((text) => text !== "", "Il faut des mots.");

/** Somebody of the conversation, named in the words. */
const mention = z.strictObject({ id: idText, label: line(1, 80) });
export const mentions = z.array(mention).max(MENTIONS_MAX, `${MENTIONS_MAX} mentions au plus.`).default([]);

/** What a message holds. */
const content = { body: words.default(""), ...attachmentFields, mentions };

export const sendMessageInput = z
  .strictObject({ conversationId: idText, clientId: clientIdText, replyToId: idText.optional(), ...content })
  .refine(({ body, photoIds, fileIds }) => body !== "" || photoIds.length + fileIds.length > 0, {
    path: ["body"],
    message: "Il faut des mots, une photo ou un fichier.",
  });

export const editMessageInput = z.strictObject({ messageId: idText, body: messageWords, mentions });
export const ofMessageInput = z.strictObject({ messageId: idText });

const seq = z.number().int().min(0).max(2_147_483_647);
export const markReadInput = z.strictObject({ conversationId: idText, seq: seq.min(1) });

const asked = z.coerce.number().int().min(0).max(2_147_483_647);
/** What a screen that lost the thread asks: everything after the last number it has, and who these people are. */
export const catchUpInput = z.strictObject({ id: idText, apres: asked, vues: z.enum(["personnes"]).optional() });
/** Older ones: those before a number; newer ones: those after it. */
export const historyInput = z.strictObject({ id: idText, avant: asked.optional(), apres: asked.optional() });
