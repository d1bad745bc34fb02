import { type Actor, holds, homesOf } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { canLeadGroup } from "./group.policy.ts";
import { type GroupRole, type GroupStanding, hasRole } from "./group.rules.ts";

/** Forming a group: an adherent where she lives, up to the country; who answers for a place, there. */
export function canCreateGroup(actor: Actor, scope: Scope): Decision {
  if (actor.kind === "system") return allow;
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (holds(actor, ["section_leader", "federation_admin", "national_admin"], scope)) return allow;
  if (actor.kind !== "member" || !actor.adherent) return refuse("adherents_form_groups");
  return homesOf(actor).includes(scope) ? allow : refuse("not_yours");
}

type Way = Pick<GroupStanding, "role" | "kind" | "entry" | "adherentsOnly" | "removed">;

/** A place's group is not joined: one lives there. */
function formed(actor: Actor, group: Pick<GroupStanding, "kind">): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return group.kind === "place" ? refuse("group_follows_home") : allow;
}

/** Who knows of a group of adherents by her mandate alone comes in no more than anybody else. */
function reached(actor: Actor, group: Way): Decision {
  const may = formed(actor, group);
  if (!may.allowed) return may;
  const adherent = actor.kind === "member" && actor.adherent;
  return group.adherentsOnly && !adherent ? refuse("group_of_adherents") : allow;
}

/** Coming in by oneself: an open group, of which one is no member yet, and was not taken out. */
export function canJoinGroup(actor: Actor, group: Way): Decision {
  const may = reached(actor, group);
  if (!may.allowed) return may;
  if (hasRole(group.role, "member")) return refuse("in_group_already", "conflict");
  if (group.entry === "open") return group.removed ? refuse("removed_from_group") : allow;
  return refuse(group.entry === "request" ? "group_asks_first" : "group_by_invitation");
}

/** Asking to come in: a group that answers requests. */
export function canAskToJoin(actor: Actor, group: Way): Decision {
  const may = reached(actor, group);
  if (!may.allowed) return may;
  if (hasRole(group.role, "member")) return refuse("in_group_already", "conflict");
  if (group.entry === "request") return allow;
  return refuse(group.entry === "open" ? "group_is_open" : "group_by_invitation");
}

/** Reading it in one's feed without being in it: an open group. */
export function canFollowGroup(actor: Actor, group: Way): Decision {
  const may = reached(actor, group);
  if (!may.allowed) return may;
  if (group.role !== null) return refuse("in_group_already", "conflict");
  if (group.removed) return refuse("removed_from_group");
  return group.entry === "open" ? allow : refuse("group_not_open");
}

/** Going away, or following no longer. */
export function canLeaveGroup(actor: Actor, group: Pick<GroupStanding, "role" | "kind">): Decision {
  const may = formed(actor, group);
  if (!may.allowed) return may;
  return group.role === null ? refuse("not_in_group", "conflict") : allow;
}

/** Entering a group that is not hers, of the national level: she says why, and it is written down. Never a closed one. */
export function canVisitGroup(actor: Actor, group: Pick<GroupStanding, "entry" | "reads">): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (!holds(actor, ["national_admin"], NATIONAL) || group.entry === "closed") return refuse("not_yours");
  return group.reads ? refuse("group_read_already", "conflict") : allow;
}

/** Its card and its rules: its leads, and who answers for it by a mandate. */
export function canEditGroup(actor: Actor, group: Pick<GroupStanding, "role" | "oversees">): Decision {
  const leads = canLeadGroup(actor, group);
  if (leads.allowed) return leads;
  const present = canBePresent(actor);
  return present.allowed && group.oversees ? allow : leads;
}

/** Somebody else of the group, as these decisions ask. */
export type OtherMember = { id: string; role: GroupRole };

/**
 * Giving somebody of the group another role: a lead, to anybody but herself, up to her own. Who answers for the group by
 * a mandate makes a member its manager, no more.
 */
export function canSetRole(
  actor: Actor,
  group: Pick<GroupStanding, "role" | "oversees" | "kind" | "entry">,
  other: OtherMember,
  role: GroupRole,
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (group.kind === "place") return refuse("group_follows_home");
  if (other.id === actor.id) return refuse("own_role");
  // Behind a door there is nothing to follow: she would be put out without being told why.
  if (canLeadGroup(actor, group).allowed)
    return role === "follower" && group.entry !== "open" ? refuse("group_not_open", "conflict") : allow;
  const raises = role === "manager" && (other.role === "member" || other.role === "manager");
  return group.oversees && raises ? allow : refuse("not_yours");
}

/** Taking somebody out of the group: who keeps it, whoever is less in it than she is. */
export function canRemoveFromGroup(
  actor: Actor,
  group: Pick<GroupStanding, "role" | "kind">,
  other: OtherMember,
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (group.kind === "place") return refuse("group_follows_home");
  if (other.id === actor.id) return refuse("leave_instead", "conflict");
  if (!hasRole(group.role, "manager")) return refuse(group.role === null ? "not_in_group" : "not_yours");
  return hasRole(other.role, group.role ?? "lead") ? refuse("not_yours") : allow;
}
