// A member blocks another: the two no longer see each other, and nothing waits between them. The other is not told.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { profileOf, visibleProfiles } from "../../profiles/index.ts";
import { memberBlocked } from "../coopain.facts.ts";
import { canTieWith, readsSent } from "../coopain.policy.ts";
import { ofMemberInput } from "../coopain.schema.ts";
import { changesOfAccount } from "../limit.rules.ts";
import { cancelRequests, lockPair, untie } from "./pairs.ts";

/**
 * Whom a member may block: whoever shows her card to her, whom she asked, who wrote in a debate where she wrote too.
 * Whether that one blocked her before changes nothing: the answer would tell her.
 */
async function lockBlockable(tx: Tx, actor: Actor, memberId: string): Promise<{ id: string; already: boolean }> {
  const [row] = await tx.$queryRaw<{ id: string; already: boolean }[]>(sql`
    with blocked as (select 1 from block where blocker_id = ${actor.id} and blocked_id = ${memberId})
    select m.id, exists (select 1 from blocked) as already from member m ${profileOf}
    where m.id = ${memberId} and (exists (select 1 from blocked) or ${visibleProfiles(actor)}
      or (${actor.kind === "member"} and m.erased_at is null and (
        exists (select 1 from coopain_request q where q.from_id = ${actor.id} and q.to_id = m.id and ${readsSent})
        or exists (select 1 from contribution own join contribution hers on hers.debate_id = own.debate_id
          where own.author_id = ${actor.id} and hers.author_id = m.id))))
    for key share of m`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

export const blockMember = command({
  name: "coopain.block",
  input: ofMemberInput,
  limits: [changesOfAccount],
  async subject({ tx, actor, input }) {
    await lockPair(tx, actor, input.memberId);
    return lockBlockable(tx, actor, input.memberId);
  },
  policy: canTieWith,
  async execute({ tx, actor, subject: { id: otherId, already }, record }) {
    if (already) return;
    const memberId = actor.id ?? "";
    await untie(tx, memberId, otherId);
    await cancelRequests(tx, memberId, otherId);
    await tx.block.create({ data: { blockerId: memberId, blockedId: otherId, blockedAt: clock.now() } });
    record(memberBlocked({ memberId, otherId }));
  },
});
