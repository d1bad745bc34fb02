import { defineFact } from "@/core/fact.ts";

type OfConversation = { conversationId: string; memberId: string };
/** `memberId` did it, to `otherId`; `seq` is its number in the log. */
type OfPerson = OfConversation & { otherId: string; seq: number };

/** `request` is 1 when it waits for a yes. */
export const conversationStarted = defineFact<OfConversation & { request: number }>({ name: "conversation.started" });
/** Silent: only the screens of her who refused move. */
export const messageRequestRefused = defineFact<OfConversation>({ name: "conversation.request-refused" });
export const personAdded = defineFact<OfPerson>({ name: "conversation.person-added" });
/** Her screens leave the room at once: `conversationChanged`, recorded with it, asks its gate again. */
export const personRemoved = defineFact<OfPerson>({ name: "conversation.person-removed" });
export const conversationLeft = defineFact<OfConversation & { seq: number }>({ name: "conversation.left" });
export const conversationNamed = defineFact<OfConversation & { seq: number }>({ name: "conversation.named" });
/** Silent: only her own screens move. */
export const conversationMuted = defineFact<OfConversation>({ name: "conversation.muted" });

export const conversationFacts = [
  conversationStarted,
  messageRequestRefused,
  personAdded,
  personRemoved,
  conversationLeft,
  conversationNamed,
  conversationMuted,
] as const;
