import type { Fact } from "@/core/fact.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { contributionHidden, contributionShown } from "../debate.facts.ts";
import {
  findReadableContribution,
  getReportedContribution,
  hostedContributions,
  hostsSomewhere,
  listReportedContributions,
} from "../reported-contribution.queries.ts";
import { setHidden } from "./debate-log.ts";

/** Hides a contribution or shows it again, for a decision whose policy is the caller's; the fact to record, or null. */
async function moderate(
  tx: Tx,
  { objectId: contributionId, hidden, byId }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const done = await setHidden(tx, { contributionId, hidden, byId });
  if (!done) return null;
  const { debateId, audience, seq } = done;
  const ids = { debateId, audience, from: seq, to: seq, contributionId };
  return hidden ? contributionHidden(ids) : contributionShown(ids);
}

/** The author of a case `k` about a contribution. */
const authorOfCase: Sql = sql`(select c.author_id from contribution c where c.id = k.object_id)`;

/** What debates offer to moderation: how contributions and replies are reported, read and hidden. */
export const contributionReports = {
  kind: "contribution",
  title: "Signaler une contribution",
  find: findReadableContribution,
  list: listReportedContributions,
  read: getReportedContribution,
  table: sql`contribution`,
  authorOfCase,
  decidedBy: hostedContributions,
  decidesSomewhere: hostsSomewhere,
  setHidden: moderate,
} as const;
