// A member asks another to be her coopain, with a line of text. When that one asked first, they are coopains.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { lockVisibleProfile } from "../../profiles/index.ts";
import { coopainAccepted, coopainRequested } from "../coopain.facts.ts";
import { canTieWith, isOpen, readsSent } from "../coopain.policy.ts";
import { refusalCutoff } from "../coopain.rules.ts";
import { requestCoopainInput } from "../coopain.schema.ts";
import { requestsOfAccount } from "../limit.rules.ts";
import { areTied, lockPair, tie, writeRequest } from "./pairs.ts";

type Earlier = { own: boolean; open: boolean; sent: boolean; refused_lately: boolean };

/** What was asked before between the two, the latest first. */
const earlierRequests = (tx: Tx, memberId: string, otherId: string) =>
  tx.$queryRaw<(Earlier & { id: string })[]>(sql`
    select q.id, q.from_id = ${memberId} as own, ${isOpen} as open, ${readsSent} as sent,
      coalesce(q.refused_at > ${refusalCutoff(clock.now())}, false) as refused_lately
    from coopain_request q
    where (q.from_id = ${memberId} and q.to_id = ${otherId}) or (q.from_id = ${otherId} and q.to_id = ${memberId})
    order by q.sent_at desc`);

export const requestCoopain = command({
  name: "coopain.request",
  input: requestCoopainInput,
  limits: [requestsOfAccount],
  async subject({ tx, actor, input }) {
    await lockPair(tx, actor, input.memberId);
    return lockVisibleProfile(tx, actor, input.memberId);
  },
  policy: canTieWith,
  async execute({ tx, actor, input: { words }, subject: { id: otherId }, record }): Promise<{
    state: "sent" | "coopains";
  }> {
    const memberId = actor.id ?? "";
    if (await areTied(tx, memberId, otherId)) return { state: "coopains" };
    const earlier = await earlierRequests(tx, memberId, otherId);
    if (earlier.some(({ own, open }) => !own && open)) {
      await tie(tx, memberId, otherId);
      record(coopainAccepted({ memberId, otherId }));
      return { state: "coopains" };
    }
    const mine = earlier.filter(({ own }) => own);
    if (mine.some(({ sent }) => sent)) return { state: "sent" };
    const refused = mine.find(({ refused_lately }) => refused_lately);
    if (refused) {
      // Silently nothing new: she reads a request of today, and nobody is asked.
      await tx.coopainRequest.update({
        where: { id: refused.id },
        data: { words, sentAt: clock.now(), cancelledAt: null },
      });
      return { state: "sent" };
    }
    await writeRequest(tx, memberId, otherId, words);
    record(coopainRequested({ fromId: memberId, toId: otherId }));
    return { state: "sent" };
  },
});
