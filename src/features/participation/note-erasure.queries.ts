import type { Fact } from "@/core/fact.ts";
import { leavePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { isContested } from "@/platform/contested.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";

/** Whether a question `n`, or an answer to it, is being judged, or was so lately that anybody may contest. */
const isNoteContested = sql`(${isContested("note", sql`n.id`)}
  or exists (select 1 from event_note a where a.parent_id = n.id and ${isContested("note", sql`a.id`)}))`;

/** Questions that were kept for their judge go, once nobody may contest. */
export async function forgetKeptNotes(): Promise<void> {
  await db.$executeRaw(sql`delete from event_note n where n.removed_at is not null and not ${isNoteContested}`);
}

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
 * Her questions go, with what answered them (one that is contested is kept, nameless, for its judge alone); what she told participants as an organiser stays, without her name. Places
 * that her address holds as a guest's are given up, or stay counted, nameless, once past.
 */
export async function eraseHerNotes(tx: Tx, { id, email }: { id: string; email: string }): Promise<readonly Fact[]> {
  const now = clock.now();
  const facts: Fact[] = [];
  // What somebody reports at this moment was reported before, or is gone.
  await tx.$queryRaw(sql`
    select n.id from event_note n left join event_note q on q.id = n.parent_id
    where n.author_id = ${id} or q.author_id = ${id} order by n.id for update of n`);
  await tx.$executeRaw(sql`
    update event_note n set removed_at = ${now} where n.author_id = ${id} and n.kind = 'question' and ${isNoteContested}`);
  await tx.eventNote.deleteMany({ where: { authorId: id, kind: "question", removedAt: null } });
  await tx.eventNote.updateMany({ where: { authorId: id }, data: { authorId: null } });
  const held = await tx.$queryRaw<{ signUpId: string }[]>(sql`
    select s.id as "signUpId" from sign_up s join event_guest g on g.id = s.guest_id join shift h on h.id = s.shift_id
    where g.email = ${email} and s.state <> 'left' and (h.ends_at > ${now} or s.state <> 'in') order by h.id`);
  for (const { signUpId } of held)
    await leavePlace(tx, { signUpId, because: "erased", now, record: (...told) => void facts.push(...told) });
  await tx.eventGuest.deleteMany({ where: { email } });
  return facts;
}
