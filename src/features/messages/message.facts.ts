import { defineFact } from "@/core/fact.ts";
import type { ConversationChangeKind } from "./message.views.ts";

type OfConversation = { conversationId: string };
/** Which numbers of a conversation's log were written: screens are shown what they hold. */
export type LogIds = OfConversation & { from: number; to: number };
type OfMessage = LogIds & { messageId: string };

/** Who is in it, or what each may see of the others, is no longer what it was. */
const regate = ({ conversationId }: OfConversation) => [`conversation:${conversationId}`];

/** Messages took their numbers. */
export const messagesSent = defineFact<LogIds>({ name: "message.sent" });
export const messageEdited = defineFact<OfMessage>({ name: "message.edited" });
/** By its author, for all: its words, photos and files are gone. */
export const messageDeleted = defineFact<OfMessage>({ name: "message.deleted" });
/** By moderation: its words are no longer served. */
export const messageHidden = defineFact<OfMessage>({ name: "message.hidden" });
export const messageShown = defineFact<OfMessage>({ name: "message.shown" });
/** A name, a coming or a going, whose task it is. */
export const conversationChanged = defineFact<LogIds & { change: ConversationChangeKind }>({
  name: "message.conversation-changed",
  regate: (ids) => (ids.change === "named" || ids.change === "assigned" ? [] : regate(ids)),
});
/** She to whom a stranger wrote said yes, by a word or by answering. */
export const requestAccepted = defineFact<OfConversation & { fromId: string; toId: string }>({
  name: "message.request-accepted",
  regate,
});

/** Those that hold numbers of the log. */
export const logFacts = [
  messagesSent,
  messageEdited,
  messageDeleted,
  messageHidden,
  messageShown,
  conversationChanged,
] as const;

export const messageFacts = [...logFacts, requestAccepted] as const;
