import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isId } from "@/core/ids.ts";
import { signaturesOf } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type PeopleStanding, peopleJoin, peopleStanding } from "./conversation.policy.ts";
import {
  type ConversationView,
  closedFor,
  conversationCan,
  requestFor,
  titleOf,
  toPerson,
  toPlace,
} from "./conversation.views.ts";
import { answersInbox, visibleConversations } from "./message.policy.ts";
import { readsColumn } from "./message-log.queries.ts";

type Row = PeopleStanding & {
  name: string;
  lowId: string | null;
  highId: string | null;
  scope: string | null;
  memberId: string | null;
  assigneeId: string | null;
  section: string | null;
  federation: string | null;
  fromSeq: number;
  muted: boolean;
  readSeq: number;
  present: string[] | null;
  answerers: string[] | null;
  reads: Record<string, number> | null;
};

/** Whether who answers in the conversation `v` muted it. */
const isMutedTopic = (actor: Actor): Sql => sql`(${answersInbox(actor)} and exists (
  select 1 from topic_mute q where q.member_id = ${actor.id} and q.topic = 'conversation:' || v.id))`;

/** A conversation as this reader knows it, without its messages. Throws `not_found`: hidden and absent are one. */
export async function getConversation(actor: Actor, id: string): Promise<ConversationView> {
  if (actor.kind !== "member" || !isId(id)) throw new AppError("not_found", "absent");
  const [row] = await readRows<Row>(sql`
    select ${peopleStanding(actor)}, v.name, v.low_id as "lowId", v.high_id as "highId", v.scope, v.member_id as "memberId",
      v.assignee_id as "assigneeId", s.name as section, f.name as federation,
      coalesce(own.from_seq, 0) as "fromSeq", (own.muted_at is not null or ${isMutedTopic(actor)}) as muted, coalesce(r.read_seq, 0) as "readSeq",
      (select json_agg(p.member_id order by p.joined_at, p.member_id) from participant p
        where p.conversation_id = v.id and p.left_at is null) as present,
      case when v.kind = 'inbox' then (select json_agg(distinct x.author_id) from message x
        where x.conversation_id = v.id and x.from_place and x.author_id is not null) end as answerers,
      ${readsColumn(actor)} as reads
    from conversation v ${peopleJoin(actor)}
    left join participant own on own.conversation_id = v.id and own.member_id = ${actor.id} and own.left_at is null
    left join conversation_read r on r.conversation_id = v.id and r.member_id = ${actor.id}
    left join section s on s.scope = v.scope left join federation f on f.id = split_part(v.scope, '/', 2)
    where v.id = ${id} and ${visibleConversations(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return viewOf(actor, row);
}

async function viewOf(actor: Actor & { kind: "member" }, row: Row): Promise<ConversationView> {
  const pair = row.kind === "direct" ? [row.lowId, row.highId] : [];
  const ids = [...new Set([...(row.present ?? []), ...pair, row.memberId, ...(row.answerers ?? [])])].filter(
    (one) => one !== null,
  );
  const signatures = await signaturesOf(actor, [...ids, row.assigneeId]);
  const people = ids.map((one) => toPerson(one, signatures.get(one)));
  const outside = row.kind === "inbox" && row.answers ? people.filter(({ id }) => id === row.memberId) : people;
  const others = outside.filter((one) => one.id !== actor.id);
  const place = row.scope ? toPlace(row.scope, row.section, row.federation) : null;
  const request = requestFor(actor, row);
  return {
    ...{ id: row.id, kind: row.kind, name: row.name, people, createdById: row.createdById },
    title: titleOf({ ...row, others: others.map(({ name }) => name), count: others.length, place }),
    ...(place && { place }),
    ...(row.kind === "inbox" && {
      assignee: row.assigneeId ? toPerson(row.assigneeId, signatures.get(row.assigneeId)) : null,
    }),
    ...request,
    ...closedFor(actor, row),
    ...{ muted: row.muted, me: actor.id, lastSeq: row.lastSeq, readSeq: row.readSeq, fromSeq: row.fromSeq },
    reads: row.reads ?? {},
    can: conversationCan(actor, row),
  };
}
