import { db, sql } from "@/platform/db/client.ts";
import { KEPT_READ_DAYS, KEPT_UNREAD_DAYS } from "./keeping.rules.ts";

const KEPT_FACTS_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

/** Forgets what is older than the privacy page says, and what only keeps jobs from telling twice. */
export async function forgetNotices(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await db.$executeRaw(sql`delete from notice where read_at < ${before(KEPT_READ_DAYS)}`);
  await db.$executeRaw(sql`delete from notice where read_at is null and at < ${before(KEPT_UNREAD_DAYS)}`);
  await db.$executeRaw(sql`delete from fact_told where told_at < ${before(KEPT_FACTS_DAYS)}`);
}
