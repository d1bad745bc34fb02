import type { Fact } from "@/core/fact.ts";
import { leavePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";

/** Her address alone stands in for her account: it is the same person's. */
export async function herNotes(memberId: string) {
  const { email } = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { email: true } });
  const event = { select: { title: true } };
  const [notes, guests] = await Promise.all([
    db.eventNote.findMany({ where: { authorId: memberId }, include: { event }, orderBy: { writtenAt: "asc" } }),
    db.eventGuest.findMany({ where: { email }, include: { event }, orderBy: { askedAt: "asc" } }),
  ]);
  return { notes, guests };
}

/**
 * Her questions go, with what answered them; what she told participants as an organiser stays, without her name. Places
 * that her address holds as a guest's are given up, or stay counted, nameless, once past.
 */
export async function eraseHerNotes(tx: Tx, { id, email }: { id: string; email: string }): Promise<readonly Fact[]> {
  const now = clock.now();
  const facts: Fact[] = [];
  await tx.eventNote.deleteMany({ where: { authorId: id, kind: "question" } });
  await tx.eventNote.updateMany({ where: { authorId: id }, data: { authorId: null } });
  const held = await tx.$queryRaw<{ signUpId: string }[]>(sql`
    select s.id as "signUpId" from sign_up s join event_guest g on g.id = s.guest_id join shift h on h.id = s.shift_id
    where g.email = ${email} and s.state <> 'left' and (h.ends_at > ${now} or s.state <> 'in') order by h.id`);
  for (const { signUpId } of held)
    await leavePlace(tx, { signUpId, because: "erased", now, record: (...told) => void facts.push(...told) });
  await tx.eventGuest.deleteMany({ where: { email } });
  return facts;
}
