// Who began a conversation of several takes somebody out of it. That one reads nothing of it any more.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { personRemoved } from "../conversation.facts.ts";
import { canRemove } from "../conversation.policy.ts";
import { removePersonInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { conversationChanged } from "../message.facts.ts";
import { absent, findPeople, lockConversation } from "./lock-conversation.ts";
import { appendChange } from "./message-log.ts";

export const removePerson = command({
  name: "conversation.remove-person",
  input: removePersonInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input: { conversationId, memberId } }) {
    const standing = await lockConversation(tx, actor, conversationId);
    if (standing.kind === "several" && !(await findPeople(tx, conversationId)).includes(memberId)) throw absent();
    return standing;
  },
  policy: (actor, standing, { memberId }) => canRemove(actor, standing, memberId),
  async execute({ tx, actor, input: { conversationId, memberId: otherId }, record }) {
    const me = actor.id ?? "";
    const seq = await appendChange(tx, conversationId, { kind: "removed", byId: me, memberId: otherId });
    await tx.participant.update({
      where: { conversationId_memberId: { conversationId, memberId: otherId } },
      data: { leftAt: clock.now() },
    });
    record(conversationChanged({ conversationId, from: seq, to: seq, change: "removed" }));
    record(personRemoved({ conversationId, memberId: me, otherId, seq }));
    return { conversationId };
  },
});
