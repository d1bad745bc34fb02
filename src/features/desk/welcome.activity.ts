import type { ActivitySource } from "@/platform/activity.ts";
import { sql } from "@/platform/db/client.ts";

/** Newcomers whom a member looked after, by the day of her last word to them or of the end of their welcome. */
export const deskActivity: ActivitySource = {
  label: "accueil des nouveaux membres",
  days: (memberId, since) => sql`
    select (coalesce(w.welcomed_at, w.written_at) at time zone 'Europe/Paris')::date as day from welcome w
    where w.point_person_id = ${memberId} and coalesce(w.welcomed_at, w.written_at) >= ${since}`,
};
