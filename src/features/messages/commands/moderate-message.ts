import type { Actor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { hasPart, MESSAGE_JUDGES } from "../attachment.policy.ts";
import { messageHidden, messageShown } from "../message.facts.ts";
import { findReportedMessage, listReportedMessages, readReportedMessage } from "../reported-message.queries.ts";
import { appendChange, lockConversations } from "./message-log.ts";
import { setBroadcastHidden } from "./moderate-broadcast.ts";
import { waitAnew } from "./wait-anew.ts";

/**
 * Hides a message or shows it again, for a decision whose policy is the caller's: those in the conversation see it at once.
 * Of a broadcast, in all its copies.
 */
async function setHidden(
  tx: Tx,
  { objectId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const select = { conversationId: true, broadcastId: true };
  const found = await tx.message.findUnique({ where: { id: objectId }, select });
  if (!found) return null;
  const { conversationId, broadcastId } = found;
  if (broadcastId) return setBroadcastHidden(tx, { id: objectId, conversationId, broadcastId }, hidden);
  await lockConversations(tx, { memberIds: [], ids: [conversationId] });
  const { count } = await tx.message.updateMany({
    where: { id: objectId, hiddenAt: hidden ? null : { not: null } },
    data: { hiddenAt: hidden ? clock.now() : null },
  });
  if (count === 0) return null;
  await waitAnew(tx, conversationId);
  // Who decided is not said: those in the conversation read that it was moderation.
  const kind = hidden ? "hidden" : "shown";
  const seq = await appendChange(tx, conversationId, { kind, byId: null, messageId: objectId });
  const ids = { conversationId, messageId: objectId, from: seq, to: seq };
  return hidden ? messageHidden(ids) : messageShown(ids);
}

/** Whether the actor is, or was, of the conversation whose message a case `k` is about. */
const ofHers = (
  actor: Actor,
): Sql => sql`exists (select 1 from message x join conversation v on v.id = x.conversation_id
  where x.id = k.object_id and ${hasPart(actor)})`;

/** What messages offer to moderation. The moderators of the whole country decide, and nobody because of a place. */
export const messageReports = {
  kind: "message",
  title: "Signaler un message",
  sequel:
    "Une personne de la modération lira ce message, les trois d’avant et les trois d’après, et rien d’autre de la conversation. Sa lecture sera notée dans la conversation. Nous ne dirons pas qui a signalé ; à deux, cela se devine. Nous t’écrirons ce qui a été décidé, et pourquoi.",
  find: findReportedMessage,
  list: listReportedMessages,
  read: readReportedMessage,
  table: sql`message`,
  authorOfCase: sql`(select x.author_id from message x where x.id = k.object_id)`,
  judges: MESSAGE_JUDGES,
  standsFor: ofHers,
  decidedBy: () => sql`false`,
  decidesSomewhere: () => sql`false`,
  setHidden,
} as const;
