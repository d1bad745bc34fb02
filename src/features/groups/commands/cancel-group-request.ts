// Somebody takes back her request to come into a group.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { groupRequestCancelled } from "../request.facts.ts";
import { canCancelRequest, requestState } from "../request.policy.ts";
import type { RequestState } from "../request.rules.ts";
import { ofRequestInput } from "../request.schema.ts";
import { entryChanges } from "../request-limit.rules.ts";

export const cancelGroupRequest = command({
  name: "group.cancel-request",
  input: ofRequestInput,
  limits: [entryChanges],
  // Her own words: she may take them back from a group that she no longer knows of.
  async subject({ tx, actor, input: { requestId } }) {
    const [request] = await tx.$queryRaw<{ id: string; groupId: string; state: RequestState }[]>(sql`
      select q.id, q.group_id as "groupId", ${requestState} as state from group_request q
      where q.id = ${requestId} and q.member_id = ${actor.id} for update`);
    if (!request) throw new AppError("not_found", "absent");
    return request;
  },
  policy: canCancelRequest,
  async execute({ tx, subject: { id, groupId, state }, record }) {
    if (state === "cancelled") return;
    await tx.groupRequest.update({ where: { id }, data: { cancelledAt: clock.now() } });
    record(groupRequestCancelled({ groupId, requestId: id }));
  },
});
