import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import {
  canKeepGroup,
  canPostInGroup,
  canWorkInGroup,
  type GroupRole,
  hasRole,
  overseesGroup,
  readableGroups,
  roleInGroup,
} from "@/features/groups/index.ts";
import { canBePresent, nearness, noBlock, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import type { PostAudience } from "./post.rules.ts";

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

/** The comments `x` of posts `w` that this actor may read: as the post, unless they were removed or hidden. */
export const visibleComments = (actor: Actor): Sql =>
  sql`(x.removed_at is null and x.hidden_at is null and ${visiblePosts(actor)})`;

/** What these policies ask of a post `w`, with its group `g` (or none) joined. */
export const postStanding = (actor: Actor): Sql => sql`w.author_id as "authorId", w.group_id as "groupId", w.audience,
  w.adherents_only as "adherentsOnly", ${roleInGroup(actor)} as role, coalesce(${overseesGroup(actor)}, false) as staffs,
  w.author_id is not null and not ${noBlock(actor, sql`w.author_id`)} as closed`;
export type PostStanding = {
  authorId: string | null;
  /** Null: on its author's profile. */
  groupId: string | null;
  audience: PostAudience | null;
  adherentsOnly: boolean;
  /** The actor's in the group, or null. */
  role: GroupRole | null;
  /** She keeps it by a mandate. */
  staffs: boolean;
  /** A block lies between the two: it is read, and not answered. */
  closed: boolean;
};

/** Where one writes: a group's wall, or one's own profile. */
export type Wall = { role: GroupRole | null; postedBy: GroupRole } | { publicCard: boolean };

/** Writing on a wall. What only adherents read is written by one; what the web reads, by who shows herself there. */
export function canPublish(
  actor: Actor,
  wall: Wall,
  { adherentsOnly, audience }: { adherentsOnly: boolean; audience: PostAudience | null },
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if ("publicCard" in wall)
    return audience === "everyone" && !wall.publicCard ? refuse("card_not_public", "conflict") : allow;
  const decision = canPostInGroup(actor, wall);
  if (!decision.allowed || !adherentsOnly) return decision;
  return (actor.kind === "member" && actor.adherent) || wall.role === "lead" ? allow : refuse("not_yours");
}

/** Mending one's own words; whoever reads them reads what they were. */
export function canEdit(actor: Actor, { authorId }: { authorId: string | null }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return authorId === actor.id ? allow : refuse("not_yours");
}

const keeps = ({ groupId, role, staffs }: PostStanding) => groupId !== null && (staffs || hasRole(role, "manager"));

/** Taking a post away: who wrote it, who keeps the group, who answers for its place. */
export function canRemovePost(actor: Actor, post: PostStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return post.authorId === actor.id || keeps(post) ? allow : refuse("not_yours");
}

/** Keeping a post on top: managers of its group. */
export function canPin(actor: Actor, post: PostStanding): Decision {
  return post.groupId === null ? refuse("not_yours") : canKeepGroup(actor, post);
}

/** Commenting and reacting: members of the group; on a profile, whoever reads it. A block closes it, and nothing says why. */
export function canAnswerPost(actor: Actor, post: PostStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (post.groupId !== null) {
    const works = canWorkInGroup(actor, post);
    if (!works.allowed) return works;
  }
  return post.closed ? refuse("post_closed") : allow;
}

/** Taking it further: to a wall where she may write. */
export function canShare(actor: Actor, { closed }: Pick<PostStanding, "closed">): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return closed ? refuse("post_closed") : allow;
}

/** A comment, and the post that it stands under. */
export type CommentStanding = { authorId: string | null; closed: boolean; post: PostStanding };

/** Taking a comment away: who wrote it, who keeps the group; under a profile's post, whose profile it is. */
export function canRemoveComment(actor: Actor, { authorId, post }: CommentStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  const own = post.groupId === null && post.authorId === actor.id;
  return authorId === actor.id || own || keeps(post) ? allow : refuse("not_yours");
}

/** Reacting to a comment: as answering its post, unless its own author and she do not speak. */
export function canReactToComment(actor: Actor, { post, closed }: CommentStanding): Decision {
  return canAnswerPost(actor, { ...post, closed });
}
