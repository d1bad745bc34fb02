import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { GroupRole } from "./group.rules.ts";
import type { ToldGroup } from "./group-mail.rules.ts";

/** Somebody who is told of a group, with what she is in it now; null once her account or the group is gone, or hidden. */
export async function findTold(
  groupId: string,
  memberId: string,
): Promise<{ email: string; group: ToldGroup; role: GroupRole | null } | null> {
  type Row = { email: string; role: GroupRole | null } & ToldGroup;
  const [row] = await db.$queryRaw<Row[]>(sql`
    select m.email, g.id, g.slug, g.name, b.role from member m join member_group g on g.id = ${groupId}
      left join group_membership b on b.group_id = g.id and b.member_id = m.id
    where m.id = ${memberId} and m.erased_at is null and g.hidden_at is null and not ${isSuspended(clock.now())}`);
  if (!row) return null;
  const { email, role, ...group } = row;
  return { email, group, role };
}
