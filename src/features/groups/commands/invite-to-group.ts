// A member of a group invites a coopain of hers, or, who keeps it, anybody whose card she sees. The one who is invited is told.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { isSuspended, lockVisibleProfile } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { invitedToGroup } from "../invitation.facts.ts";
import { canInvite, type Invitable, invitationStands, invitationWaits } from "../invitation.policy.ts";
import { inviteAgainCutoff } from "../invitation.rules.ts";
import { inviteToGroupInput } from "../invitation.schema.ts";
import { groupInvitationsOfAccount, groupInvitationsOfMember } from "../request-limit.rules.ts";
import { lockVisibleGroup } from "./lock-group.ts";

/** Somebody whose card the actor sees, and what inviting her asks; suspended, she is absent. */
async function lockInvitee(tx: Tx, actor: Actor, memberId: string): Promise<Invitable> {
  const now = clock.now();
  await lockVisibleProfile(tx, actor, memberId);
  const [invitee] = await tx.$queryRaw<Invitable[]>(sql`
    select m.adherent_since is not null as adherent, (m.adult_on is null or m.adult_on <= ${now}::date) as adult,
      exists (select 1 from coopain t where t.member_id = ${actor.id} and t.other_id = m.id) as coopain
    from member m where m.id = ${memberId} and not ${isSuspended(now)}`);
  if (!invitee) throw new AppError("not_found", "absent");
  return invitee;
}

export const inviteToGroup = command({
  name: "group.invite",
  input: inviteToGroupInput,
  limits: [groupInvitationsOfAccount, groupInvitationsOfMember],
  async subject({ tx, actor, input }) {
    const group = await lockVisibleGroup(tx, actor, input.groupId);
    return { group, invitee: await lockInvitee(tx, actor, input.memberId) };
  },
  policy: canInvite,
  async execute({ tx, actor, input: { groupId, memberId, words }, record }) {
    await refuseInside(tx, groupId, memberId);
    await withdrawFallen(tx, groupId, memberId);
    const [id, now] = [newId(), clock.now()];
    const declined = { groupId, memberId, accepted: false, answeredAt: { gt: inviteAgainCutoff(now) } };
    // Said alike whether it waits or was declined: who said no is not told on.
    if ((await tx.groupInvitation.count({ where: declined })) > 0) throw new AppError("conflict", "invited_already");
    const { count } = await tx.groupInvitation.createMany({
      data: [{ id, groupId, memberId, invitedById: actor.id, words, invitedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("conflict", "invited_already");
    record(invitedToGroup({ groupId, invitationId: id, memberId }));
  },
});

async function refuseInside(tx: Tx, groupId: string, memberId: string): Promise<void> {
  const inside = { groupId, memberId, role: { not: "follower" } } as const;
  if ((await tx.groupMembership.count({ where: inside })) > 0) throw new AppError("conflict", "inside_already");
}

/** One that waits and stands no more (who invited left, or a block came between): nobody sees it, and it must not stand in another's way. */
async function withdrawFallen(tx: Tx, groupId: string, memberId: string): Promise<void> {
  await tx.$executeRaw(sql`update group_invitation i set withdrawn_at = ${clock.now()}
    where i.group_id = ${groupId} and i.member_id = ${memberId} and ${invitationWaits} and not ${invitationStands()}`);
}
