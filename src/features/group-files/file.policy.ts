import type { Actor, Role } from "@/core/actor.ts";
import { allow, type Decision } from "@/core/decision.ts";
import { canKeepGroup, type GroupRole, readableGroups } from "@/features/groups/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";

/**
 * The files `f` of groups `g` that this actor may read: the only form of this law, for lists, downloads, previews, reports.
 * Those of groups that she reads, with an account: persons in them did not consent to more. What was removed or hidden is
 * nobody's.
 */
export function visibleFiles(actor: Actor): Sql {
  if (actor.kind === "visitor" || actor.kind === "suspended") return sql`false`;
  return sql`(f.removed_at is null and f.hidden_at is null and ${readableGroups(actor)})`;
}

const DECIDERS: readonly Role[] = ["section_leader", "federation_admin", "moderator", "national_admin"];

/** The reported files `f`, hidden ones too, that this actor judges by her mandate: nobody judges what she has not seen. */
export function judgedFiles(actor: Actor): Sql {
  if (actor.kind !== "member") return sql`false`;
  const scopes = actor.grants.filter(({ role }) => DECIDERS.includes(role)).map(({ scope }) => scope);
  if (scopes.length === 0) return sql`false`;
  return sql`(f.added_by_id is distinct from ${actor.id} and exists (
    select 1 from moderation_case k join unnest(${scopes}::text[]) as held(scope) on ${sqlCovers(sql`held.scope`, sql`k.scope`)}
    where k.kind = 'group-file' and k.object_id = f.id))`;
}

/** Taking a file away: who added it, those who keep the group. */
export function canRemoveFile(actor: Actor, file: { role: GroupRole | null; addedById: string | null }): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return file.addedById === actor.id ? allow : canKeepGroup(actor, file);
}
