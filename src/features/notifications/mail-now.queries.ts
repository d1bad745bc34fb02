import type { Actor } from "@/core/actor.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { isSuspended } from "../profiles/index.ts";
import type { Told } from "./digest.rules.ts";
import { GATHERING_MS } from "./mail.rules.ts";
import { heldPace } from "./mail-held.queries.ts";
import { describeNotices, noticeColumns, type ReadRow, visibleAmong } from "./notice.queries.ts";

/** What the mail of one kind says to whom; `ids`: its lines, taken. */
type TakenNow = { to: string; kind: NoticeKindId; ids: string[]; told: Told[] };

/**
 * Takes what a member is to be told now, as far as she may read it at this moment and has not: whoever asks at the same
 * time takes nothing. A mail a kind, each with its own way to end it. What she muted meanwhile is left out.
 */
export async function takeNow(memberId: string): Promise<TakenNow[]> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member") return [];
  const now = clock.now();
  const rows = await readRows<ReadRow & { email: string; wanted: boolean }>(sql`
    with taken as (
      update notice t set mailed_at = ${now} where t.id in (
        select id from notice where member_id = ${memberId} and mail = 'now' and mailed_at is null and read_at is null
          and first_at <= ${new Date(now.getTime() - GATHERING_MS)} order by id for update skip locked)
      returning t.*)
    select ${noticeColumns}, m.email, not exists (
      select 1 from topic_mute q where q.member_id = n.member_id and q.topic = n.topic) as wanted
    from taken n join member m on m.id = n.member_id order by n.at desc, n.id desc`);
  const visible = await visibleAmong(actor, rows);
  const seen = rows.filter(({ id, wanted }) => wanted && visible.has(id));
  const told = await toldOf(actor, seen);
  const kinds = [...new Set(seen.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = seen.filter((row) => row.kind === kind && told.has(row.id));
    const [first] = own;
    return first
      ? [{ to: first.email, kind, ids: own.map(({ id }) => id), told: own.flatMap(({ id }) => told.get(id) ?? []) }]
      : [];
  });
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
    where not ${isSuspended(clock.now())} and n.mail = 'now' and n.mailed_at is null and n.read_at is null
      and n.first_at <= ${new Date(clock.now().getTime() - GATHERING_MS)}
      and not exists (select 1 from pgboss.job j where j.name = 'notifications.write-now'
        and j.state in ('created', 'retry', 'active') and j.data->>'memberId' = n.member_id)
    group by n.member_id order by min(n.first_at) limit ${AT_ONCE}`);
  return rows.map(({ id }) => id);
}
