import { randomUUID } from "node:crypto";
import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person } from "@tests/support/worlds.ts";
import { newId } from "@/core/ids.ts";
import { hashPassword } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { inAttachments } from "./attachment-traces.ts";
import { inConversations } from "./conversation-traces.ts";
import { inGroups } from "./group-traces.ts";
import { inMessages } from "./message-traces.ts";
import { inPapers } from "./paper-traces.ts";
import { inNotes } from "./participation-traces.ts";
import { inPosts } from "./post-traces.ts";

// Two members who have done everything that leaves a trace, each with a sentinel of her own in every text that is hers.

export const PASSWORD = "grenouille tambour 42 lampadaires";

export type Witness = Person & { sentinel: string; contributionId: string; caseId: string };

/** A member whose name, address, words and profile all hold her sentinel. */
export async function aWitness(sentinel: string): Promise<Witness> {
  const person = await createPerson(`${sentinel} Dupont`, { adherent: true, publicName: true });
  await db.member.update({
    where: { id: person.id },
    data: { email: `${sentinel.toLowerCase()}@example.org`, passwordHash: await hashPassword(PASSWORD) },
  });
  await db.session.update({ where: { id: person.session }, data: { userAgent: `${sentinel} Firefox/150` } });
  return {
    ...person,
    email: `${sentinel.toLowerCase()}@example.org`,
    sentinel,
    contributionId: newId(),
    caseId: newId(),
  };
}

/** All that `one` leaves behind her, with `other` on the other side of what takes two. */
export async function livesThrough(one: Witness, other: Witness): Promise<void> {
  const [now, own] = [clock.now(), { memberId: one.id }];
  const words = (what: string) => `${one.sentinel} ${what}`;
  await db.commandReceipt.create({
    data: { ...own, command: "x", key: newId(), result: { words: words("receipt") }, createdAt: now },
  });
  await db.emailCode.create({
    data: {
      id: newId(),
      purpose: "sign_in",
      email: one.email,
      browserHash: "x",
      ...own,
      createdAt: now,
      expiresAt: new Date(now.getTime() + 600_000),
    },
  });
  await db.secondFactor.create({ data: { ...own, secret: words("secret"), createdAt: now, confirmedAt: now } });
  await db.recoveryCode.create({ data: { ...own, hash: words("code") } });
  await db.contactView.create({
    data: { id: newId(), ...own, viewerId: other.id, purpose: "Vérifier une adresse.", viewedAt: now },
  });
  const suspension = {
    id: newId(),
    reason: "Règle 2.",
    beginsAt: new Date(0),
    endsAt: new Date(1),
    decidedById: other.id,
  };
  await db.suspension.create({ data: { ...own, ...suspension, liftedById: other.id } });
  await db.member.update({ where: { id: one.id }, data: { invitedById: other.id } });
  await db.feedMarker.create({ data: { ...own, readAt: now } });
  await inDebates(one, now);
  await inModeration(one, other, now);
  await inProfiles(one, now);
  await inMandates(one, other, now);
  await inSections(one, other, now);
  await inCoopains(one, other, now);
  await inParticipation(one, other, now);
  await inEvents(one, other, now);
  await inNotes(one, now);
  await inPapers(one, now);
  await inAttachments(one, now);
  await inGroups(one, other, now);
  await inPosts(one, other);
  await inConversations(one);
  await inMessages(one);
  await inNotifications(one, other, now);
}

/** What she was told, what others were told of her, what she chose and muted, how mails to her end. */
async function inNotifications(one: Witness, other: Witness, now: Date): Promise<void> {
  const line = { kind: "coopain.accepted", topic: "", subject: "coopain", ids: {}, firstAt: now, at: now, inApp: true };
  const of = (memberId: string, actorId: string) => ({
    id: newId(),
    key: newId(),
    memberId,
    actorId,
    subjectId: actorId,
  });
  await db.notice.createMany({
    data: [
      { ...line, ...of(one.id, other.id), mail: "daily" },
      { ...line, ...of(other.id, one.id), mail: "daily" },
    ],
  });
  const own = { memberId: one.id };
  await db.noticeChoice.create({
    data: { ...own, kind: "post.commented", inApp: true, mail: "weekly", chosenAt: now },
  });
  await db.topicMute.create({ data: { ...own, topic: `debate:${newId()}`, mutedAt: now } });
  await db.unsubscribeLink.create({ data: { ...own, id: newId(), kind: "digest", createdAt: now } });
  await db.digest.create({ data: { ...own, pace: "weekly", day: now, claimedAt: now, sentAt: now } });
}

async function inParticipation(one: Witness, other: Witness, now: Date): Promise<void> {
  const [past, next] = [
    await createEvent({ inHours: -48 }),
    await createEvent({ title: `Marché ${one.sentinel}-mots` }),
  ];
  const mine = { memberId: one.id, arrival: 1, signedUpAt: now } as const;
  const noted = { attendance: "present", attendanceById: other.id, attendanceAt: now } as const;
  await db.signUp.create({ data: { ...mine, id: newId(), shiftId: past.shiftId, state: "in", ...noted } });
  await db.signUp.create({ data: { ...mine, id: newId(), shiftId: next.shiftId, state: "in" } });
  const left = { state: "left", leftAt: now, leftBecause: "removed", leftWords: `${one.sentinel} retirée` } as const;
  await db.signUp.create({ data: { ...mine, id: newId(), shiftId: next.shiftId, ...left, arrival: 2 } });
  await db.shift.update({ where: { id: past.shiftId }, data: { taken: 1, arrivals: 1 } });
  await db.shift.update({ where: { id: next.shiftId }, data: { taken: 1, arrivals: 2 } });
  await db.eventAnswer.create({ data: { eventId: past.id, memberId: one.id, answer: "maybe", answeredAt: now } });
}

async function inDebates(one: Witness, now: Date): Promise<void> {
  const debateId = newId();
  await db.debate.create({
    data: {
      id: debateId,
      slug: "commun",
      question: "Une question commune ?",
      framing: "",
      scope: "national",
      audience: "open",
      phase: "debate",
      opensAt: now,
      closesAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
      openedById: one.id,
      lastSeq: 2,
      pourCount: 1,
      voteCount: 1,
    },
  });
  await db.contribution.create({
    data: {
      id: one.contributionId,
      debateId,
      seq: 1,
      side: "pour",
      // Words stay after her: they hold no sentinel of erasure, only one of the export.
      body: `Contribution de ${one.sentinel.toLowerCase()}-mots.`,
      authorId: one.id,
      clientId: randomUUID(),
      createdAt: now,
      agree: 1,
    },
  });
  await db.debateHost.create({ data: { debateId, memberId: one.id, addedAt: now } });
  await db.debateFollow.create({ data: { debateId, memberId: one.id, followedAt: now } });
  await db.debateChange.create({ data: { debateId, seq: 2, kind: "synthesis", byId: one.id, at: now } });
  await db.image.create({ data: { ...picture, id: newId(), uploadedById: one.id, uploadedAt: now } });
  await db.vote.create({ data: { contributionId: one.contributionId, memberId: one.id, value: "agree", castAt: now } });
}

const picture = { large: new Uint8Array([1, 2, 3]), small: new Uint8Array([1, 2, 3]), width: 1, height: 1 };

/** An event that she made, runs, answers for and brings something to; what is on it of `other` stays. */
async function inEvents(one: Witness, other: Witness, now: Date): Promise<void> {
  const { id: eventId } = await createEvent({ organiserIds: [one.id, other.id] });
  await db.eventChange.create({ data: { id: newId(), eventId, kind: "changed", byId: one.id, at: now } });
  const asked = { askedById: one.id, answeredById: one.id, askedAt: now, answeredAt: now, accepted: true };
  await db.eventCoSection.create({ data: { eventId, scope: "national/03/03185", ...asked } });
  const consent = { phone: "+33612345678", consentedAt: now, askedAt: now };
  await db.eventContact.create({ data: { eventId, memberId: one.id, askedById: other.id, ...consent } });
  const { id: another } = await createEvent({ organiserIds: [other.id] });
  await db.eventContact.create({ data: { eventId: another, memberId: other.id, askedById: one.id, askedAt: now } });
  const itemId = newId();
  await db.eventItem.create({ data: { id: itemId, eventId, label: "Tracts", quantity: 2, position: 0 } });
  await db.eventItemClaim.create({ data: { itemId, memberId: one.id, claimedAt: now } });
  await db.eventInvitee.create({ data: { eventId, memberId: one.id, invitedById: other.id, invitedAt: now } });
  await db.eventInvitee.create({ data: { eventId, memberId: other.id, invitedById: one.id, invitedAt: now } });
  await db.eventSeries.create({
    data: {
      ...{ id: newId(), frequency: "weekly", weekday: 6, startMinute: 570, minutes: 120, zone: "Europe/Paris" },
      ...{ fromDay: now, createdById: one.id, createdAt: now },
    },
  });
}

async function inModeration(one: Witness, other: Witness, now: Date): Promise<void> {
  const about = { kind: "contribution", objectId: other.contributionId, scope: "national" };
  await db.moderationCase.create({ data: { id: one.caseId, ...about, openedAt: now } });
  const report = { caseId: one.caseId, rule: 1, words: `Signalé par ${one.sentinel.toLowerCase()}-mots.` };
  await db.report.create({ data: { id: newId(), ...report, reporterId: one.id, reportedAt: now } });
  const decision = { caseId: one.caseId, outcome: "hide", rule: 1, words: "Contraire à la règle." } as const;
  const { id } = await db.decision.create({ data: { id: newId(), ...decision, decidedById: one.id, decidedAt: now } });
  const appeal = { decisionId: id, authorId: other.id, words: `Contesté par ${other.sentinel.toLowerCase()}-mots.` };
  await db.appeal.create({ data: { id: newId(), ...appeal, appealedAt: now } });
}

async function inProfiles(one: Witness, now: Date): Promise<void> {
  const photo = await db.image.create({ data: { ...picture, id: newId(), uploadedById: one.id, uploadedAt: now } });
  const text = (what: string) => `${one.sentinel} ${what}`;
  await db.profile.create({
    data: {
      memberId: one.id,
      photoId: photo.id,
      presentation: text("présentation"),
      status: text("humeur"),
      skills: [text("savoir")],
      interests: [text("goût")],
      links: [`https://example.org/${one.sentinel}`],
      willing: ["debattre"],
      updatedAt: now,
    },
  });
}

async function inMandates(one: Witness, other: Witness, now: Date): Promise<void> {
  const scope = "national/63/63113";
  const by = { memberId: one.id, role: "section_leader", scope } as const;
  const mandate = await db.mandate.create({
    data: {
      id: newId(),
      ...by,
      beginsAt: now,
      givenAt: now,
      givenById: other.id,
      endedById: other.id,
      endReason: "Fin.",
    },
  });
  await db.nomination.create({
    data: {
      id: newId(),
      ...by,
      nominatedById: other.id,
      nominatedAt: now,
      decidedById: other.id,
      decidedAt: now,
      agreed: true,
    },
  });
  await db.handover.create({
    data: {
      id: newId(),
      mandateId: mandate.id,
      holderId: one.id,
      successorId: other.id,
      scope,
      role: "section_leader",
      effectiveAt: now,
      proposedAt: now,
      confirmedById: one.id,
      cancelledById: one.id,
      cancelledAt: now,
    },
  });
}

async function inSections(one: Witness, other: Witness, now: Date): Promise<void> {
  const sectionId = "63113";
  const staff = { pointPersonId: other.id, assignedById: other.id, assignedAt: now, welcomedById: other.id };
  await db.welcome.create({ data: { memberId: one.id, sectionId, ...staff, welcomedAt: now } });
  await db.adherentProposal.create({ data: { memberId: one.id, proposedById: other.id, proposedAt: now } });
  const words = `Offre de ${one.sentinel.toLowerCase()}-mots.`;
  await db.volunteer.create({
    data: { id: newId(), memberId: one.id, sectionId, words, offeredAt: now, answeredById: other.id, answeredAt: now },
  });
  const scope = "national/63/63113";
  const sent = `Message à tous de ${one.sentinel.toLowerCase()}-mots.`;
  await db.broadcast.create({ data: { id: newId(), scope, words: sent, authorId: one.id, sentAt: now, doneAt: now } });
  await db.broadcastOpposition.create({ data: { memberId: one.id, scope, opposedAt: now } });
}

async function inCoopains(one: Witness, other: Witness, now: Date): Promise<void> {
  await db.coopainRequest.create({
    data: {
      id: newId(),
      fromId: one.id,
      toId: other.id,
      words: `${one.sentinel} demande`,
      sentAt: now,
      cancelledAt: now,
    },
  });
  await db.block.create({ data: { blockerId: one.id, blockedId: other.id, blockedAt: now } });
  await db.invitationLink.create({ data: { id: newId(), memberId: one.id, paperCodeHash: newId(), createdAt: now } });
  await db.invitation.create({
    data: { id: newId(), inviterId: one.id, addressHash: newId(), sentAt: now, takenById: one.id },
  });
}

/** The tie of two members: both rows in one statement, each holds the other. */
export async function tie(one: Witness, other: Witness): Promise<void> {
  await db.$executeRaw(sql`insert into coopain (member_id, other_id, since)
    values (${one.id}, ${other.id}, now()), (${other.id}, ${one.id}, now())`);
}

/** Columns that hold a member's id by a foreign key, "table.column". */
export async function columnsOfMembers(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>(sql`
    select k.table_name || '.' || k.column_name as name
    from information_schema.table_constraints c
      join information_schema.key_column_usage k using (constraint_schema, constraint_name)
      join information_schema.constraint_column_usage u using (constraint_schema, constraint_name)
    where c.constraint_type = 'FOREIGN KEY' and u.table_name = 'member' and u.column_name = 'id'
    order by 1`);
  return rows.map(({ name }) => name);
}

/**
 * Where this text stands in the database: "table.column" of every text, list and JSON. Words that stay after their
 * author hold "<her sentinel>-mots": those are not looked at.
 */
export async function whereIs(text: string): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>(sql`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and left(table_name, 1) <> '_'
      and data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'USER-DEFINED')`);
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(
      `select count(*) as n from "${table}" where replace(lower("${column}"::text), lower($1) || '-mots', '') like '%' || lower($1) || '%'`,
      text,
    );
    if (row && row.n > 0n) found.push(`${table}.${column}`);
  }
  return found.sort();
}
