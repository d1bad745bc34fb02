// Two members became coopains: a first message that waited between them is answered by it. Run by a job.
import { allow, refuse } from "@/core/decision.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { ofPairInput } from "../conversation.schema.ts";
import { requestAccepted } from "../message.facts.ts";
import { isOfPair } from "../reach.policy.ts";

export const openBetweenCoopains = command({
  name: "conversation.open-between-coopains",
  input: ofPairInput,
  subject: async () => null,
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  async execute({ tx, input: { memberId, otherId }, record }) {
    const ofPair = isOfPair(sql`${memberId}::text`, sql`${otherId}::text`);
    // Its lock first, as whoever answers the request takes it: a refusal at this moment reads that it was accepted.
    await tx.$queryRaw(sql`select v.id from conversation v where ${ofPair} for no key update`);
    const opened = await tx.$queryRaw<{ conversationId: string; fromId: string; toId: string }[]>(sql`
      update conversation_request q set accepted_at = ${clock.now()}, refused_at = null from conversation v
      where q.conversation_id = v.id and ${ofPair} and q.accepted_at is null
        and exists (select 1 from coopain t where t.member_id = ${memberId} and t.other_id = ${otherId})
      returning q.conversation_id as "conversationId", q.from_id as "fromId", q.to_id as "toId"`);
    record(...opened.map(requestAccepted));
  },
});
