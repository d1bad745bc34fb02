import { isSuspended } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/**
 * The sign-ups `s` (on a shift `h` of an event `e`) of those who come: the only form of it, for counts, lists, reminders,
 * mails, the sheet. Whoever was erased or suspended does not, nor anybody on what is not published, hidden or taken off.
 */
export function activeSignUps(now: Date): Sql {
  return sql`(s.state = 'in' and h.removed_at is null and e.stage = 'published' and e.hidden_at is null
    and (s.member_id is null or exists (select 1 from member m
      where m.id = s.member_id and m.erased_at is null and not ${isSuspended(now)})))`;
}
