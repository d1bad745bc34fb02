import { homesOf, type Member } from "@/core/actor.ts";
import { profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { readableGroups, visibleGroups } from "./group.policy.ts";
import { groupPlaceColumns, memberCountColumn } from "./group.queries.ts";
import type { GroupEntry, GroupKind } from "./group.rules.ts";
import { type GroupPlaceRow, type GroupPlaceView, toGroupPlace } from "./group.views.ts";
import { requestWaits } from "./request.policy.ts";
import { reaskCutoff } from "./request.rules.ts";
import { type Found, suggestionReasons, themeStems } from "./suggestion.rules.ts";

/** A group that a member may want to join, and why. */
export type GroupSuggestionView = {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  kind: GroupKind;
  entry: GroupEntry;
  place: GroupPlaceView;
  memberCount: number | null;
  reasons: string[];
};

const SIZE = 6;
/** Of her coopains, and of groups by each reason, at most so many are looked at. */
const COOPAINS = 150;
const LOOKED_AT = 100;

const stems = Object.entries(themeStems).flatMap(([theme, words]) => words.map((word) => ({ theme, word })));

/**
 * Groups that a member may want to join, the nearest first, with the reasons. One statement: what each reason finds is
 * gathered and weighed; the law of groups is asked once, on all, and that of reading besides before a coopain in a group
 * counts: who is in one that she does not read is not hers to know. Where she is, asks, was refused or is invited is left out.
 */
export async function listGroupSuggestions(member: Member, limit = SIZE): Promise<GroupSuggestionView[]> {
  const [, federation, section] = homesOf(member);
  type Row = Omit<GroupSuggestionView, "place" | "reasons" | "memberCount"> &
    GroupPlaceRow & { member_count: number | null; found: Found };
  // Each label is folded once: folding costs a hundred comparisons.
  const rows = await readRows<Row>(
    sql`
    with found as materialized (
      (select 'coopains' as kind, 3 as weight, x.group_id, to_jsonb(count(*)) as told, count(*)::int as shared
        from (select m.id from coopain t join member m on m.id = t.other_id ${profileOf}
          where t.member_id = ${member.id} and ${visibleProfiles(member)} limit ${COOPAINS}) near
        join group_membership x on x.member_id = near.id and x.role <> 'follower'
        group by x.group_id order by count(*) desc, x.group_id limit ${LOOKED_AT})
      union all
      (select 'section', 3, g.id, 'true', 1 from member_group g where g.scope = ${section} and g.kind <> 'place'
        order by g.created_at desc, g.id limit ${LOOKED_AT})
      union all
      (select 'federation', 1, g.id, 'true', 1 from member_group g where g.scope = ${federation} and g.kind <> 'place'
        order by g.created_at desc, g.id limit ${LOOKED_AT})
      union all
      (select distinct on (g.id) 'theme', 2, g.id, to_jsonb(w.theme), 1
        from (select ' ' || folded(label) as label from profile p cross join unnest(p.interests) as label
          where p.member_id = ${member.id} offset 0) i
        join unnest(${stems.map(({ theme }) => theme)}::text[], ${stems.map(({ word }) => word)}::text[]) as w(theme, stem)
          on position(' ' || w.stem in i.label) > 0
        join member_group g on g.themes @> array[w.theme] and g.kind <> 'place'
        order by g.id limit ${LOOKED_AT})),
    ranked as materialized (
      select g.id, sum(f.weight * least(f.shared, 3)) as strength, jsonb_object_agg(f.kind, f.told) as found
      from found f join member_group g on g.id = f.group_id
      where ${visibleGroups(member)} and g.entry <> 'closed' and (f.kind <> 'coopains' or ${readableGroups(member)})
        and not exists (select 1 from group_membership x where x.group_id = g.id and x.member_id = ${member.id})
        and not exists (select 1 from group_request q where q.group_id = g.id and q.member_id = ${member.id}
          and (${requestWaits} or (q.accepted = false and q.answered_at > ${reaskCutoff(clock.now())})))
        and not exists (select 1 from group_invitation i where i.group_id = g.id and i.member_id = ${member.id}
          and i.withdrawn_at is null)
      group by g.id order by strength desc, g.id limit ${limit})
    select g.id, g.slug, g.name, g.purpose, g.kind, g.entry, ${groupPlaceColumns}, ${memberCountColumn}, r.found
    from ranked r join member_group g on g.id = r.id order by r.strength desc, g.id`,
    { planned: true },
  );
  return rows.map(({ found, member_count: memberCount, ...row }) => ({
    ...{ id: row.id, slug: row.slug, name: row.name, purpose: row.purpose, kind: row.kind, entry: row.entry },
    ...{ place: toGroupPlace(row), memberCount, reasons: suggestionReasons(found) },
  }));
}
