import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { conversationMuted } from "../conversation.facts.ts";
import { canMute } from "../conversation.policy.ts";
import { muteConversationInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { topicOf } from "../message.rules.ts";
import { lockConversation } from "./lock-conversation.ts";

/** A member mutes a conversation, or hears it again. Nobody else knows. */
export const muteConversation = command({
  name: "conversation.mute",
  input: muteConversationInput,
  limits: [changesOfAccount],
  subject: ({ tx, actor, input }) => lockConversation(tx, actor, input.conversationId),
  policy: canMute,
  async execute({ tx, actor, input: { conversationId, muted }, subject: { takes_part: inside }, record }) {
    const one = { conversationId, memberId: actor.id ?? "", muted };
    const count = inside ? await muteAsOneOfThem(tx, one) : await muteAsAnswering(tx, one);
    if (count > 0) record(conversationMuted({ conversationId, memberId: one.memberId }));
    return { conversationId, muted };
  },
});

type Muting = { conversationId: string; memberId: string; muted: boolean };

async function muteAsOneOfThem(tx: Tx, { conversationId, memberId, muted }: Muting): Promise<number> {
  const { count } = await tx.participant.updateMany({
    where: { conversationId, memberId, mutedAt: muted ? null : { not: null } },
    data: { mutedAt: muted ? clock.now() : null },
  });
  return count;
}

/** Who answers for a place has no row in the conversation: it is muted as a topic, and what is told asks for that. */
async function muteAsAnswering(tx: Tx, { conversationId, memberId, muted }: Muting): Promise<number> {
  const one = { memberId, topic: topicOf(conversationId) };
  const { count } = muted
    ? await tx.topicMute.createMany({ data: [{ ...one, mutedAt: clock.now() }], skipDuplicates: true })
    : await tx.topicMute.deleteMany({ where: one });
  return count;
}
