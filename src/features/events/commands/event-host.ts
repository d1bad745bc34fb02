import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { type GroupStanding, lockReadableGroup } from "@/features/groups/index.ts";
import type { Tx } from "@/platform/db/client.ts";
import type { EventAudience } from "../event.rules.ts";

/** Where an event is set up, and the group in whose name. */
export type LockedHost = { scope: Scope; group: GroupStanding | null };

/**
 * The territory of a new event, or that of the group that organises it, which cannot change meanwhile. Throws `not_found`
 * for a group that this actor does not read, `invalid` when there is no such territory.
 */
export async function lockHost(
  tx: Tx,
  actor: Actor,
  { scope, groupId }: { scope: Scope; groupId: string | null },
): Promise<LockedHost> {
  if (!groupId) {
    await requireScope(tx, scope);
    return { scope, group: null };
  }
  const group = await lockReadableGroup(tx, actor, groupId);
  return { scope: group.scope, group };
}

async function requireScope(tx: Tx, scope: Scope): Promise<void> {
  const [, federationId, sectionId] = scope.split("/");
  const exists = sectionId
    ? await tx.section.count({ where: { scope } })
    : scope === NATIONAL || (await tx.federation.count({ where: { id: federationId ?? "" } }));
  if (!exists) throw new AppError("invalid", "bad_input", { fields: { scope: "Ce territoire n’existe pas." } });
}

/** The members of a group need one; a closed group's events are its members' alone. Throws `invalid`. */
export function checkAudience(audience: EventAudience, group: Pick<GroupStanding, "entry"> | null): void {
  const wrong = (words: string) => new AppError("invalid", "bad_input", { fields: { audience: words } });
  if (audience === "group" && !group) throw wrong("Choisis d’abord le groupe qui organise.");
  if (audience !== "group" && group?.entry === "closed")
    throw wrong("Ce groupe est sur invitation : ses événements sont pour ses membres.");
}
