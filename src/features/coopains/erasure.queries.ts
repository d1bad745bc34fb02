import { db, sql, type Tx } from "@/platform/db/client.ts";

/**
 * What a member's export says of her ties. Neither a refusal nor the end of a request is in it: a block ends one too,
 * and she is told of neither.
 */
export async function coopainsOfExport(memberId: string) {
  const [coopains, sent, blocked, link, joined] = await Promise.all([
    db.coopain.findMany({ where: { memberId }, select: { otherId: true, since: true }, orderBy: { since: "asc" } }),
    db.coopainRequest.findMany({
      where: { fromId: memberId },
      select: { toId: true, words: true, sentAt: true, acceptedAt: true },
      orderBy: { sentAt: "asc" },
    }),
    db.block.findMany({ where: { blockerId: memberId }, orderBy: { blockedAt: "asc" } }),
    db.invitationLink.findFirst({ where: { memberId, revokedAt: null } }),
    db.member.count({ where: { invitedById: memberId, erasedAt: null } }),
  ]);
  return { coopains, sent, blocked, link, joined };
}

/** Takes a member out of every tie, request, block and invitation; who was written to is never written to again. */
export async function eraseCoopains(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw(sql`delete from coopain where member_id = ${id} or other_id = ${id}`);
  await tx.$executeRaw(sql`delete from coopain_request where from_id = ${id} or to_id = ${id}`);
  await tx.$executeRaw(sql`delete from block where blocker_id = ${id} or blocked_id = ${id}`);
  await tx.$executeRaw(sql`delete from invitation_link where member_id = ${id}`);
  await tx.$executeRaw(sql`update invitation set inviter_id = null where inviter_id = ${id}`);
  await tx.$executeRaw(sql`update invitation set taken_by_id = null where taken_by_id = ${id}`);
  await tx.$executeRaw(sql`update member set invited_by_id = null where invited_by_id = ${id} or id = ${id}`);
}
