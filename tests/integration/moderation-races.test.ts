import { createEvent } from "@tests/support/events-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { editReport, withdrawReport } from "@/features/field-reports/index.ts";
import { getCase, reportObject } from "@/features/moderation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { somebody } from "./coopains-world.ts";
import { eraseByParts } from "./judged-world.ts";
import { acting, aDecider, caseOf, prepare, WORDS } from "./moderation-world.ts";

let reader: Person;
let moderator: Person;
beforeAll(async () => {
  await prepare();
  reader = await createPerson("Rémi Lecteur", { adherent: true });
  moderator = await aDecider("moderator");
});

const SAID = "Des mots qui blessent.";
const rounds = Array.from({ length: 30 }, (_, n) => n);
const CLERMONT = "national/63/63113";

/** A report and what takes the words away, begun together, one a little before the other by turns; how the report ended. */
async function met(turn: number, words: { kind: string; objectId: string }, other: () => Promise<unknown>) {
  const caller = await acting(reader);
  const report = () => outcomeOf(reportObject(caller, { ...words, rule: "1", words: WORDS }));
  if (turn % 2 === 0) return (await Promise.all([report(), other()]))[0];
  const second = other();
  const reported = await report();
  await second;
  return reported;
}
/** All that its judge can read of it. */
async function judgedWords(words: { kind: string; objectId: string }): Promise<string> {
  const { object } = await getCase((await acting(moderator)).actor, (await caseOf(words)).id);
  return [object.text, ...object.history.map(({ text }) => text)].join();
}

async function aFieldReport(author: Person): Promise<string> {
  const { id: eventId } = await createEvent({ inHours: -3, audience: "section" });
  const [id, now] = [newId(), clock.now()];
  const data = { id, eventId, scope: CLERMONT, kind: "leafleting" as const, day: now, leaflets: 10, publishedAt: now };
  await db.fieldReport.create({ data: { ...data, authorId: author.id, heard: SAID } });
  return id;
}

describe("a report that meets the hand of who wrote it", () => {
  it("keeps a field report that is withdrawn at that moment, or finds nothing", async () => {
    const author = await createPerson("Aline Autrice", { adherent: true });
    for (const turn of rounds) {
      const words = { kind: "field-report", objectId: await aFieldReport(author) };
      const caller = await acting(author);
      const reported = await met(turn, words, () => withdrawReport(caller, { reportId: words.objectId }));
      if (reported === "ok") expect(await judgedWords(words)).toContain(SAID);
      else {
        expect(reported).toBe("not_found");
        expect(await db.report.count({ where: { case: words } })).toBe(0);
      }
    }
  });

  it("keeps the words of a field report that are mended after it was reported", async () => {
    const author = await createPerson("Aline Autrice", { adherent: true });
    for (const turn of rounds) {
      const words = { kind: "field-report", objectId: await aFieldReport(author) };
      const caller = await acting(author);
      const edited = { reportId: words.objectId, leaflets: 3, heard: "Un bon accueil." };
      expect(await met(turn, words, () => editReport(caller, edited))).toBe("ok");
      const { reportedAt } = await db.report.findFirstOrThrow({ where: { case: words } });
      const { editedAt } = await db.fieldReport.findUniqueOrThrow({ where: { id: words.objectId } });
      if (editedAt && reportedAt < editedAt) expect(await judgedWords(words)).toContain(SAID);
    }
  });

  it("keeps a profile’s post and a comment under it when the account is erased at that moment, or finds nothing", async () => {
    for (const turn of rounds.slice(0, 12)) {
      const [author, other] = [await somebody("Aline Partante"), await createPerson("Bob")];
      const { id, commentId } = await createPostRow({ authorId: author.id, commentBy: other.id, body: SAID });
      const words =
        turn % 3 === 0 ? { kind: "commentaire", objectId: commentId ?? "" } : { kind: "publication", objectId: id };
      const reported = await met(turn, words, () => eraseByParts(author));
      if (reported === "ok") expect(await judgedWords(words)).toContain(turn % 3 === 0 ? "vélos-cargos" : SAID);
      else {
        expect(reported).toBe("not_found");
        expect(await db.post.count({ where: { id } })).toBe(0);
      }
    }
  });
});
