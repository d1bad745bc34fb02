// Who keeps a group answers who asks to come in, with a word: yes and she is a member, no and she is told so. One answer counts.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isSuspended, noBlock } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { canKeepGroup } from "../group.policy.ts";
import { groupRequestAnswered } from "../request.facts.ts";
import { canAnswerRequest, requestState } from "../request.policy.ts";
import type { RequestState } from "../request.rules.ts";
import { answerRequestInput } from "../request.schema.ts";
import { entryChanges } from "../request-limit.rules.ts";
import { letIn } from "./let-in.ts";
import { lockVisibleGroup } from "./lock-group.ts";

type Asked = { id: string; memberId: string; state: RequestState; rulesAcceptedAt: Date | null; able: boolean };

/** A request of a group that the actor keeps, of somebody who has no block with her; else `not_found`. */
async function lockRequestToAnswer(tx: Tx, actor: Actor, requestId: string) {
  const found = await tx.groupRequest.findUnique({ where: { id: requestId }, select: { groupId: true } });
  if (!found) throw new AppError("not_found", "absent");
  const group = await lockVisibleGroup(tx, actor, found.groupId);
  await tx.$queryRaw(sql`select q.id from group_request q where q.id = ${requestId} for update`);
  const [request] = await tx.$queryRaw<Asked[]>(sql`
    select q.id, q.member_id as "memberId", ${requestState} as state, q.rules_accepted_at as "rulesAcceptedAt",
      (not ${isSuspended(clock.now())} and (not ${group.adherentsOnly}::boolean or m.adherent_since is not null)) as able
    from group_request q join member m on m.id = q.member_id
    where q.id = ${requestId} and m.erased_at is null and ${noBlock(actor)}`);
  if (!request || !canKeepGroup(actor, group).allowed) throw new AppError("not_found", "absent");
  return { ...request, role: group.role, groupId: group.id };
}

export const answerGroupRequest = command({
  name: "group.answer-request",
  input: answerRequestInput,
  limits: [entryChanges],
  subject: ({ tx, actor, input }) => lockRequestToAnswer(tx, actor, input.requestId),
  policy: canAnswerRequest,
  async execute({ tx, actor, input: { answer, words }, subject: request, record }) {
    const [accepted, { id, groupId, memberId, rulesAcceptedAt }] = [answer === "oui", request];
    if (accepted && !request.able) throw new AppError("conflict", "cannot_come_in");
    const data = { answeredById: actor.id, answeredAt: clock.now(), accepted, answerWords: words };
    await tx.groupRequest.update({ where: { id }, data });
    if (accepted) record(...(await letIn(tx, groupId, memberId, { rulesAcceptedAt })));
    record(groupRequestAnswered({ groupId, requestId: id }));
  },
});
