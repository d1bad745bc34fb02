import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { CARRIED_AT_ONCE } from "../broadcast.rules.ts";
import { ofBroadcastInput } from "../broadcast.schema.ts";
import { broadcastCarried } from "../inbox.facts.ts";
import { answersThere, byTheSystem, receivesBroadcast } from "../inbox.policy.ts";

type Carried = {
  id: string;
  scope: string;
  authorId: string | null;
  words: string;
  adherentsOnly: boolean;
  carriedTo: string;
};

/**
 * Carries a broadcast to the next members, in the order of their ids: each gets it in her own conversation with the place.
 * How far it went is written in the same transaction: whoever begins again after a crash goes on from there. It ends where
 * it is once its author may no longer write there: suspended, gone, or without a mandate over the place. What arrived stays.
 */
export const carryBroadcast = command({
  name: "broadcast.carry",
  input: ofBroadcastInput,
  async subject({ tx, input: { broadcastId } }) {
    const [row] = await tx.$queryRaw<(Carried & { doneAt: Date | null })[]>(sql`
      select id, scope, author_id as "authorId", words, adherents_only as "adherentsOnly", carried_to as "carriedTo",
        done_at as "doneAt" from broadcast where id = ${broadcastId} for update`);
    if (!row) throw new AppError("not_found", "absent");
    return row;
  },
  policy: byTheSystem,
  async execute({ tx, subject: { doneAt, ...sent }, record }) {
    if (doneAt) return { done: true, carried: 0 };
    const now = clock.now();
    if (!(await mayStillWrite(tx, sent, now))) {
      await tx.broadcast.update({ where: { id: sent.id }, data: { doneAt: now, stoppedAt: now } });
      return { done: true, carried: 0 };
    }
    const members = await tx.$queryRaw<{ id: string }[]>(sql`
      select m.id from member m where m.id > ${sent.carriedTo} and ${receivesBroadcast({ ...sent, now })}
      order by m.id limit ${CARRIED_AT_ONCE}`);
    const to = members.at(-1)?.id;
    const carried = to
      ? await carryTo(
          tx,
          sent,
          members.map(({ id }) => id),
          now,
        )
      : 0;
    const done = members.length < CARRIED_AT_ONCE;
    await tx.broadcast.update({
      where: { id: sent.id },
      data: {
        carriedCount: { increment: carried },
        ...(to && { carriedTo: to }),
        ...(done && { doneAt: now }),
      },
    });
    if (to) record(broadcastCarried({ broadcastId: sent.id, from: sent.carriedTo, to }));
    return { done, carried };
  },
});

/** Whether its author answers for the place at this moment, as she did when she sent it. */
async function mayStillWrite(tx: Tx, { authorId, scope }: Carried, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>(sql`
    select 1 as found from member m where m.id = ${authorId} and ${answersThere(sql`${scope}::text`, now)}`);
  return rows.length > 0;
}

/** Opens the conversations that are missing, locks them all in the order of their ids, and writes the message in each. */
async function carryTo(tx: Tx, sent: Carried, memberIds: readonly string[], now: Date): Promise<number> {
  const ids = memberIds.map(() => newId());
  await tx.$executeRaw(sql`
    with opened as (
      insert into conversation (id, kind, scope, member_id, created_by_id, created_at, last_at)
      select n.id, 'inbox', ${sent.scope}, n.member_id, ${sent.authorId}, ${now}, ${now}
      from unnest(${ids}::text[], ${[...memberIds]}::text[]) as n(id, member_id)
      on conflict (scope, member_id) do nothing returning id, member_id
    ), there as (
      insert into participant (conversation_id, member_id, joined_at) select id, member_id, ${now} from opened
    )
    insert into conversation_read (conversation_id, member_id) select id, member_id from opened`);
  const open = await tx.$queryRaw<{ id: string }[]>(sql`
    select v.id from conversation v where v.scope = ${sent.scope} and v.member_id = any(${[...memberIds]}::text[])
    order by v.id for no key update`);
  const conversationIds = open.map(({ id }) => id);
  return tx.$executeRaw(sql`
    with written as (
      insert into message (id, conversation_id, seq, author_id, from_place, body, client_id, broadcast_id, created_at)
      select n.message_id, v.id, v.last_seq + 1, ${sent.authorId}, true, ${sent.words}, gen_random_uuid(), ${sent.id}, ${now}
      from unnest(${conversationIds.map(() => newId())}::text[], ${conversationIds}::text[]) as n(message_id, id)
        join conversation v on v.id = n.id
      on conflict (broadcast_id, conversation_id) where broadcast_id is not null do nothing returning conversation_id
    )
    update conversation v set last_seq = v.last_seq + 1, last_at = ${now} from written w where v.id = w.conversation_id`);
}
