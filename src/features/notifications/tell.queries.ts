import type { FactIds } from "@/core/fact.ts";
import { noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import type { NoticeSource, Telling } from "@/platform/notices.ts";
import { isSuspended } from "../profiles/index.ts";
import { sweptKinds } from "./told.rules.ts";

/** Whose screens are signalled at most: beyond it they learn it from their next page. */
const SCREENS = 5_000;

/** What was written: to how many, and whose screens move. */
export type Told = { many: number; screens: string[] };

/** What everybody has of each kind before she chooses, for the statement. */
const kindTable = JSON.stringify(
  noticeKindIds.map((id) => {
    const kind = noticeKind(id);
    return {
      kind: id,
      in_app: kind.inApp && !kind.mailOnly,
      mail: kind.mail,
      own: kind.ownMail ?? false,
      essential: kind.essential ?? false,
      mail_only: kind.mailOnly ?? false,
    };
  }),
);

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** An id for each row: 60 random bits. It names a column of the row, so that each gets its own. */
const newIdOf = (row: Sql): Sql => sql`(select string_agg(substr(${ALPHABET}, (get_byte(u.bytes, b) & 31) + 1, 1), '')
  from (select uuid_send(gen_random_uuid()) as bytes where ${row} is not null offset 0) u,
    unnest('{0,1,2,3,4,5,7,9,10,11,12,13}'::int[]) as b)`;

/** Takes a fact to tell; false when it was told before. A twin waits here for the first one's commit. */
export async function claimFact(tx: Tx, factId: string, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>(sql`
    insert into fact_told (fact_id, told_at) values (${factId}::bigint, ${now}) on conflict do nothing returning 1 as taken`);
  return rows.length > 0;
}

/** Tells what a fact says, to those whom its source names. */
export const tellSource = (tx: Tx, source: NoticeSource, ids: FactIds, now: Date): Promise<Told> =>
  tell(
    tx,
    sql`select ${source.kind}::text as kind, s.member_id::text, s.topic::text, s.key::text, s.subject::text, s.subject_id::text,
      s.actor_id::text, s.ids::jsonb, 1 as many from (${source.told(ids)}) s`,
    now,
  );

/** Ends the lines of what a sweep says was read since it was told of: of its topic, whatever each of them counted. */
export async function closeRead(tx: Tx, tellings: readonly Telling[], now: Date): Promise<void> {
  const read = tellings.filter(({ anew, topic }) => anew && topic !== "");
  if (read.length === 0) return;
  await tx.$executeRaw(sql`
    update notice n set read_at = ${now}
    from (select distinct s.topic, s."memberId" as member_id
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as s(topic text, "memberId" text)) s
    where n.member_id = s.member_id and n.topic = s.topic and n.kind = any(${sweptKinds}::text[]) and n.read_at is null`);
}

/** Tells what a sweep took, or a part of it. */
export async function tellTellings(tx: Tx, tellings: readonly Telling[], now: Date): Promise<Told> {
  return tell(
    tx,
    sql`select s.kind, s."memberId" as member_id, s.topic, s.key, s.subject, s."subjectId" as subject_id,
      s."actorId" as actor_id, s.ids, coalesce(s.many, 1) as many
      from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as s(kind text, "memberId" text, topic text, key text,
        subject text, "subjectId" text, "actorId" text, ids jsonb, many int)`,
    now,
  );
}

/**
 * Writes what is told, in one statement. Left out: who did it herself, who is suspended or erased, who muted what it is
 * about, who wants it neither in the centre nor by mail, and whoever a block stands between. What is one with an unread
 * line adds to it; one that left by mail already waits for the digest then.
 */
async function tell(tx: Tx, told: Sql, now: Date): Promise<Told> {
  const [row] = await tx.$queryRaw<[Told]>(sql`
    with told as materialized (${told}),
    kinds as materialized (select * from jsonb_to_recordset(${kindTable}::jsonb)
      as k(kind text, in_app boolean, mail text, own boolean, essential boolean, mail_only boolean)),
    heard as (
      select distinct on (t.member_id, t.kind, t.key) t.member_id, t.kind, t.topic, t.key, t.subject, t.subject_id,
        case when exists (select 1 from member a where a.id = t.actor_id) then t.actor_id end as actor_id, t.ids,
        (sum(t.many) over (partition by t.member_id, t.kind, t.key))::int as count,
        not k.mail_only and coalesce(c.in_app, k.in_app) as in_app,
        case when coalesce(c.mail::text, k.mail) = 'now' and k.own then 'own' else coalesce(c.mail::text, k.mail) end as mail
      from told t join kinds k on k.kind = t.kind join member m on m.id = t.member_id
        left join notice_choice c on c.member_id = t.member_id and c.kind = t.kind and not k.essential
      where m.erased_at is null and t.member_id is distinct from t.actor_id and not ${isSuspended(now)}
        and (k.essential or (
          not exists (select 1 from topic_mute q where q.member_id = t.member_id and q.topic = t.topic)
          and not exists (select 1 from block b where b.blocker_id = t.actor_id and b.blocked_id = t.member_id)
          and not exists (select 1 from block b where b.blocked_id = t.actor_id and b.blocker_id = t.member_id)))
      order by t.member_id, t.kind, t.key, t.subject_id),
    written as (
      insert into notice as n (id, member_id, kind, topic, key, subject, subject_id, actor_id, ids, count, first_at, at,
        in_app, mail)
      select ${newIdOf(sql`h.member_id`)}, h.member_id, h.kind, h.topic, h.key, h.subject, h.subject_id, h.actor_id, h.ids,
        h.count, ${now}::timestamptz, ${now}::timestamptz, h.in_app, h.mail::notice_mail
      from heard h where h.in_app or h.mail <> 'never' order by h.member_id, h.kind, h.key
      on conflict (member_id, kind, key) where read_at is null do update set
        topic = excluded.topic, subject = excluded.subject, subject_id = excluded.subject_id, actor_id = excluded.actor_id,
        ids = excluded.ids, count = n.count + excluded.count, at = greatest(n.at, excluded.at), in_app = excluded.in_app,
        mail = case
          when excluded.mail = 'now' and (n.mailed_at is not null or n.mail = 'daily') then 'daily'
          when excluded.mail = 'own' and n.mail = 'daily' and n.mailed_at is null then 'daily'
          else excluded.mail end,
        mailed_at = null
      returning n.member_id, n.in_app)
    select (select count(*) from written)::int as many,
      coalesce((select json_agg(s.member_id) from (select w.member_id from written w where w.in_app limit ${SCREENS}) s),
        '[]'::json) as screens`);
  return row;
}
