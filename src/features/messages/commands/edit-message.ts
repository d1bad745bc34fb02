import { refuse } from "@/core/decision.ts";
import { clock } from "@/platform/clock.ts";
import { command, enforce } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { messageEdited } from "../message.facts.ts";
import { editMessageInput } from "../message.schema.ts";
import { canEditMessage } from "../writing.policy.ts";
import { keepReported } from "./keep-reported.ts";
import { lockMessage } from "./lock-message.ts";
import { namedIn } from "./mentioned.ts";
import { appendChange } from "./message-log.ts";
import { isHeld } from "./same-text.ts";

/** An author mends her words in the quarter of an hour that follows; the message says that it was. */
export const editMessage = command({
  name: "message.edit",
  input: editMessageInput,
  limits: [{ rule: { name: "message.edit", points: 30, seconds: 600 }, by: "account" }],
  subject: ({ tx, actor, input }) => lockMessage(tx, actor, input.messageId),
  policy: (actor, message) => canEditMessage(actor, message, clock.now()),
  async execute({ tx, actor, input: { body, mentions }, subject: { id, conversationId, ...message }, record }) {
    if (body === message.body) return { conversationId, seq: message.seq };
    if (await isHeld(tx, { authorId: actor.id ?? "", conversationId, body }))
      enforce(refuse("same_text_to_many", "conflict"));
    const [named = []] = await namedIn(tx, [{ actor, input: { conversationId, body, mentions } }]);
    await keepReported(tx, id);
    await tx.message.update({ where: { id }, data: { body, editedAt: clock.now() } });
    await tx.$executeRaw(sql`delete from message_mention where message_id = ${id}`);
    if (named.length > 0)
      await tx.messageMention.createMany({
        data: named.map(({ id: memberId, label }) => ({ messageId: id, memberId, label })),
      });
    const change = await appendChange(tx, conversationId, { kind: "edited", byId: actor.id, messageId: id });
    record(messageEdited({ conversationId, from: change, to: change, messageId: id }));
    return { conversationId, seq: message.seq };
  },
});
