// Somebody leaves a conversation of several: it is no longer hers to read.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { conversationLeft } from "../conversation.facts.ts";
import { canTendTo } from "../conversation.policy.ts";
import { ofConversationInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { conversationChanged } from "../message.facts.ts";
import { lockConversation } from "./lock-conversation.ts";
import { appendChange } from "./message-log.ts";
import { passOn } from "./pass-on.ts";

export const leaveConversation = command({
  name: "conversation.leave",
  input: ofConversationInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockConversation(tx, actor, input.conversationId),
  policy: canTendTo,
  async execute({ tx, actor, subject: { id: conversationId }, record }) {
    const memberId = actor.id ?? "";
    const seq = await appendChange(tx, conversationId, { kind: "left", byId: memberId, memberId });
    await tx.participant.update({
      where: { conversationId_memberId: { conversationId, memberId } },
      data: { leftAt: clock.now() },
    });
    await passOn(tx, memberId, conversationId);
    record(conversationChanged({ conversationId, from: seq, to: seq, change: "left" }));
    record(conversationLeft({ conversationId, memberId, seq }));
  },
});
