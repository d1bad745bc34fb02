import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";

/**
 * Keeps what a message says for those who judge it, before its author mends or deletes it, while a report of it waits:
 * nobody takes back what was reported before it is judged. Its lock is held by the caller.
 */
export async function keepReported(tx: Tx, messageId: string): Promise<void> {
  await tx.$executeRaw(sql`
    insert into reported_words (message_id, until, body)
    select x.id, ${clock.now()}, x.body from message x where x.id = ${messageId} and x.body <> '' and exists (
      select 1 from moderation_case k join report r on r.case_id = k.id
      where k.kind = 'message' and k.object_id = x.id and r.decision_id is null)
    on conflict do nothing`);
}

/** Forgets what was kept so, once it was judged longer ago than anybody may still contest. */
export async function forgetReported(judgedBefore: Date): Promise<void> {
  await db.$executeRaw(sql`
    delete from reported_words o where not exists (
      select 1 from moderation_case k left join report r on r.case_id = k.id left join decision d on d.case_id = k.id
      where k.kind = 'message' and k.object_id = o.message_id
        and (r.decision_id is null or d.decided_at >= ${judgedBefore}))`);
}
