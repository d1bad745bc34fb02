import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { groupJoined } from "../group.facts.ts";
import { settleLeads } from "./settle-leads.ts";

/** Keeps an account from being erased until the end of the command; one that is erased already is absent. */
export async function keepFromErasure(tx: Tx, memberId: string): Promise<void> {
  const [alive] = await tx.$queryRaw<object[]>(sql`
    select 1 from member where id = ${memberId} and erased_at is null for key share`);
  if (!alive) throw new AppError("not_found", "absent");
}

/**
 * Makes somebody a member of a group whose lock the caller holds, whatever way she came: by herself, on her request, by an
 * invitation, by a link. What waited between the two is settled by it. Answers the facts; none when she was in already.
 */
export async function letIn(
  tx: Tx,
  groupId: string,
  memberId: string,
  { rulesAcceptedAt = null }: { rulesAcceptedAt?: Date | null } = {},
): Promise<Fact[]> {
  await keepFromErasure(tx, memberId);
  const now = clock.now();
  const count = await tx.$executeRaw(sql`
    insert into group_membership as b (group_id, member_id, role, joined_at, rules_accepted_at)
    values (${groupId}, ${memberId}, 'member', ${now}, ${rulesAcceptedAt})
    on conflict (group_id, member_id) do update
      set role = 'member', joined_at = excluded.joined_at, rules_accepted_at = excluded.rules_accepted_at
      where b.role = 'follower'`);
  if (count === 0) return [];
  await tx.groupRemoval.deleteMany({ where: { groupId, memberId } });
  const waiting = { groupId, memberId, answeredAt: null };
  await tx.groupInvitation.updateMany({
    where: { ...waiting, withdrawnAt: null },
    data: { answeredAt: now, accepted: true },
  });
  await tx.groupRequest.updateMany({ where: { ...waiting, cancelledAt: null }, data: { cancelledAt: now } });
  return [groupJoined({ groupId, memberId }), ...(await settleLeads(tx, [groupId]))];
}
