import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import type { InvitationRef } from "../invitation.rules.ts";

export type Inviter = { id: string; name: string; section: string };

/** Who invites by an invitation that still holds: not revoked, used or opposed, by somebody who is there and not suspended. */
export async function findInviter({ kind, id }: InvitationRef, tx: Tx = db): Promise<Inviter | null> {
  const inviterId =
    kind === "link"
      ? sql`select l.member_id from invitation_link l where l.id = ${id} and l.revoked_at is null`
      : sql`select i.inviter_id from invitation i where i.id = ${id} and i.taken_by_id is null and i.opposed_at is null`;
  const now = clock.now();
  const [inviter] = await tx.$queryRaw<Inviter[]>(sql`
    select m.id, m.name, s.name as section from member m join section s on s.id = m.section_id
    where m.id = (${inviterId}) and m.erased_at is null and not exists (select 1 from suspension u
      where u.member_id = m.id and u.lifted_at is null and u.begins_at <= ${now} and (u.ends_at is null or u.ends_at > ${now}))`);
  return inviter ?? null;
}

/** Writes through whom a newcomer joined. What was written to one address serves once. */
export async function joinThrough(tx: Tx, ref: InvitationRef, memberId: string): Promise<void> {
  const inviter = await findInviter(ref, tx);
  if (!inviter) return;
  if (ref.kind === "email") {
    const { count } = await tx.invitation.updateMany({
      where: { id: ref.id, takenById: null, opposedAt: null },
      data: { takenById: memberId },
    });
    if (count === 0) return;
  }
  await tx.member.update({ where: { id: memberId }, data: { invitedById: inviter.id } });
}
