import type { ActivitySource } from "@/platform/activity.ts";
import { sql } from "@/platform/db/client.ts";

/** What a member said on walls and under what others said. What was taken away or hidden does not count. */
export const postActivity: ActivitySource = {
  label: "publications et commentaires",
  days: (memberId, since) => sql`
    select (w.created_at at time zone 'Europe/Paris')::date as day from post w
    where w.author_id = ${memberId} and w.created_at >= ${since} and w.removed_at is null and w.hidden_at is null
    union all
    select (c.created_at at time zone 'Europe/Paris')::date from post_comment c
    where c.author_id = ${memberId} and c.created_at >= ${since} and c.removed_at is null and c.hidden_at is null`,
};
