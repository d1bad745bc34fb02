import { sql, type Tx } from "@/platform/db/client.ts";
import type { Telling } from "@/platform/notices.ts";
import { hearing, holdersOf, lastAnswer, nobodyNearer } from "./inbox.policy.ts";
import { INBOXES_AT_ONCE } from "./inbox.rules.ts";
import { topicOf } from "./message.rules.ts";

/** What is not read so long after it was written is told of, milliseconds. */
const WAITED_MS = 5 * 60_000;
/** What is older was told of long ago, or will not be. */
const LOOKED_BACK_MS = 3 * 24 * 3_600_000;

/** Who waits in how many conversations, of one run: those of the oldest words first, the others after them. */
const AT_ONCE = 5_000;

type Told = { member_id: string; conversation_id: string; by: string | null; many: number; anew: boolean };
/** Whether all that she was told of in the conversation `r` has been read since. */
const seenSince = sql`coalesce(r.told_seq > 0 and r.read_seq >= r.told_seq, false)`;

/** What the sweep of conversations tells of. */
export const conversationKinds = [
  "message.received",
  "message.requested",
  "inbox.answered",
  "inbox.broadcast",
] as const;
type Kind = (typeof conversationKinds)[number] | "inbox.received";

const subjects: Record<Kind, string> = {
  "message.received": "unread-conversation",
  "message.requested": "message-request",
  "inbox.answered": "unread-conversation",
  "inbox.broadcast": "unread-conversation",
  "inbox.received": "waiting-inbox",
};

const telling = (kind: Kind, { member_id: memberId, conversation_id: id, by: actorId, many, anew }: Told): Telling => ({
  ...{ kind, memberId, actorId, many, anew, topic: topicOf(id), key: topicOf(id) },
  ...{ subject: subjects[kind], subjectId: id, ids: {} },
});

/** What was written so lately, and long enough ago, to be told of now. */
const windowAt = (now: Date) => ({
  since: new Date(now.getTime() - LOOKED_BACK_MS),
  until: new Date(now.getTime() - WAITED_MS),
});

/** What waits unread, for those who are in a conversation; its mark is moved with it. A muted one, and what comes across a block, is passed over in silence. */
export async function takeConversations(tx: Tx, now: Date): Promise<Telling[]> {
  const { since, until } = windowAt(now);
  type Row = Told & { kind: Kind };
  const rows = await tx.$queryRaw<Row[]>(sql`
    with waiting as materialized (
      select v.id, v.kind, p.member_id, p.muted_at is not null as muted,
        greatest(coalesce(r.read_seq, 0), coalesce(r.told_seq, 0), p.from_seq) as after, ${seenSince} as anew
      from conversation v join participant p on p.conversation_id = v.id and p.left_at is null
        left join conversation_read r on r.conversation_id = v.id and r.member_id = p.member_id
      where v.last_at > ${since} and v.last_seq > greatest(coalesce(r.read_seq, 0), coalesce(r.told_seq, 0), p.from_seq)
        -- Numbers that are no message, or still too new, leave nothing to tell: they must not fill a run.
        and exists (select 1 from message x where x.conversation_id = v.id and x.created_at <= ${until}
          and x.seq > greatest(coalesce(r.read_seq, 0), coalesce(r.told_seq, 0), p.from_seq))
      order by v.last_at, v.id limit ${AT_ONCE}),
    news as materialized (
      select w.id, w.kind, w.member_id, w.muted, w.anew, x.seq, x.author_id, x.broadcast_id is not null as broadcast,
        x.deleted_at is null and x.hidden_at is null and x.author_id is distinct from w.member_id as told
      from waiting w join message x on x.conversation_id = w.id and x.seq > w.after and x.created_at <= ${until}),
    marked as (
      insert into conversation_read as d (conversation_id, member_id, told_seq)
      select id, member_id, max(seq) from news group by id, member_id order by id, member_id
      on conflict (conversation_id, member_id) do update set told_seq = greatest(d.told_seq, excluded.told_seq))
    select n.member_id, n.id as conversation_id, count(*)::int as many, n.anew,
      case when n.kind <> 'inbox' then (array_agg(n.author_id order by n.seq desc))[1] end as by,
      case when n.kind = 'inbox' then case when n.broadcast then 'inbox.broadcast' else 'inbox.answered' end
        when q.conversation_id is not null then 'message.requested' else 'message.received' end as kind
    from news n left join conversation_request q on q.conversation_id = n.id and q.to_id = n.member_id and q.accepted_at is null
    where n.told and not n.muted and q.refused_at is null
      and (n.kind = 'inbox' or not exists (select 1 from block b where (b.blocker_id = n.author_id and b.blocked_id = n.member_id)
        or (b.blocker_id = n.member_id and b.blocked_id = n.author_id)))
    group by n.member_id, n.id, n.kind, n.anew, n.broadcast, q.conversation_id
    order by n.member_id, n.id`);
  return rows.map((row) => telling(row.kind, row));
}

/**
 * For those who answer for a place: the one who looks after the conversation, else those in charge nearest to the place who
 * have not muted it, as long as the member waits. Those of the oldest words first; asked again until nothing is left.
 */
export async function takeInboxes(tx: Tx, now: Date): Promise<Telling[]> {
  const { since, until } = windowAt(now);
  // What was answered meanwhile is no news to whoever comes later.
  const after = sql`greatest(coalesce(r.read_seq, 0), coalesce(r.told_seq, 0), ${lastAnswer})`;
  const news = sql`x.created_at <= ${until} and not x.from_place and x.deleted_at is null and x.hidden_at is null`;
  const rows = await tx.$queryRaw<Told[]>(sql`
    with charged as materialized (
      select v.id, v.member_id as by, h.member_id, ${after} as after, ${seenSince} as anew
      from conversation v cross join lateral (${holdersOf(now, hearing)}) h
        left join conversation_read r on r.conversation_id = v.id and r.member_id = h.member_id
      where v.kind = 'inbox' and v.waiting_since is not null and v.last_at > ${since}
        and exists (select 1 from message x where x.conversation_id = v.id and x.seq > ${after} and ${news})
        and case when exists (select 1 from (${holdersOf(now, hearing)}) a where a.member_id = v.assignee_id)
          then h.member_id = v.assignee_id else ${nobodyNearer(sql`h.depth`, now, hearing)} end
      order by v.last_at, v.id, h.member_id limit ${INBOXES_AT_ONCE}),
    news as materialized (
      select c.id, c.member_id, c.by, c.anew, x.seq
      from charged c join message x on x.conversation_id = c.id and x.seq > c.after and ${news}),
    marked as (
      insert into conversation_read as d (conversation_id, member_id, told_seq)
      select id, member_id, max(seq) from news group by id, member_id order by id, member_id
      on conflict (conversation_id, member_id) do update set told_seq = greatest(d.told_seq, excluded.told_seq))
    select n.member_id, n.id as conversation_id, n.by, n.anew, count(*)::int as many from news n
    group by n.member_id, n.id, n.by, n.anew order by n.member_id, n.id`);
  return rows.map((row) => telling("inbox.received", row));
}
