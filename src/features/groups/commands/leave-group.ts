import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { groupLeft } from "../group.facts.ts";
import { groupInput } from "../group.schema.ts";
import { comings } from "../group-limit.rules.ts";
import { canLeaveGroup } from "../membership.policy.ts";
import { lockGroupToChange } from "./lock-group.ts";
import { isEffective } from "./settle-leads.ts";

/** A member leaves a group, or follows it no longer. Its last lead hands it over first, unless she is alone in it. */
export const leaveGroup = command({
  name: "group.leave",
  input: groupInput,
  limits: [comings],
  subject: ({ tx, actor, input }) => lockGroupToChange(tx, actor, input.groupId),
  policy: canLeaveGroup,
  async execute({ tx, actor, subject: { id: groupId, slug, role, entry }, record }) {
    if (role === "lead" && (await leavesNobody(tx, actor, groupId))) throw new AppError("conflict", "last_lead");
    const memberId = actor.id ?? "";
    await tx.groupMembership.deleteMany({ where: { groupId, memberId } });
    record(groupLeft({ groupId, memberId }));
    return { id: groupId, slug, stillThere: entry !== "closed" };
  },
});

/** Whether others are in the group and none of them leads it. */
async function leavesNobody(tx: Tx, { id }: Actor, groupId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ others: number; leads: number }[]>(sql`
    select count(*)::int as others, (count(*) filter (where b.role = 'lead'))::int as leads
    from group_membership b join member_group g on g.id = b.group_id join member m on m.id = b.member_id
    where b.group_id = ${groupId} and b.member_id <> ${id} and b.role <> 'follower' and ${isEffective()}`);
  return row !== undefined && row.others > 0 && row.leads === 0;
}
