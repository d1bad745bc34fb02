import { readRows, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { visibleGroups } from "./group.policy.ts";

/** A group that somebody knows of no more. */
export const SOME_GROUP = "un groupe";

/**
 * For the export of a member: how she may call each of these groups. Those that she is in, those of places, those that she
 * knows of, by their names of today; the others have none for her, whatever she once did in them.
 */
export async function groupNamesFor(
  memberId: string,
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return () => SOME_GROUP;
  const actor = await actorOfMember(memberId);
  const rows = await readRows<{ id: string; name: string }>(sql`
    select g.id, g.name from member_group g where g.id = any(${asked}::text[]) and (g.kind = 'place' or ${visibleGroups(actor)}
      or exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = ${memberId}))`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? SOME_GROUP;
}
