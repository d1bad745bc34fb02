import type { Actor } from "@/core/actor.ts";
import { readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { nearness, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/** Of a group's post marked "adhérents": its verified adherents, its author, those who answer for the group. */
function reachesAdherents(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "member") return sql`not w.adherents_only`;
  if (actor.adherent) return sql`true`;
  return sql`(not w.adherents_only or w.author_id = ${actor.id} or ${roleInGroup(actor)} = 'lead')`;
}

/**
 * The posts `w` that this actor may read: the only form of this law, for walls, profiles, the feed, comments, photos,
 * videos, mentions, reports. In a group, who reads the group; on a profile, who sees its owner and is near enough. What
 * was removed or hidden is nobody's.
 */
export function visiblePosts(actor: Actor): Sql {
  if (actor.kind === "suspended") return sql`false`;
  return sql`(w.removed_at is null and w.hidden_at is null and case when w.group_id is not null
    then exists (select 1 from member_group g where g.id = w.group_id and ${readableGroups(actor)} and ${reachesAdherents(actor)})
    else exists (select 1 from member m ${profileOf} where m.id = w.author_id and ${visibleProfiles(actor)}
      and (m.id is not distinct from ${actor.id} or w.audience >= ${nearness(actor)})) end)`;
}
