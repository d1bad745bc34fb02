import type { Actor, Role } from "@/core/actor.ts";
import { readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { visiblePosts } from "./post.policy.ts";

const DECIDERS: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];

/**
 * The reported posts `w` of others, hidden ones too, that this actor judges: by her mandate, or because she manages the
 * group. Nobody judges what she has not seen.
 */
function judgedPosts(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  const scopes = actor.grants.filter(({ role }) => DECIDERS.includes(role)).map(({ scope }) => scope);
  return sql`(w.author_id is distinct from ${actor.id} and exists (
    select 1 from moderation_case k where k.kind = 'publication' and k.object_id = w.id and (
      exists (select 1 from unnest(${scopes}::text[]) as held(scope) where ${sqlCovers(sql`held.scope`, sql`k.scope`)})
      or exists (select 1 from member_group g where g.id = w.group_id and ${readableGroups(actor)}
        and ${roleInGroup(actor)} >= 'manager'))))`;
}

/**
 * Whether a photo or a video reaches the actor; `w` is its post, absent while it is on its way: then it is its sender's
 * alone. They are for members, wherever the words are open: who is on them did not agree to the open web.
 */
export function mediaReaches(actor: Actor, of: Sql): Sql {
  if (actor.kind === "system") return sql`w.id is not null`;
  if (actor.kind !== "member") return sql`false`;
  return sql`(case when ${of}.post_id is null then ${of}.uploaded_by_id = ${actor.id}
    else (${mediaStays(of)} and ${visiblePosts(actor)}) or ${judgedPosts(actor)} end)`;
}

/** Whether a photo or a video stands in its post: what went with an account, or was taken out, is kept for judges alone. */
export const mediaStays = (of: Sql): Sql => sql`${of}.uploaded_by_id is not null`;

/** The same in lists, for a reader: the machine reads for those who judge. */
export const mediaListed = (actor: Actor, of: Sql): Sql => (actor.kind === "system" ? sql`true` : mediaStays(of));

/** Whether what a post `w` shows beside its words stands in the actor's lists. */
export function mediaShown(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  return actor.kind === "member" ? visiblePosts(actor) : sql`false`;
}
