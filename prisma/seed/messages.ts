import { randomUUID } from "node:crypto";
import { newId } from "@/core/ids.ts";
import { db } from "@/platform/db/client.ts";
import { everybody, type Person } from "./speakers.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const INES = "cast00000001";
const CLERMONT = "63113";

/** Conversations of the demo: what members write to those in charge, one that waits and one that was answered. */
export async function seedMessages(now: Date): Promise<void> {
  const people = (await everybody()).filter(({ suspended }) => !suspended);
  await seedInboxes(people, now);
}

type Line = { by: string; words: string; at: Date; fromPlace?: boolean };

async function seedInboxes(people: readonly Person[], now: Date): Promise<void> {
  const crowd = people.filter(({ id }) => !id.startsWith("cast") && !id.startsWith("newc"));
  const [asker, other] = crowd.filter(({ scope }) => scope.endsWith(`/${CLERMONT}`)).slice(4);
  const neighbour = crowd.find(({ scope }) => scope.startsWith("national/63/") && !scope.endsWith(`/${CLERMONT}`));
  if (!asker || !other || !neighbour) throw new Error("nobody writes to a place");
  const ago = (ms: number) => new Date(now.getTime() - ms);
  await writeInbox(`national/63/${CLERMONT}`, asker.id, [
    {
      by: asker.id,
      words: "Bonjour, je peux prêter une salle rue Fontgiève le jeudi soir. À qui faut-il le dire ?",
      at: ago(DAY_MS),
    },
  ]);
  await writeInbox(`national/63/${CLERMONT}`, other.id, [
    { by: other.id, words: "Est-ce que les réunions sont ouvertes aux sympathisants ?", at: ago(8 * DAY_MS) },
    {
      ...{ by: INES, at: ago(7 * DAY_MS), fromPlace: true },
      words: "Oui, toutes, sauf celle du congrès. Viens jeudi, je te présente tout le monde.",
    },
    { by: other.id, words: "Merci ! Je serai là.", at: ago(7 * DAY_MS - HOUR_MS) },
    { ...{ by: INES, at: ago(7 * DAY_MS - 2 * HOUR_MS), fromPlace: true }, words: "À jeudi, 19 h, au local." },
  ]);
  await writeInbox("national/63", neighbour.id, [
    {
      by: neighbour.id,
      words:
        "Bonjour, deux sections voisines voudraient partager leur vidéoprojecteur. Qui peut nous dire où il est rangé ?",
      at: ago(2 * DAY_MS),
    },
  ]);
}

/** A member's conversation with a place, as the commands leave it. */
async function writeInbox(scope: string, memberId: string, lines: readonly Line[]): Promise<void> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const id = newId();
  const asked = lines.filter(({ fromPlace }) => !fromPlace).at(-1);
  const answered = lines.find(({ fromPlace }) => fromPlace);
  await db.conversation.create({
    data: {
      ...{ id, kind: "inbox", scope, memberId, createdById: memberId, createdAt: first.at },
      ...{ lastSeq: lines.length, lastAt: last.at, askedAt: asked?.at ?? null, assigneeId: answered?.by ?? null },
      waitingSince: last.fromPlace ? null : last.at,
    },
  });
  await db.participant.create({ data: { conversationId: id, memberId, joinedAt: first.at } });
  await db.message.createMany({
    data: lines.map(({ by, words, at, fromPlace = false }, index) => ({
      ...{ id: newId(), conversationId: id, seq: index + 1, authorId: by, body: words, fromPlace },
      ...{ clientId: randomUUID(), createdAt: at },
    })),
  });
  await db.conversationRead.createMany({
    data: [...new Set(lines.map(({ by }) => by))].map((by) => {
      const readSeq = lines.findLastIndex((line) => line.by === by) + 1;
      return { conversationId: id, memberId: by, readSeq, readAt: last.at, toldSeq: lines.length };
    }),
  });
}
