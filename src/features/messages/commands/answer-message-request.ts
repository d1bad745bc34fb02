// A member says yes or no to a first message. A no is silent: who asked still reads "sent".
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { messageRequestRefused } from "../conversation.facts.ts";
import { canAnswerRequest } from "../conversation.policy.ts";
import { answerMessageRequestInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { requestAccepted } from "../message.facts.ts";
import { lockConversation } from "./lock-conversation.ts";

export const answerMessageRequest = command({
  name: "conversation.answer-request",
  input: answerMessageRequestInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockConversation(tx, actor, input.conversationId),
  policy: (actor, standing, { answer }) => canAnswerRequest(actor, standing, answer),
  async execute({ tx, actor, subject: { id: conversationId, asked }, input: { answer }, record }) {
    const [now, memberId] = [clock.now(), actor.id ?? ""];
    if (!asked) return { conversationId };
    if (answer === "accept" && !asked.accepted) {
      await tx.conversationRequest.update({ where: { conversationId }, data: { acceptedAt: now, refusedAt: null } });
      record(requestAccepted({ conversationId, fromId: asked.fromId, toId: memberId }));
    }
    if (answer === "refuse" && !asked.refused) {
      await tx.conversationRequest.update({ where: { conversationId }, data: { refusedAt: now } });
      record(messageRequestRefused({ conversationId, memberId }));
    }
    return { conversationId };
  },
});
