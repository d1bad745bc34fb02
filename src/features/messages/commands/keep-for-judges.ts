import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { NEIGHBOURS } from "../message.rules.ts";
import { dropAttachments } from "./drop-attachments.ts";
import { isMessageContested } from "./keep-reported.ts";

/**
 * Of conversations that end with an account, keeps those of which a message is contested: for whoever judges it, and for
 * nobody else, the message and its neighbours and nothing more of them. They end by night, once nobody may contest. Their
 * locks are held by the caller. Answers which are kept.
 */
export async function keepForJudges(tx: Tx, conversationIds: readonly string[]): Promise<ReadonlySet<string>> {
  const among = sql`any(${[...conversationIds]}::text[])`;
  // What somebody reports at this moment was reported before, or is gone.
  await tx.$queryRaw(sql`select x.id from message x where x.conversation_id = ${among} order by x.id for update`);
  const rows = await tx.$queryRaw<{ id: string; conversation_id: string; near: boolean }[]>(sql`
    with said as materialized (
      select x.id, x.conversation_id, ${isMessageContested(sql`x.id`)} as contested,
        row_number() over (partition by x.conversation_id order by x.seq) as place
      from message x where x.conversation_id = ${among})
    select s.id, s.conversation_id, exists (select 1 from said o where o.conversation_id = s.conversation_id and o.contested
      and o.place between s.place - ${NEIGHBOURS}::int and s.place + ${NEIGHBOURS}::int) as near from said s`);
  const kept = new Set(rows.filter(({ near }) => near).map((row) => row.conversation_id));
  if (kept.size === 0) return kept;
  await closeToAll(tx, [...kept]);
  const far = rows.filter((row) => kept.has(row.conversation_id) && !row.near).map(({ id }) => id);
  await dropAttachments(tx, far);
  await tx.message.deleteMany({ where: { id: { in: far } } });
  return kept;
}

/** Nobody reads them any more. Of a place's, those who wrote in its name had part in it, and judge nothing of it. */
async function closeToAll(tx: Tx, ids: readonly string[]): Promise<void> {
  const now = clock.now();
  await tx.participant.updateMany({ where: { conversationId: { in: [...ids] }, leftAt: null }, data: { leftAt: now } });
  await tx.$executeRaw(sql`
    insert into participant (conversation_id, member_id, joined_at, left_at)
    select distinct x.conversation_id, x.author_id, ${now}::timestamptz, ${now}::timestamptz from message x
    where x.conversation_id = any(${[...ids]}::text[]) and x.from_place and x.author_id is not null
    on conflict do nothing`);
  await tx.conversation.updateMany({
    where: { id: { in: [...ids] }, kind: "inbox" },
    data: { kind: "several", scope: null, memberId: null, assigneeId: null, waitingSince: null, askedAt: null },
  });
}
