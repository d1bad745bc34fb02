import { z } from "zod";
import { clientIdText, idText, line } from "@/core/text.ts";
import { ADDED_MAX, NAME_MAX, PEOPLE_MAX } from "./conversation.rules.ts";
import { messageWords } from "./message.schema.ts";

const name = z.union([z.literal("").transform(() => ""), line(1, NAME_MAX)], "Vérifie ce champ.");

/** One of them or several, as a form sends them. */
const people = (max: number) =>
  z
    .union(
      [idText.transform((id) => [id]), z.array(idText).max(max, `${max} personnes au plus.`)],
      "Choisis à qui écrire.",
    )
    .transform((ids) => [...new Set(ids)])
    .refine((ids) => ids.length > 0, "Choisis à qui écrire.");

export const startConversationInput = z.strictObject({
  to: people(PEOPLE_MAX - 1),
  name: name.default(""),
  body: messageWords,
  clientId: clientIdText,
});
export const answerMessageRequestInput = z.strictObject({
  conversationId: idText,
  answer: z.enum(["accept", "refuse"], "Choisis dans la liste."),
});
export const addPeopleInput = z.strictObject({ conversationId: idText, memberIds: people(ADDED_MAX) });
export const removePersonInput = z.strictObject({ conversationId: idText, memberId: idText });
export const ofConversationInput = z.strictObject({ conversationId: idText });
export const nameConversationInput = z.strictObject({ conversationId: idText, name });
export const muteConversationInput = z.strictObject({
  conversationId: idText,
  muted: z.union([z.boolean(), z.enum(["oui", "non"]).transform((word) => word === "oui")], "Vérifie ce champ."),
});

/** Where a list goes on: the moment of the last one shown (milliseconds), and its id. */
const cursor = z
  .string()
  .regex(/^\d{1,14}-[0-9a-hjkmnp-tv-z]{12}$/)
  .transform((text) => {
    const [at = "", id = ""] = text.split("-");
    return { at: new Date(Number(at)), id };
  })
  .nullable()
  .catch(null);
export type Cursor = z.output<typeof cursor>;

export const boxes = ["toutes", "non-lues", "demandes"] as const;
export type Box = (typeof boxes)[number];
/** A page of one's conversations. Anything strange is the first page of all. */
export const listInput = z.object({
  cursor: cursor.default(null),
  box: z.enum(boxes).catch("toutes").default("toutes"),
});
/** Words to look for: those of at least two letters, four at most. */
export const searchInput = z.object({
  q: z
    .string()
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text))
    .transform((text) => text.normalize("NFC").trim().slice(0, 80))
    .catch(""),
  cursor: cursor.default(null),
  conversationId: idText.nullable().catch(null).default(null),
});
/** The ids of the fact that two members became coopains. */
export const ofPairInput = z.strictObject({ memberId: idText, otherId: idText });
