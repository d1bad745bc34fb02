import { createAttachments } from "@tests/support/attachments-world.ts";
import { createConversationRow, createInboxRow } from "@tests/support/messages-world.ts";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { deleteMessage, editMessage } from "@/features/messages/index.ts";
import { readReportedMessage } from "@/features/messages/reported-message.queries.ts";
import { reportObject } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { eraseByParts } from "./judged-world.ts";
import { acting, aDecider, caseOf, prepare, WORDS } from "./moderation-world.ts";

let author: Person;
let reader: Person;
let moderator: Person;
beforeAll(async () => {
  await prepare();
  author = await createPerson("Aline Autrice");
  reader = await createPerson("Rémi Lecteur");
  moderator = await aDecider("moderator");
});

const SAID = "Des mots qui blessent.";
const TIMES = 60;
const rounds = Array.from({ length: TIMES }, (_, n) => n);

async function aMessage() {
  const { id, messageIds } = await createConversationRow({
    ...{ kind: "several", people: [author.id, reader.id], messages: [SAID] },
  });
  const objectId = messageIds[0] ?? "";
  return { id, objectId, of: await createAttachments(author, objectId) };
}
const reporting = async (objectId: string) => {
  const caller = await acting(reader);
  return () => outcomeOf(reportObject(caller, { kind: "message", objectId, rule: "1", words: WORDS }));
};
/** Begun together, one a little before the other by turns. */
async function together<A, B>(turn: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (turn % 2 === 0) return Promise.all([one(), other()]);
  const second = other();
  return [await one(), await second];
}
/** All that a judge can still read that it said. */
async function judgedWords(objectId: string): Promise<string[]> {
  const object = await readReportedMessage((await acting(moderator)).actor, objectId);
  return [object.text, ...object.history.map(({ text }) => text)];
}

describe("a report that meets its author’s hand", () => {
  it("keeps the words, photos and files of a message deleted at that moment, or finds nothing to report", async () => {
    for (const turn of rounds) {
      const { objectId, of } = await aMessage();
      const [report, caller] = [await reporting(objectId), await acting(author)];
      const [reported, deleted] = await together(turn, report, () =>
        outcomeOf(deleteMessage(caller, { messageId: objectId })),
      );
      expect(deleted).toBe("ok");
      const photos = await db.messagePhoto.count({ where: { id: of.photo } });
      const files = await db.messageFile.count({ where: { id: of.file } });
      if (reported === "ok") {
        expect(await judgedWords(objectId)).toContain(SAID);
        expect([photos, files]).toEqual([1, 1]);
      } else {
        expect(reported).toBe("not_found");
        expect(await db.report.count({ where: { case: { kind: "message", objectId } } })).toBe(0);
        expect([photos, files]).toEqual([0, 0]);
      }
    }
  });

  it("keeps the words that were read when they are mended at that moment", async () => {
    for (const turn of rounds) {
      const { objectId } = await aMessage();
      const [report, caller] = [await reporting(objectId), await acting(author)];
      const [reported, edited] = await together(turn, report, () =>
        outcomeOf(editMessage(caller, { messageId: objectId, body: `Des mots aimables, ${turn} fois.` })),
      );
      expect([reported, edited]).toEqual(["ok", "ok"]);
      const kept = await judgedWords(objectId);
      // Mended before it was reported, it says what was reported: the new words. Otherwise the former ones are kept.
      const { reportedAt } = await db.report.findFirstOrThrow({
        where: { caseId: (await caseOf({ kind: "message", objectId })).id },
      });
      const { editedAt } = await db.message.findUniqueOrThrow({ where: { id: objectId } });
      if (editedAt && reportedAt < editedAt) expect(kept).toContain(SAID);
    }
  });

  it("keeps what its author’s erasure would take at that moment, or finds nothing to report", async () => {
    const leader = await createPerson("Lucie Locale", {
      ...{ adherent: true, mandates: [{ role: "section_leader" as const, scope: "national/63/63113" }] },
    });
    const caller = await acting(leader);
    for (const turn of rounds.slice(0, 20)) {
      const leaving = await createPerson("Aline Partante");
      const { id, messageIds } = await createInboxRow("national/63/63113", leaving.id, [SAID]);
      const objectId = messageIds[0] ?? "";
      const [reported] = await together(
        turn,
        () => outcomeOf(reportObject(caller, { kind: "message", objectId, rule: "1", words: WORDS })),
        () => eraseByParts(leaving),
      );
      const there = await db.message.count({ where: { id: objectId, body: SAID } });
      if (reported === "ok") expect(there).toBe(1);
      else {
        expect([reported, there]).toEqual(["not_found", 0]);
        expect(await db.conversation.count({ where: { id } })).toBe(0);
      }
    }
  });
});
