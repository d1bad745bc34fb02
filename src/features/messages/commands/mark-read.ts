import { AppError } from "@/core/app-error.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type BatchItem, batchCommand, type Outcome } from "@/platform/command.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";
import { conversationsOfMany } from "../message.policy.ts";
import { markReadInput } from "../message.schema.ts";

type Item = BatchItem<{ conversationId: string; seq: number }>;
type Read = { readSeq: number };
/** `shown`: whether the others are told; not by one who has not said yes to a stranger's first message. */
export type ReadNews = Read & { shown: boolean };

/** How far somebody has read a conversation. State, not history: it never goes back, and the last one wins. */
export const markRead = batchCommand({
  name: "message.mark-read",
  input: markReadInput,
  limits: [{ rule: { name: "message.read", points: 300, seconds: 60, store: "memory" }, by: "account" }],
  policy: canBePresent,
  lanes: 2,
  async executeMany({ tx, items }) {
    const found = await judge(tx, items);
    const moved = await move(tx, items, found);
    const outcomes = items.map((_, index): Outcome<Read> => {
      const one = found[index];
      return one?.visible ? { value: { readSeq: one.read_seq } } : { error: new AppError("not_found", "absent") };
    });
    const announcements = moved.map(({ conversation_id: conversationId, member_id: memberId, read_seq, shown }) => ({
      name: "conversation.read",
      ids: { conversationId, memberId },
      stale: [],
      data: { readSeq: read_seq, shown } satisfies ReadNews,
    }));
    return { outcomes, announcements };
  },
});

type Judged = { visible: boolean; read_seq: number };

async function judge(tx: StatementTx, items: readonly Item[]): Promise<Judged[]> {
  const { arrays, columns, takesPart, answers } = conversationsOfMany(items.map(({ actor }) => actor));
  return tx.$queryRaw<Judged[]>(sql`
    select coalesce(${takesPart} or ${answers}, false) and v.id is not null as visible,
      greatest(least(i.seq, v.last_seq), coalesce((select d.read_seq from conversation_read d
        where d.conversation_id = v.id and d.member_id = i.member_id), 0)) as read_seq
    from unnest(${items.map(({ input }) => input.conversationId)}::text[], ${items.map(({ input }) => input.seq)}::int[], ${arrays})
      with ordinality as i(conversation_id, seq, ${columns}, n)
    left join conversation v on v.id = i.conversation_id order by i.n`);
}

type Moved = { conversation_id: string; member_id: string; read_seq: number; shown: boolean };

/** In the order of their keys, as every writer of these rows. */
async function move(tx: StatementTx, items: readonly Item[], found: readonly Judged[]): Promise<Moved[]> {
  const kept = items.flatMap(({ actor, input }, index) => {
    const one = found[index];
    return one?.visible && actor.id
      ? { conversationId: input.conversationId, memberId: actor.id, readSeq: one.read_seq }
      : [];
  });
  if (kept.length === 0) return [];
  return tx.$queryRaw<Moved[]>(sql`
    insert into conversation_read as d (conversation_id, member_id, read_seq, read_at)
    select conversation_id, member_id, max(read_seq), ${clock.now()}::timestamptz
    from unnest(${kept.map(({ conversationId }) => conversationId)}::text[], ${kept.map(({ memberId }) => memberId)}::text[],
      ${kept.map(({ readSeq }) => readSeq)}::int[]) as r(conversation_id, member_id, read_seq)
    group by conversation_id, member_id order by conversation_id, member_id
    on conflict (conversation_id, member_id) do update set read_seq = excluded.read_seq, read_at = excluded.read_at
      where d.read_seq < excluded.read_seq
    returning conversation_id, member_id, read_seq, not exists (select 1 from conversation_request q
      where q.conversation_id = d.conversation_id and q.accepted_at is null) as shown`);
}
