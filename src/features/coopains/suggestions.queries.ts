import type { Actor } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { join, readRows, sql } from "@/platform/db/client.ts";
import { type CardRow, cardColumns, listedProfiles, profileOf, toCardView } from "../profiles/index.ts";
import { affinities } from "./coopain.affinity.ts";
import { readsSent } from "./coopain.policy.ts";
import { refusalCutoff } from "./coopain.rules.ts";
import type { SuggestionView } from "./coopain.views.ts";

const SIZE = 8;
/** Of the nearest candidates, how many are asked whether they may be proposed. */
const CONSIDERED = 400;

type Row = CardRow & { shared: Record<string, number> };

/**
 * Members that this one may want to know, the nearest first, with the reasons. One statement: what each affinity
 * finds is gathered and weighed, then the law of lists is applied once, on all; who is tied, asked, or was refused
 * lately is left out.
 */
export async function listSuggestions(actor: Actor, limit = SIZE): Promise<SuggestionView[]> {
  if (actor.kind !== "member") return [];
  const cutoff = refusalCutoff(clock.now());
  const found = affinities.map(
    ({ kind, weight, candidates }) =>
      sql`select ${kind}::text as kind, ${weight}::int as weight, c.member_id, c.shared from (${candidates(actor)}) c`,
  );
  const rows = await readRows<Row>(sql`
    with found as materialized (${join(found, " union all ")}),
    known as materialized (
      select ${actor.id} as id union select t.other_id from coopain t where t.member_id = ${actor.id}
      union select q.to_id from coopain_request q where q.from_id = ${actor.id}
        and q.accepted_at is null and (${readsSent} or q.refused_at > ${cutoff})
      union select q.from_id from coopain_request q where q.to_id = ${actor.id}
        and q.accepted_at is null and ((${readsSent} and q.refused_at is null) or q.refused_at > ${cutoff})),
    ranked as materialized (
      select f.member_id, sum(f.weight * f.shared) as strength, jsonb_object_agg(f.kind, f.shared) as shared
      from found f where f.member_id not in (select id from known)
      group by f.member_id order by strength desc, f.member_id limit ${CONSIDERED})
    select ${cardColumns(actor)}, r.shared from ranked r join member m on m.id = r.member_id ${profileOf}
      join section s on s.id = m.section_id
    where ${listedProfiles(actor)} order by r.strength desc, m.joined_at desc, m.id limit ${limit}`);
  return rows.map((row) => ({ ...toCardView(row), reasons: reasonsOf(row.shared) }));
}

function reasonsOf(shared: Record<string, number>): string[] {
  return affinities.flatMap(({ kind, reason }) => {
    const count = shared[kind];
    return count ? [reason(count)] : [];
  });
}
