import { randomBytes } from "node:crypto";
import { createGroup, putInGroup } from "@tests/support/groups-world.ts";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import type { Witness } from "./personal-data-world.ts";

/** A group that she formed and leads, asked for, was invited to; what is on it of `other` stays. */
export async function inGroups(one: Witness, other: Witness, now: Date): Promise<void> {
  const words = (what: string) => `${one.sentinel} ${what}`;
  const { id: groupId } = await createGroup({ leads: [one], members: [other] });
  await db.group.update({ where: { id: groupId }, data: { createdById: one.id } });
  const { id: another } = await createGroup({ entry: "request", leads: [other] });
  await putInGroup(another, one.id, "follower");
  const asked = { questions: ["D’où viens-tu ?"], askedAt: now };
  await db.groupRequest.create({
    data: {
      id: newId(),
      groupId: another,
      memberId: one.id,
      ...asked,
      answers: [words("réponse")],
      words: words("demande"),
    },
  });
  const answered = {
    answeredById: one.id,
    answeredAt: now,
    accepted: false,
    answerWords: `Refus de ${one.sentinel.toLowerCase()}-mots.`,
  };
  await db.groupRequest.create({
    data: { id: newId(), groupId, memberId: other.id, ...asked, answers: ["De Thiers"], ...answered },
  });
  const invited = { groupId: another, memberId: one.id, invitedById: other.id, invitedAt: now };
  await db.groupInvitation.create({ data: { id: newId(), ...invited } });
  const inviting = { groupId, memberId: other.id, invitedById: one.id, words: words("viens"), invitedAt: now };
  await db.groupInvitation.create({ data: { id: newId(), ...inviting } });
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const link = {
    tokenHash: new Uint8Array(randomBytes(32)),
    createdById: one.id,
    createdAt: now,
    expiresAt,
    remaining: 3,
  };
  await db.groupLink.create({ data: { id: newId(), groupId, ...link } });
  const visit = {
    groupId: another,
    visitorId: one.id,
    purpose: `Visite de ${one.sentinel.toLowerCase()}-mots.`,
    visitedAt: now,
  };
  const { id: third } = await createGroup({ leads: [other] });
  await db.groupRemoval.create({ data: { groupId: third, memberId: one.id, removedById: other.id, removedAt: now } });
  await db.groupVisit.create({ data: { id: newId(), ...visit } });
}
