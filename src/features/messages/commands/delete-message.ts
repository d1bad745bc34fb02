import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { messageDeleted } from "../message.facts.ts";
import { ofMessageInput } from "../message.schema.ts";
import { canDeleteMessage } from "../writing.policy.ts";
import { dropAttachments } from "./drop-attachments.ts";
import { keepReported } from "./keep-reported.ts";
import { lockMessage } from "./lock-message.ts";
import { appendChange } from "./message-log.ts";
import { waitAnew } from "./wait-anew.ts";

/**
 * An author takes a message back, for all: a trace stays in its place; its words, photos and files are gone. While a
 * report of it waits, those who judge it, and they alone, still read it, with its photos and files.
 */
export const deleteMessage = command({
  name: "message.delete",
  input: ofMessageInput,
  subject: ({ tx, actor, input }) => lockMessage(tx, actor, input.messageId),
  policy: canDeleteMessage,
  async execute({ tx, actor, subject: { id, conversationId, seq }, record }) {
    const judged = await keepReported(tx, id);
    await emptyMessage(tx, id);
    if (!judged) await dropAttachments(tx, [id]);
    await waitAnew(tx, conversationId);
    const change = await appendChange(tx, conversationId, { kind: "deleted", byId: actor.id, messageId: id });
    record(messageDeleted({ conversationId, from: change, to: change, messageId: id }));
    return { conversationId, seq };
  },
});

/** Takes away all that a message holds; its number stays. */
async function emptyMessage(tx: Tx, id: string): Promise<void> {
  await tx.message.update({ where: { id }, data: { body: "", replyToId: null, deletedAt: clock.now() } });
  await tx.$executeRaw(sql`delete from message_mention where message_id = ${id}`);
}
