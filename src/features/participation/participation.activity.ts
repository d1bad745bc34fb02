import type { ActivitySource } from "@/platform/activity.ts";
import { clock } from "@/platform/clock.ts";
import { sql } from "@/platform/db/client.ts";

/** Where a member was: what she had a place on and that is over, unless she was noted absent. */
export const participationActivity: ActivitySource = {
  label: "actions de terrain et réunions",
  days: (memberId, since) => sql`
    select distinct (h.starts_at at time zone e.zone)::date as day
    from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
    where s.member_id = ${memberId} and s.state = 'in' and s.attendance is distinct from 'absent'
      and h.starts_at >= ${since} and h.ends_at <= ${clock.now()} and h.removed_at is null
      and e.stage = 'published' and e.hidden_at is null`,
};
