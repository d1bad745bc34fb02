import type { ActivitySource } from "@/platform/activity.ts";
import { sql } from "@/platform/db/client.ts";

/** What a member said in debates. What moderation hid does not count. */
export const debateActivity: ActivitySource = {
  label: "contributions et réponses dans les débats",
  days: (memberId, since) => sql`
    select (c.created_at at time zone 'Europe/Paris')::date as day from contribution c
    where c.author_id = ${memberId} and c.created_at >= ${since} and c.hidden_at is null`,
};
