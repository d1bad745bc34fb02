import { fieldKinds, visibleEvents } from "@/features/events/index.ts";
import type { Affinity } from "@/platform/affinity.ts";
import { clock } from "@/platform/clock.ts";
import { sql } from "@/platform/db/client.ts";

/** Her last shifts that are looked at, and those looked at on each. */
const SHIFTS = 20;
const COMPANIONS = 60;

/** Who was on the field with her: on the same shift, both there as far as is known. They met. */
export const fieldTogetherAffinity: Affinity = {
  kind: "field",
  weight: 3,
  candidates: (member) => sql`
    select w.member_id, count(*)::int as shared
    from (select s.shift_id from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
      where s.member_id = ${member.id} and s.state = 'in' and s.attendance is distinct from 'absent'
        and h.ends_at <= ${clock.now()} and h.removed_at is null and e.kind = any(${[...fieldKinds]}::event_kind[])
        and e.stage = 'published' and ${visibleEvents(member)}
      order by h.starts_at desc limit ${SHIFTS}) mine
    cross join lateral (select c.member_id from sign_up c where c.shift_id = mine.shift_id and c.state = 'in'
      and c.attendance is distinct from 'absent' and c.member_id is not null and c.member_id <> ${member.id}
      order by c.arrival limit ${COMPANIONS}) w
    group by w.member_id order by shared desc, w.member_id limit 300`,
  reason: (shared) => (shared === 1 ? "vous avez tracté ensemble" : `vous avez tracté ensemble ${shared} fois`),
};
