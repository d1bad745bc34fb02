// Somebody in a conversation of several adds people whom she writes to freely. They read from their arrival on.
import type { Actor } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { personAdded } from "../conversation.facts.ts";
import { canAdd, type Newcomer } from "../conversation.policy.ts";
import { addPeopleInput } from "../conversation.schema.ts";
import { changesOfAccount } from "../conversation-limit.rules.ts";
import { conversationChanged } from "../message.facts.ts";
import { areCoopains } from "../reach.policy.ts";
import { findPeople, lockAddressees, lockConversation, mayBeTogether } from "./lock-conversation.ts";
import { appendChange } from "./message-log.ts";

export const addPeople = command({
  name: "conversation.add-people",
  input: addPeopleInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input: { conversationId, memberIds } }) {
    const standing = await lockConversation(tx, actor, conversationId);
    const there = await findPeople(tx, conversationId);
    const asked = memberIds.filter((id) => !there.includes(id));
    const others = await findNewcomers(tx, actor, conversationId, asked);
    const together = await mayBeTogether(tx, [...there, ...asked]);
    return { standing, others, missing: others.length < asked.length, together };
  },
  policy: (actor, { standing, ...people }) => canAdd(actor, standing, people),
  async execute({ tx, actor, subject: { standing, others }, record }) {
    const [conversationId, me, now] = [standing.id, actor.id ?? "", clock.now()];
    for (const { id: memberId } of others) {
      const seq = await appendChange(tx, conversationId, { kind: "added", byId: me, memberId });
      const row = { fromSeq: seq - 1, joinedAt: now, addedById: me };
      await tx.participant.upsert({
        where: { conversationId_memberId: { conversationId, memberId } },
        create: { conversationId, memberId, ...row },
        update: { ...row, leftAt: null, mutedAt: null },
      });
      record(conversationChanged({ conversationId, from: seq, to: seq, change: "added" }));
      record(personAdded({ conversationId, memberId: me, otherId: memberId, seq }));
    }
    return { conversationId };
  },
});

/** Whom she would add, as she may write to them; and whether they left by themselves and are no coopains of hers. */
async function findNewcomers(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  ids: readonly string[],
): Promise<Newcomer[]> {
  const others = await lockAddressees(tx, actor, ids);
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    select p.member_id as id from participant p
    where p.conversation_id = ${conversationId} and p.member_id = any(${[...ids]}::text[]) and p.left_at is not null
      and not ${areCoopains(actor, sql`p.member_id`)}
      and (select h.kind from conversation_change h where h.conversation_id = p.conversation_id
        and h.member_id = p.member_id and h.kind in ('left', 'removed') order by h.seq desc limit 1) = 'left'`);
  const gone = new Set(rows.map(({ id }) => id));
  return others.map((one) => ({ ...one, gone: gone.has(one.id) }));
}
