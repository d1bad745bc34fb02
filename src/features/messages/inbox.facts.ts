import { defineFact } from "@/core/fact.ts";

/** A member wrote to a place for the first time: their conversation is there. */
export const inboxOpened = defineFact<{ conversationId: string; memberId: string; scope: string }>({
  name: "inbox.opened",
});
/** `assigneeId` looks after it from now on; "" for nobody any more. `byId` is "" when the clock did it. */
export const inboxAssigned = defineFact<{ conversationId: string; assigneeId: string; byId: string; scope: string }>({
  name: "inbox.assigned",
});
export const broadcastSent = defineFact<{ broadcastId: string; scope: string }>({ name: "broadcast.sent" });
/** It reached the members after one id, up to another, in the order of their ids. */
export const broadcastCarried = defineFact<{ broadcastId: string; from: string; to: string }>({
  name: "broadcast.carried",
});
/**
 * Its copies are hidden, or shown again, with the members after one id, up to another; `messageId` is the reported copy, ""
 * where it is none of those that this fact is about.
 */
export const broadcastModerated = defineFact<{ broadcastId: string; messageId: string; from: string; to: string }>({
  name: "broadcast.moderated",
});
export const broadcastOpposed = defineFact<{ memberId: string; scope: string }>({ name: "broadcast.opposed" });

export const inboxFacts = [
  inboxOpened,
  inboxAssigned,
  broadcastSent,
  broadcastCarried,
  broadcastModerated,
  broadcastOpposed,
] as const;
