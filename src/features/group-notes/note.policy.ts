import type { Actor } from "@/core/actor.ts";
import { allow, type Decision } from "@/core/decision.ts";
import { canKeepGroup, canWorkInGroup, type GroupRole, readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";

/** Notes name their authors, and persons of whom they speak: whoever has no account reads none, in open groups either. */
const readers = (actor: Actor): Sql =>
  actor.kind === "visitor" || actor.kind === "suspended" ? sql`false` : readableGroups(actor);

/**
 * The notes `n` of groups `g` that this actor may read: the only form of this law, for pages, lists, revisions, reports.
 * Those of groups that she reads; what was removed or hidden is nobody's.
 */
export const visibleNotes = (actor: Actor): Sql =>
  sql`(n.removed_at is null and n.hidden_at is null and ${readers(actor)})`;

/** Of groups that she keeps, the notes `n` that were taken away: she may bring them back. */
export const removedNotes = (actor: Actor): Sql => sql`(n.removed_at is not null and n.hidden_at is null
  and ${readers(actor)} and coalesce(${roleInGroup(actor)} >= 'manager', false))`;

export type NoteStanding = { role: GroupRole | null; createdById: string | null };

/** Writing in a note, bringing an earlier wording back: the members of its group. */
export const canEditNote = (actor: Actor, note: NoteStanding): Decision => canWorkInGroup(actor, note);

/** Taking a note away: who began it, those who keep the group. */
export function canRemoveNote(actor: Actor, note: NoteStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return note.createdById === actor.id ? allow : canKeepGroup(actor, note);
}
