import { command } from "@/platform/command.ts";
import { roleGiven } from "../group.facts.ts";
import { hasRole } from "../group.rules.ts";
import { setRoleInput } from "../group.schema.ts";
import { keeping } from "../group-limit.rules.ts";
import { canSetRole } from "../membership.policy.ts";
import { lockGroupAndOther } from "./lock-other.ts";

/** A lead says what somebody of the group is in it; who answers for it by a mandate gives it a manager. */
export const setRole = command({
  name: "group.set-role",
  input: setRoleInput,
  limits: [keeping],
  subject: ({ tx, actor, input }) => lockGroupAndOther(tx, actor, input),
  policy: (actor, { group, other }, { role }) => canSetRole(actor, group, other, role),
  async execute({ tx, input: { groupId, memberId, role }, subject: { other }, record }) {
    if (other.role === role) return;
    await tx.groupMembership.update({ where: { groupId_memberId: { groupId, memberId } }, data: { role } });
    record(roleGiven({ groupId, memberId, role, raised: hasRole(other.role, role) ? "non" : "oui" }));
  },
});
