import type { Affinity } from "@/platform/affinity.ts";
import { sql } from "@/platform/db/client.ts";
import { visibleDebates } from "./debate.policy.ts";

/** Her last contributions that are looked at, the debates that they make, and the last voices of each. */
const OWN_CONTRIBUTIONS = 100;
const DEBATES = 8;
const VOICES = 150;

/** Who wrote in the debates where she wrote lately and which she still sees. Votes are nobody's to know. */
export const sameDebatesAffinity: Affinity = {
  kind: "debates",
  weight: 2,
  candidates: (member) => sql`
    select w.author_id as member_id, count(*)::int as shared
    from (select d.id from debate d join (
        select own.debate_id, max(own.created_at) as last_at from (
          select c.debate_id, c.created_at from contribution c where c.author_id = ${member.id} and c.hidden_at is null
          order by c.created_at desc limit ${OWN_CONTRIBUTIONS}) own
        group by own.debate_id) mine on mine.debate_id = d.id
      where ${visibleDebates(member)} order by mine.last_at desc limit ${DEBATES}) d
    cross join lateral (
      select distinct v.author_id from (
        select c.author_id from contribution c where c.debate_id = d.id and c.hidden_at is null and c.author_id is not null
        order by c.seq desc limit ${VOICES}) v) w
    group by w.author_id order by shared desc, w.author_id limit 300`,
  reason: (shared) =>
    shared === 1 ? "vous avez débattu ensemble" : `vous avez débattu ensemble dans ${shared} débats`,
};
