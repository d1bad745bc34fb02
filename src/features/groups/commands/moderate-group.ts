import type { Actor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { groupHidden, groupShown } from "../group.facts.ts";
import { findReadableGroup, getReportedGroup, listReportedGroups } from "../reported-group.queries.ts";

/** Hides a group or shows it again, for a decision whose policy is the caller's; the fact to record, or null. */
async function moderate(
  tx: Tx,
  { objectId: groupId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const { count } = await tx.group.updateMany({
    where: { id: groupId, hiddenAt: hidden ? null : { not: null } },
    data: { hiddenAt: hidden ? clock.now() : null },
  });
  if (count === 0) return null;
  return hidden ? groupHidden({ groupId }) : groupShown({ groupId });
}

/** Who formed the group of a case `k`. */
const authorOfCase: Sql = sql`(select g.created_by_id from member_group g where g.id = k.object_id)`;

/** Whoever keeps a group stands for its words, whoever wrote them. */
const standsFor = ({ id }: Actor): Sql =>
  sql`exists (select 1 from group_membership b where b.group_id = k.object_id and b.member_id = ${id} and b.role in ('manager', 'lead'))`;

/** What groups offer to moderation: how their name and words are reported, read and hidden. Those who keep one decide on none of it. */
export const groupReports = {
  kind: "groupe",
  title: "Signaler un groupe",
  find: findReadableGroup,
  list: listReportedGroups,
  read: getReportedGroup,
  table: sql`member_group`,
  authorOfCase,
  standsFor,
  decidedBy: (): Sql => sql`false`,
  decidesSomewhere: (): Sql => sql`false`,
  setHidden: moderate,
} as const;
