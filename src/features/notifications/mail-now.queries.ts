import type { Actor } from "@/core/actor.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, type Sql, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { isSuspended } from "../profiles/index.ts";
import type { Told } from "./digest.rules.ts";
import { GATHERING_MS } from "./mail.rules.ts";
import { heldPace } from "./mail-held.queries.ts";
import { describeNotices, noticeColumns, type ReadRow, visibleAmong } from "./notice.queries.ts";

/** What the mail of one kind says to whom; `ids`: its lines, taken. */
type TakenNow = { to: string; ids: string[]; told: Told[] };

/** Lines `n` that wait for a mail of their own and have gathered. */
const waitsNow = (): Sql => sql`n.mail = 'now' and n.mailed_at is null and n.read_at is null
  and n.first_at <= ${new Date(clock.now().getTime() - GATHERING_MS)}`;

/** The kinds that a member is to be told of now, what waits longest first. */
export async function kindsWaiting(memberId: string): Promise<NoticeKindId[]> {
  const rows = await readRows<{ kind: NoticeKindId }>(sql`
    select n.kind from notice n where n.member_id = ${memberId} and ${waitsNow()}
    group by n.kind order by min(n.first_at), n.kind`);
  return rows.map(({ kind }) => kind);
}

/**
 * Takes what a member is to be told now of one kind, as far as she may read it at this moment and has not; null when there
 * is nothing. Whoever asks at the same time takes nothing. What she muted meanwhile is left out. Taken last, once all is read
 * and worded: whatever fails before, the lines still wait.
 */
export async function takeNow(memberId: string, kind: NoticeKindId): Promise<TakenNow | null> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member") return null;
  const rows = await readRows<ReadRow & { email: string; wanted: boolean }>(sql`
    select ${noticeColumns}, m.email, not exists (
      select 1 from topic_mute q where q.member_id = n.member_id and q.topic = n.topic) as wanted
    from notice n join member m on m.id = n.member_id
    where n.member_id = ${memberId} and n.kind = ${kind} and ${waitsNow()} order by n.at desc, n.id desc`);
  const visible = await visibleAmong(actor, rows);
  const told = await toldOf(
    actor,
    rows.filter(({ id, wanted }) => wanted && visible.has(id)),
  );
  const taken = await take(rows);
  const own = rows.filter(({ id }) => told.has(id) && taken.has(id));
  const [first] = own;
  if (!first) return null;
  return { to: first.email, ids: own.map(({ id }) => id), told: own.flatMap(({ id }) => told.get(id) ?? []) };
}

/** Marks lines as they were read, and answers which: not those that somebody took, or that grew, meanwhile. */
async function take(rows: readonly ReadRow[]): Promise<ReadonlySet<string>> {
  const taken = await readRows<{ id: string }>(sql`
    update notice t set mailed_at = ${clock.now()} where t.id in (
      select n.id from notice n
      join unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ count }) => count)}::int[]) as k(id, count)
        on k.id = n.id and k.count = n.count
      where ${waitsNow()} order by n.id for update of n skip locked)
    returning t.id`);
  return new Set(taken.map(({ id }) => id));
}

/** The words of lines for their reader, by id. */
export async function toldOf(actor: Actor, rows: readonly ReadRow[]): Promise<Map<string, Told>> {
  const words = await describeNotices(actor, rows);
  return new Map(
    rows.flatMap(({ id, kind, count, at }) => {
      const said = words.get(id);
      return said ? [[id, { kind, count, at, ...said }] as const] : [];
    }),
  );
}

/** Gives lines back whose mail surely did not leave. */
export const giveBackNow = (ids: readonly string[]) =>
  db.$executeRaw(sql`update notice set mailed_at = null where id = any(${[...ids]}::text[]) and mail = 'now'`);

/** Lines whose mail is held: they go by the digest, unless she wants none. */
export const leaveToDigest = (ids: readonly string[]) =>
  db.$executeRaw(sql`
    update notice set mailed_at = null, mail = ${heldPace} where id = any(${[...ids]}::text[]) and mail = 'now' and read_at is null`);

const AT_ONCE = 5_000;

/** Who waits for a mail that nobody is writing yet. */
export async function listWaiting(): Promise<string[]> {
  const rows = await readRows<{ id: string }>(sql`
    select n.member_id as id from notice n join member m on m.id = n.member_id
    where not ${isSuspended(clock.now())} and ${waitsNow()}
      and not exists (select 1 from pgboss.job j where j.name = 'notifications.write-now'
        and j.state in ('created', 'retry', 'active') and j.data->>'memberId' = n.member_id)
    group by n.member_id order by min(n.first_at) limit ${AT_ONCE}`);
  return rows.map(({ id }) => id);
}
