import { zoneOfFederation } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { join, readRows, type Sql, sql, statementTransaction } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { isSuspended } from "../profiles/index.ts";
import { type DigestPace, type Due, dueIn, type Told } from "./digest.rules.ts";
import { toldOf } from "./mail-now.queries.ts";
import { noticeColumns, type ReadRow, visibleAmong } from "./notice.queries.ts";

/** The lines of `n` that a digest due as `d` is made of. */
const waits = (now: Date): Sql => sql`n.mail in ('daily', 'weekly') and n.mail = d.pace::notice_mail
  and n.mailed_at is null and n.read_at is null
  and (n.at < d.before or (n.first_at < d.before and ${now} < d.until))
  and not exists (select 1 from digest g where g.member_id = n.member_id and g.pace::text = d.pace and g.day = d.day)`;

export type DueMember = { id: string; federationId: string };
export type FederationDue = Due & { federationId: string };

/** What is due now, by federation: their clocks differ. */
export async function findDue(): Promise<FederationDue[]> {
  const now = clock.now();
  const federations = await readRows<{ id: string }>(sql`select id from federation`);
  return federations.flatMap(({ id }) => dueIn(zoneOfFederation(id), now).map((due) => ({ ...due, federationId: id })));
}

const dueTable = (
  due: readonly FederationDue[],
): Sql => sql`(select * from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
  as d("federationId" text, pace text, day date, before timestamptz, until timestamptz))`;

/** Members to whom something is due, with their federation, from one on: so many at a time, each once. */
export async function listDueMembers(
  due: readonly FederationDue[],
  after: string,
  limit: number,
): Promise<DueMember[]> {
  const now = clock.now();
  return readRows<DueMember>(sql`
    with due as materialized ${dueTable(due)}
    select distinct m.id, s.federation_id as "federationId"
    from member m join section s on s.id = m.section_id join due d on d."federationId" = s.federation_id
    where m.id > ${after} and m.erased_at is null and not ${isSuspended(now)}
      and not exists (select 1 from notice_choice c where c.member_id = m.id and c.kind = 'digest' and c.mail = 'never')
      and exists (select 1 from notice n where n.member_id = m.id and ${waits(now)})
    order by m.id limit ${limit}`);
}

/** A member's digest before it leaves; `ids`: all that waited, what she may not read any more included. */
export type Draft = {
  to: string;
  dues: { pace: DigestPace; day: string }[];
  ids: string[];
  told: Told[];
};

/** More lines than a digest counts wait for the next one. */
const COUNTED = 500;

/** What a member's digest holds now, by the law of each thing; null when nothing waits. */
export async function draftDigest(memberId: string, due: readonly FederationDue[]): Promise<Draft | null> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member") return null;
  type Row = ReadRow & { email: string; wanted: boolean; pace: DigestPace; day: string };
  const rows = await readRows<Row>(sql`
    select ${noticeColumns}, m.email, d.pace, d.day::text as day, (
      not exists (select 1 from topic_mute q where q.member_id = n.member_id and q.topic = n.topic)
      and not exists (select 1 from notice_choice c
        where c.member_id = n.member_id and c.kind = n.kind and c.mail = 'never')) as wanted
    from ${dueTable(due)} d, notice n join member m on m.id = n.member_id
    where n.member_id = ${memberId} and ${waits(clock.now())}
    order by n.at desc, n.id desc limit ${COUNTED}`);
  const [first] = rows;
  if (!first) return null;
  const visible = await visibleAmong(actor, rows);
  const told = await toldOf(
    actor,
    rows.filter(({ id, wanted }) => wanted && visible.has(id)),
  );
  const dues = new Map(rows.map(({ pace, day }) => [pace, { pace, day }]));
  return {
    to: first.email,
    dues: [...dues.values()],
    ids: rows.map(({ id }) => id),
    told: rows.flatMap(({ id }) => told.get(id) ?? []),
  };
}

/** Takes the lines of a draft that came to nothing: she may not read them any more. */
export async function dropLines(ids: readonly string[]): Promise<void> {
  await readRows(
    sql`update notice set mailed_at = ${clock.now()} where id = any(${[...ids]}::text[]) and mailed_at is null`,
  );
}

/**
 * Claims a digest and its lines in one transaction, just before it leaves: false when another process has. Killed between
 * this and the mail server, that one digest is not sent; its lines stay unread in the centre.
 */
export async function claimDigest(memberId: string, { dues, ids }: Draft): Promise<boolean> {
  const now = clock.now();
  return statementTransaction(async (tx) => {
    const claimed = await tx.$queryRaw<object[]>(sql`
      insert into digest (member_id, pace, day, claimed_at)
      values ${join(dues.map(({ pace, day }) => sql`(${memberId}, ${pace}::notice_pace, ${day}::date, ${now})`))}
      on conflict do nothing returning 1 as taken`);
    if (claimed.length === 0) return false;
    await tx.$queryRaw(sql`
      update notice set mailed_at = ${now} where id = any(${[...ids]}::text[]) and mailed_at is null and read_at is null`);
    return true;
  });
}

/** Gives back a digest that surely did not leave. */
export async function giveBackDigest(memberId: string, { dues, ids }: Draft): Promise<void> {
  const days = dues.map(({ pace, day }) => sql`(${pace}, ${day})`);
  await statementTransaction(async (tx) => {
    await tx.$queryRaw(
      sql`delete from digest where member_id = ${memberId} and (pace::text, day::text) in (${join(days)})`,
    );
    await tx.$queryRaw(sql`update notice set mailed_at = null where id = any(${ids}::text[])`);
  });
}

/** Notes whose digests left, of those that this batch claimed. */
export async function noteSent(memberIds: readonly string[], since: Date): Promise<void> {
  await readRows(sql`
    update digest set sent_at = ${clock.now()}
    where member_id = any(${[...memberIds]}::text[]) and claimed_at >= ${since} and sent_at is null`);
}

/** Whether a batch of digests is on its way already, or about to be. */
export async function isBatchRunning(): Promise<boolean> {
  const rows = await readRows(sql`
    select 1 as found from pgboss.job where name = 'notifications.digest-batch' and state in ('created', 'retry', 'active') limit 1`);
  return rows.length > 0;
}

const KEPT_DAYS = 60;

/** Forgets which digests left, well after any could leave again. */
export async function forgetDigests(): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 24 * 3_600_000);
  await readRows(sql`delete from digest where claimed_at < ${before}`);
}
