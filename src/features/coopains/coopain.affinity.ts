import type { Affinity } from "@/platform/affinity.ts";
import { sql } from "@/platform/db/client.ts";
import { sameDebatesAffinity } from "../debates/index.ts";
import { sameGroupsAffinity } from "../groups/index.ts";
import { fieldTogetherAffinity } from "../participation/index.ts";
import { profileOf, visibleProfiles } from "../profiles/index.ts";

/** Of her section, her own coopains and theirs, at most so many are looked at. */
const NEIGHBOURS = 150;
const OWN_COOPAINS = 150;
const THEIR_COOPAINS = 60;

/** The newest of her section first: they know the fewest people. */
export const sameSectionAffinity: Affinity = {
  kind: "section",
  weight: 2,
  candidates: (member) => sql`
    select n.id as member_id, 1 as shared from member n
    where n.section_id = ${member.section.id} and n.erased_at is null
    order by n.joined_at desc, n.id limit ${NEIGHBOURS}`,
  reason: () => "dans ta section",
};

/**
 * Coopains of her coopains. The count tells no tie that is hidden from her: each one counted is between the candidate
 * and a coopain whose card she sees now, and a list of coopains is never narrower than "mes coopains"
 * (visibility.rules.ts), so that this tie is one that the law already lets her read, on that coopain's own page.
 */
export const mutualCoopainsAffinity: Affinity = {
  kind: "coopains",
  weight: 3,
  candidates: (member) => sql`
    select theirs.other_id as member_id, count(*)::int as shared
    from (select m.id from coopain t join member m on m.id = t.other_id ${profileOf}
      where t.member_id = ${member.id} and ${visibleProfiles(member)} limit ${OWN_COOPAINS}) mine
    cross join lateral (
      select t.other_id from coopain t where t.member_id = mine.id limit ${THEIR_COOPAINS}) theirs
    where theirs.other_id <> ${member.id}
    group by theirs.other_id order by shared desc, theirs.other_id limit 300`,
  reason: (shared) => (shared === 1 ? "1 coopain en commun" : `${shared} coopains en commun`),
};

/** Whom she brought herself. */
export const joinedThroughAffinity: Affinity = {
  kind: "invited",
  weight: 6,
  candidates: (member) => sql`
    select n.id as member_id, 1 as shared from member n
    where n.invited_by_id = ${member.id} and n.erased_at is null order by n.joined_at desc, n.id limit 50`,
  reason: () => "est ici grâce à toi",
};

/** Everything that brings members together. A feature built later adds its own line. */
export const affinities: readonly Affinity[] = [
  joinedThroughAffinity,
  mutualCoopainsAffinity,
  fieldTogetherAffinity,
  sameGroupsAffinity,
  sameDebatesAffinity,
  sameSectionAffinity,
];
