// Who invited somebody, or who keeps the group, takes the invitation back before its answer.
import { AppError } from "@/core/app-error.ts";
import { noBlock } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { canKeepGroup } from "../group.policy.ts";
import { groupInvitationWithdrawn } from "../invitation.facts.ts";
import { canWithdrawInvitation, invitationState } from "../invitation.policy.ts";
import type { InvitationState } from "../invitation.rules.ts";
import { ofInvitationInput } from "../invitation.schema.ts";
import { entryChanges } from "../request-limit.rules.ts";
import { lockVisibleGroup } from "./lock-group.ts";

type Sent = { id: string; groupId: string; memberId: string; invitedById: string | null; state: InvitationState };

export const withdrawInvitation = command({
  name: "group.withdraw-invitation",
  input: ofInvitationInput,
  limits: [entryChanges],
  async subject({ tx, actor, input: { invitationId } }) {
    const found = await tx.groupInvitation.findUnique({ where: { id: invitationId }, select: { groupId: true } });
    if (!found) throw new AppError("not_found", "absent");
    const group = await lockVisibleGroup(tx, actor, found.groupId);
    await tx.$queryRaw(sql`select i.id from group_invitation i where i.id = ${invitationId} for update`);
    const [sent] = await tx.$queryRaw<Sent[]>(sql`
      select i.id, i.group_id as "groupId", i.member_id as "memberId", i.invited_by_id as "invitedById", ${invitationState} as state
      from group_invitation i where i.id = ${invitationId} and ${noBlock(actor, sql`i.member_id`)}`);
    if (!sent || !(sent.invitedById === actor.id || canKeepGroup(actor, group).allowed))
      throw new AppError("not_found", "absent");
    return sent;
  },
  policy: canWithdrawInvitation,
  async execute({ tx, subject: { id, groupId, memberId, state }, record }) {
    if (state === "withdrawn") return;
    await tx.groupInvitation.update({ where: { id }, data: { withdrawnAt: clock.now() } });
    record(groupInvitationWithdrawn({ groupId, invitationId: id, memberId }));
  },
});
