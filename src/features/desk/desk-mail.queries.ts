import type { Actor } from "@/core/actor.ts";
import { managedMembers } from "@/features/profiles/index.ts";
import { listSectionRecipients } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { answersFirst, deskNewcomers, isMinor, isNewcomer, welcomable, welcomeOf } from "./desk.policy.ts";

// For the jobs alone: who is written to, and whether there still is a reason to, read when the mail leaves.

export type PlaceOfMail = { id: string; name: string; slug: string; scope: string; federation: { slug: string } };
type PersonOfMail = { id: string; name: string; email: string; section: PlaceOfMail };

/** A member who can be written to, with her section; null once she has left or is suspended. */
async function findPerson(memberId: string): Promise<(PersonOfMail & { actor: Actor }) | null> {
  const actor = await actorOfMember(memberId);
  if (actor.kind !== "member") return null;
  const member = await db.member.findUnique({
    where: { id: memberId, erasedAt: null },
    select: { id: true, name: true, email: true, section: { include: { federation: { select: { slug: true } } } } },
  });
  return member && { ...member, actor };
}

/** Who looks after a newcomer and the newcomer, while it is so. */
export async function findPointPerson({ memberId, pointPersonId }: { memberId: string; pointPersonId: string }) {
  const [person, newcomer] = await Promise.all([findPerson(pointPersonId), findPerson(memberId)]);
  if (!person || !newcomer) return null;
  const [row] = await db.$queryRaw<object[]>(sql`
    select 1 from member m ${welcomeOf} where m.id = ${memberId} and w.point_person_id = ${pointPersonId}
      and w.welcomed_at is null and ${welcomable(person.actor)}`);
  return row
    ? { to: person.email, newcomer: { id: newcomer.id, name: newcomer.name }, section: newcomer.section }
    : null;
}

/** A newcomer and who wrote to her; null when one of them left, may no longer write, or has blocked the other. */
export async function findWelcomeToSend({ memberId, authorId }: { memberId: string; authorId: string }) {
  const [author, newcomer] = await Promise.all([findPerson(authorId), findPerson(memberId)]);
  if (!author || !newcomer) return null;
  // Written while she looked after her: that she has been replaced or welcomed since does not take her word back.
  const [row] = await db.$queryRaw<object[]>(sql`
    select 1 from member m where m.id = ${memberId}
      and not exists (select 1 from block b where (b.blocker_id = m.id and b.blocked_id = ${authorId})
        or (b.blocker_id = ${authorId} and b.blocked_id = m.id))
      and (not ${isMinor(clock.now())} or ${managedMembers(author.actor)})`);
  return row ? { to: newcomer.email, author: author.name, newcomer: newcomer.name, section: newcomer.section } : null;
}

const MOST_NAMED = 10;

/**
 * The newcomers that nobody wrote to, for somebody who is told of them first, the latest ones named. Null when nobody
 * waits, or when she can no longer act.
 */
export async function findNewcomersToTell(recipientId: string) {
  const person = await findPerson(recipientId);
  if (!person) return null;
  const newcomers = await db.$queryRaw<{ name: string; section: string; scope: string; total: number }[]>(sql`
    select m.name, s.name as section, s.scope, count(*) over ()::int as total
    from section s join member m on m.section_id = s.id ${welcomeOf}
    where ${answersFirst(person.actor)} and ${deskNewcomers(person.actor)} and w.written_at is null
    order by m.joined_at desc, m.id limit ${MOST_NAMED}`);
  const [first] = newcomers;
  return first ? { to: person.email, newcomers, total: first.total } : null;
}

export type MoveToTell = { memberId: string; recipientId: string; sectionId: string; way: "arrived" | "left" };

/** Whom to tell of a move, of whom, where: only while it is still true, and she still answers for the section. */
export async function findMoveToTell({ memberId, recipientId, sectionId, way }: MoveToTell) {
  const [recipients, member, section] = await Promise.all([
    listSectionRecipients(sectionId),
    db.member.findUnique({ where: { id: memberId, erasedAt: null }, select: { name: true, sectionId: true } }),
    db.section.findUnique({ where: { id: sectionId }, select: { name: true, scope: true } }),
  ]);
  const recipient = recipients.find(({ id }) => id === recipientId);
  if (!recipient || !member || !section) return null;
  if ((member.sectionId === sectionId) !== (way === "arrived")) return null;
  return { to: recipient.email, name: member.name, section, way };
}

type Released = { sectionId: string; memberIds: readonly string[]; recipientId: string };

/** Of newcomers who lost whom they were entrusted to, those that still wait for somebody; null when none does. */
export async function findReleasedToTell({ sectionId, memberIds, recipientId }: Released) {
  const recipient = (await listSectionRecipients(sectionId)).find(({ id }) => id === recipientId);
  if (!recipient) return null;
  const newcomers = await db.$queryRaw<{ name: string; section: string }[]>(sql`
    select m.name, s.name as section from member m join section s on s.id = m.section_id ${welcomeOf}
    where m.id = any(${[...memberIds]}::text[]) and s.id = ${sectionId} and ${isNewcomer(clock.now())}
      and w.point_person_id is null order by m.joined_at, m.id`);
  const [first] = newcomers;
  if (!first) return null;
  const names = newcomers.map(({ name }) => name);
  return { to: recipient.email, names, section: { name: first.section, scope: recipient.scope } };
}

/** A member who was told no, or yes, about her claim; null when it is no longer so. */
export async function findClaimToTell(memberId: string, verified: boolean) {
  const person = await findPerson(memberId);
  if (!person) return null;
  const { claim, adherentSince } = await db.member.findUniqueOrThrow({ where: { id: memberId } });
  const isSo = verified ? adherentSince !== null : claim === "sympathiser" && adherentSince === null;
  return isSo ? { to: person.email, section: person.section } : null;
}
