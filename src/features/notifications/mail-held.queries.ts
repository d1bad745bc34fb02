import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";

/** How long ago a line may have been told whose mail is held only now. */
const RECENT_MS = 3_600_000;

/** A held line waits for the digest that she has: the weekly one where she chose it for its kind. */
export const heldPace = sql`(case when exists (select 1 from notice_choice c where c.member_id = notice.member_id
  and c.kind = notice.kind and c.mail = 'weekly') then 'weekly' else 'daily' end)::notice_mail`;

/** The lines of a kind whose mail is held go by the digest. */
export async function waitForDigest(memberId: string, kind: NoticeKindId): Promise<void> {
  await db.$executeRaw(sql`
    update notice set mail = ${heldPace} where member_id = ${memberId} and kind = ${kind} and mail in ('own', 'now')
      and mailed_at is null and read_at is null and at > ${new Date(clock.now().getTime() - RECENT_MS)}`);
}

/**
 * A feature's own mail leaves: one line of its kind, the one that waits longest, is told by it, and no digest tells it again.
 * One, since a mail does not say which: a later one that is held must find its own. Answers which.
 */
export async function markTold({ memberId, kind, topic }: { memberId: string; kind: NoticeKindId; topic: string }) {
  const rows = await readRows<{ id: string }>(sql`
    update notice set mailed_at = ${clock.now()} where id = (
      select n.id from notice n where n.member_id = ${memberId} and n.kind = ${kind} and n.mail = 'own' and n.mailed_at is null
        and n.read_at is null and (n.topic = ${topic} or ${topic} = '') order by n.at, n.id limit 1 for update skip locked)
    returning id`);
  return rows.map(({ id }) => id);
}

/** It surely did not leave. */
export async function unmarkTold(ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db.$executeRaw(sql`update notice set mailed_at = null where id = any(${[...ids]}::text[]) and mail = 'own'`);
}
