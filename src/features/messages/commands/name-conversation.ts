// Somebody in a conversation of several names it, or takes its name away.
import { command } from "@/platform/command.ts";
import { conversationNamed } from "../conversation.facts.ts";
import { canTendTo } from "../conversation.policy.ts";
import { nameConversationInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { conversationChanged } from "../message.facts.ts";
import { lockConversation } from "./lock-conversation.ts";
import { appendChange } from "./message-log.ts";

export const nameConversation = command({
  name: "conversation.name",
  input: nameConversationInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockConversation(tx, actor, input.conversationId),
  policy: canTendTo,
  async execute({ tx, actor, input: { conversationId, name }, record }) {
    const me = actor.id ?? "";
    const { count } = await tx.conversation.updateMany({
      where: { id: conversationId, name: { not: name } },
      data: { name },
    });
    if (count === 0) return { conversationId };
    const seq = await appendChange(tx, conversationId, { kind: "named", byId: me, words: name });
    record(conversationChanged({ conversationId, from: seq, to: seq, change: "named" }));
    record(conversationNamed({ conversationId, memberId: me, seq }));
    return { conversationId };
  },
});
