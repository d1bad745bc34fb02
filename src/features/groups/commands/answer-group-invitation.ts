// Somebody answers an invitation: yes, and she is a member, however one comes in otherwise; no, and nobody is told.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { groupInvitationAnswered } from "../invitation.facts.ts";
import { canAnswerInvitation, invitationStands, invitationState } from "../invitation.policy.ts";
import type { InvitationState } from "../invitation.rules.ts";
import { answerInvitationInput } from "../invitation.schema.ts";
import { entryChanges } from "../request-limit.rules.ts";
import { letIn } from "./let-in.ts";
import { type LockedGroup, lockVisibleGroup } from "./lock-group.ts";
import { acceptedNow } from "./request-terms.ts";

type Invited = { id: string; group: LockedGroup; state: InvitationState };

/** An invitation that the actor received into a group that she may know of, from somebody of it who has no block with her. */
async function lockOwnInvitation(tx: Tx, actor: Actor, invitationId: string): Promise<Invited> {
  const found = await tx.groupInvitation.findFirst({
    where: { id: invitationId, memberId: actor.id ?? "" },
    select: { groupId: true },
  });
  if (!found) throw new AppError("not_found", "absent");
  const group = await lockVisibleGroup(tx, actor, found.groupId);
  await tx.$queryRaw(sql`select i.id from group_invitation i where i.id = ${invitationId} for update`);
  const [invitation] = await tx.$queryRaw<Omit<Invited, "group">[]>(sql`
    select i.id, ${invitationState} as state from group_invitation i where i.id = ${invitationId} and ${invitationStands()}`);
  if (!invitation) throw new AppError("not_found", "absent");
  return { ...invitation, group };
}

export const answerGroupInvitation = command({
  name: "group.answer-invitation",
  input: answerInvitationInput,
  limits: [entryChanges],
  subject: ({ tx, actor, input }) => lockOwnInvitation(tx, actor, input.invitationId),
  policy: canAnswerInvitation,
  async execute({ tx, actor, input, subject: { id, group, state }, record }) {
    const [accepted, memberId, groupId] = [input.answer === "oui", actor.id ?? "", group.id];
    const into = accepted ? { id: groupId, slug: group.slug } : null;
    if (state !== "waiting") return { into };
    const rulesAcceptedAt = accepted ? acceptedNow(group, input) : null;
    await tx.groupInvitation.update({ where: { id }, data: { answeredAt: clock.now(), accepted } });
    if (accepted) record(...(await letIn(tx, groupId, memberId, { rulesAcceptedAt })));
    record(groupInvitationAnswered({ groupId, invitationId: id, memberId }));
    return { into };
  },
});
