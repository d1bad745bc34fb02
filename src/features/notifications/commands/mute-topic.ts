// A member does not want to hear of a group, a debate or an event any more; and changes her mind.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { choices } from "../limit.rules.ts";
import { canBeTold } from "../notice.policy.ts";
import { topicInput } from "../notice.schema.ts";
import { visibleTopic } from "../topic.queries.ts";

async function requireTopic(tx: Tx, actor: Actor, topic: string): Promise<void> {
  const rows = await tx.$queryRaw<object[]>(visibleTopic(actor, topic));
  if (rows.length === 0) throw new AppError("not_found", "absent");
}

export const muteTopic = command({
  name: "notifications.mute",
  input: topicInput,
  limits: [choices],
  subject: ({ tx, actor, input }) => requireTopic(tx, actor, input.topic),
  policy: canBeTold,
  async execute({ tx, actor, input: { topic } }) {
    const data = [{ memberId: actor.id ?? "", topic, mutedAt: clock.now() }];
    await tx.topicMute.createMany({ data, skipDuplicates: true });
  },
});

export const unmuteTopic = command({
  name: "notifications.unmute",
  input: topicInput,
  limits: [choices],
  // Only her own row goes: nothing is told of what the topic is.
  subject: async () => null,
  policy: canBeTold,
  async execute({ tx, actor, input: { topic } }) {
    await tx.topicMute.deleteMany({ where: { memberId: actor.id ?? "", topic } });
  },
});
