// A member mutes a conversation, or hears it again. Nobody else knows.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { conversationMuted } from "../conversation.facts.ts";
import { canMute } from "../conversation.policy.ts";
import { muteConversationInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { lockConversation } from "./lock-conversation.ts";

export const muteConversation = command({
  name: "conversation.mute",
  input: muteConversationInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockConversation(tx, actor, input.conversationId),
  policy: canMute,
  async execute({ tx, actor, input: { conversationId, muted }, record }) {
    const memberId = actor.id ?? "";
    const { count } = await tx.participant.updateMany({
      where: { conversationId, memberId, mutedAt: muted ? null : { not: null } },
      data: { mutedAt: muted ? clock.now() : null },
    });
    if (count > 0) record(conversationMuted({ conversationId, memberId }));
    return { conversationId, muted };
  },
});
