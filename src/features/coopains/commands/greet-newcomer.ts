// Whoever invited a newcomer asks to be her coopain, without a word: the invitation said it.
import { hide } from "@/core/decision.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { isSuspended } from "../../profiles/index.ts";
import { coopainRequested } from "../coopain.facts.ts";
import { ofMemberInput } from "../coopain.schema.ts";
import { writeRequest } from "./pairs.ts";

export const greetNewcomer = command({
  name: "coopain.greet-newcomer",
  input: ofMemberInput,
  async subject({ tx, input }) {
    // Whatever was between the two already, a block included, speaks for itself: nothing is added to it.
    const [inviter] = await tx.$queryRaw<{ id: string }[]>(sql`
      select m.id from member n join member m on m.id = n.invited_by_id
      where n.id = ${input.memberId} and n.erased_at is null and m.erased_at is null and not ${isSuspended(clock.now())}
        and not exists (select 1 from block b where (b.blocker_id = m.id and b.blocked_id = n.id)
          or (b.blocker_id = n.id and b.blocked_id = m.id))
        and not exists (select 1 from coopain t where t.member_id = m.id and t.other_id = n.id)
        and not exists (select 1 from coopain_request q where (q.from_id = m.id and q.to_id = n.id)
          or (q.from_id = n.id and q.to_id = m.id))
      for key share of n, m`);
    return { inviterId: inviter?.id ?? null };
  },
  policy: (actor) => (actor.kind === "system" ? { allowed: true } : hide),
  async execute({ tx, input: { memberId }, subject: { inviterId }, record }) {
    if (!inviterId) return;
    await writeRequest(tx, inviterId, memberId, "");
    record(coopainRequested({ fromId: inviterId, toId: memberId }));
  },
});
