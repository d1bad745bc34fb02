import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { type GroupRole, hasRole } from "../group.rules.ts";
import type { OtherMember } from "../membership.policy.ts";
import { type LockedGroup, lockGroupToChange } from "./lock-group.ts";

export type GroupAndOther = { group: LockedGroup; other: OtherMember };

/**
 * A group held alone, and somebody who is in it. Those who keep it know everybody in it, whoever blocked whom; for anybody
 * else, only those whose card she sees are there. Throws `not_found`.
 */
export async function lockGroupAndOther(
  tx: Tx,
  actor: Actor,
  { groupId, memberId }: { groupId: string; memberId: string },
): Promise<GroupAndOther> {
  const group = await lockGroupToChange(tx, actor, groupId);
  const seen = hasRole(group.role, "manager") ? sql`true` : visibleProfiles(actor);
  const [other] = await tx.$queryRaw<{ id: string; role: GroupRole }[]>(sql`
    select m.id, b.role from group_membership b join member_group g on g.id = b.group_id
      join member m on m.id = b.member_id ${profileOf}
    where b.group_id = ${groupId} and b.member_id = ${memberId} and m.erased_at is null and ${seen}
      and (not g.adherents_only or m.adherent_since is not null)`);
  // Nobody in a group is told apart from nobody at all, by whoever keeps none of it.
  if (!other || (group.role === null && !group.oversees)) throw new AppError("not_found", "absent");
  return { group, other };
}
