import { createAttachments } from "@tests/support/attachments-world.ts";
import { createConversationRow, createInboxRow } from "@tests/support/messages-world.ts";
import { createPerson, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { forgetReportedWords, forgetUnreadConversations } from "@/features/messages/attachment.jobs.ts";
import { getConversation, getInbox, messageHistory } from "@/features/messages/index.ts";
import { findWaitingCount, getCase, getModerationDesk } from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import { attachmentDoors, given, refused } from "./attachment-doors.ts";
import { beyondContest, eraseByParts, judge, judgements } from "./judged-world.ts";
import { acting, aDecider, prepare } from "./moderation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);

beforeAll(prepare);

const CLERMONT = "national/63/63113";
const said = Array.from({ length: 9 }, (_, n) => `Parole numéro ${n + 1}.`);
const actorOf = async (person: Person) => (await acting(person)).actor;
const bodiesIn = async (conversationId: string) =>
  (await db.message.findMany({ where: { conversationId }, orderBy: { seq: "asc" } })).map(({ body }) => body);
/** What waits for somebody of the moderation: the number in the frame, and what her list shows. */
async function waitsFor(moderator: Person) {
  const { cases, appeals } = await getModerationDesk(await actorOf(moderator));
  return [await findWaitingCount(await actorOf(moderator)), cases.length + appeals.length];
}

describe("two of a conversation who erase their accounts", () => {
  it.each(judgements)(
    "leave a message that was %s to its judge alone, as long as anybody may contest",
    async (state) => {
      const [aline, remi, moderator] = [
        await createPerson("Aline Autrice"),
        await createPerson("Rémi Lecteur"),
        await aDecider("moderator"),
      ];
      const { id, messageIds } = await createConversationRow({ people: [aline.id, remi.id], messages: said });
      const objectId = messageIds[4] ?? "";
      const [of, beside] = [await createAttachments(aline, objectId), await createAttachments(remi, messageIds[1])];
      const images = (await db.messagePhoto.findMany({ where: { id: { in: [of.photo, beside.photo] } } })).map(
        ({ imageId }) => imageId,
      );
      const before = await waitsFor(moderator);
      const caseId = await judge({ kind: "message", objectId }, state);
      await eraseByParts(remi);
      // One is still there: nothing of hers goes.
      expect(await bodiesIn(id)).toEqual(said);
      await eraseByParts(aline);
      const kept = state !== "decided long ago";
      // The message and three on each side are what its judge reads: nothing more is kept.
      expect(await bodiesIn(id)).toEqual(kept ? said.slice(1, 8) : []);
      const waits = kept && state !== "decided lately" ? 1 : 0;
      const [many = 0, shown = 0] = before;
      expect(await waitsFor(moderator)).toEqual([(many ?? 0) + waits, (shown ?? 0) + waits]);
      expect(await attachmentDoors(moderator, of)).toEqual(kept ? given : refused);
      expect(await attachmentDoors(moderator, beside)).toEqual(refused);
      if (kept) {
        const { object } = await getCase(await actorOf(moderator), caseId);
        expect(object).toMatchObject({ author: null, text: said[4] });
        expect([object.pictures?.length, object.files?.length, object.before.length, object.after.length]).toEqual([
          ...[1, 1, 3, 3],
        ]);
        expect(JSON.stringify(object)).not.toMatch(/Aline|Rémi/);
      } else expect(await outcomeOf(getCase(await actorOf(moderator), caseId))).toBe("not_found");
      await forgetUnreadConversations.run({});
      expect(await bodiesIn(id)).toEqual(kept ? said.slice(1, 8) : []);
      await beyondContest(caseId);
      await forgetUnreadConversations.run({});
      expect(await bodiesIn(id)).toEqual([]);
      expect(images).toHaveLength(2);
      expect(await db.image.count({ where: { id: { in: images } } })).toBe(0);
    },
  );
});

describe("one of a conversation who erases her account", () => {
  it("leaves the photos of a message that is contested, until nobody may contest, and no other", async () => {
    const [aline, remi, moderator] = [
      await createPerson("Aline"),
      await createPerson("Rémi"),
      await aDecider("moderator"),
    ];
    const { id, messageIds } = await createConversationRow({ people: [aline.id, remi.id], messages: said });
    const judged = await createAttachments(aline, messageIds[2]);
    const other = await createAttachments(aline, messageIds[4]);
    const caseId = await judge({ kind: "message", objectId: messageIds[2] ?? "" }, "answered");
    await eraseByParts(aline);
    expect(await db.messagePhoto.findMany({ where: { id: { in: [judged.photo, other.photo] } } })).toMatchObject([
      { id: judged.photo, addedById: null },
    ]);
    expect(await attachmentDoors(moderator, judged)).toEqual(given);
    // For those in the conversation, her photos went with her; files are theirs.
    expect(await attachmentDoors(remi, judged)).toEqual([...refused.slice(0, 3), ...given.slice(3)]);
    expect(JSON.stringify(await messageHistory(await actorOf(remi), { id }))).not.toContain(judged.photo);
    await forgetReportedWords.run({});
    expect(await db.messagePhoto.count({ where: { id: judged.photo } })).toBe(1);
    await beyondContest(caseId);
    await forgetReportedWords.run({});
    expect(await db.messagePhoto.count({ where: { id: judged.photo } })).toBe(0);
    expect(await db.messageFile.count({ where: { id: { in: [judged.file, other.file] } } })).toBe(2);
  });
});

describe("a member who erases the account that wrote to a place", () => {
  it("leaves what is contested to its judge alone: those in charge read nothing of it, and judge nothing", async () => {
    const leader = await createPerson("Lucie Locale", {
      adherent: true,
      mandates: [
        { role: "section_leader", scope: CLERMONT },
        { role: "moderator", scope: "national" },
      ],
    });
    const [aline, moderator] = [await createPerson("Aline"), await aDecider("moderator")];
    const { id, messageIds } = await createInboxRow(CLERMONT, aline.id, ["Des mots qui blessent.", "Et encore."]);
    await db.message.update({
      where: { id: messageIds[1] ?? "" },
      data: { fromPlace: true, authorId: leader.id, body: "La réponse." },
    });
    const caseId = await judge({ kind: "message", objectId: messageIds[0] ?? "" }, "answered");
    expect(await outcomeOf(getConversation(await actorOf(leader), id))).toBe("ok");
    await eraseByParts(aline);
    expect(await outcomeOf(getConversation(await actorOf(leader), id))).toBe("not_found");
    expect(JSON.stringify(await getInbox(await actorOf(leader), CLERMONT))).not.toContain(id);
    expect(await outcomeOf(getCase(await actorOf(leader), caseId))).toBe("not_found");
    expect(await getCase(await actorOf(moderator), caseId)).toMatchObject({
      object: { author: null, text: "Des mots qui blessent." },
    });
    await forgetUnreadConversations.run({});
    expect(await bodiesIn(id)).toHaveLength(2);
    await beyondContest(caseId);
    await forgetUnreadConversations.run({});
    expect(await bodiesIn(id)).toEqual([]);
  });
});
