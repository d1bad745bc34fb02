import { randomUUID } from "node:crypto";
import { createAttachments } from "@tests/support/attachments-world.ts";
import { createInboxRow } from "@tests/support/messages-world.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { forgetUnreadConversations } from "@/features/messages/attachment.jobs.ts";
import {
  answerMessageRequest,
  conversationsPersonalData,
  getConversation,
  leaveConversation,
  listConversations,
  removePerson,
  sendMessage,
  startConversation,
} from "@/features/messages/index.ts";
import { listHistory } from "@/features/messages/message-log.queries.ts";
import { findWaitingCount, reportObject } from "@/features/moderation/index.ts";
import { parts } from "@/features/personal-data/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepare, type Somebody, somebody } from "./coopains-world.ts";

beforeAll(() => prepare());

const begin = async (from: Somebody, to: readonly { id: string }[], body: string) =>
  (await startConversation(from.caller, { to: to.map(({ id }) => id), body, clientId: randomUUID() })).conversationId;
const say = (from: Somebody, conversationId: string, body: string) =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body });

/** Her account as erasing leaves it, by every part. */
async function erase({ id, email }: Somebody): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const part of [...parts].reverse()) await part.erase(tx as never, { id, email });
    await tx.member.update({ where: { id }, data: { erasedAt: clock.now(), name: "Compte supprimé" } });
  });
}

describe("the conversations of a member’s export", () => {
  it("are her correspondence: what others wrote to her, since she came, where she still is", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const both = await begin(marc, [ines], "Reçu de Marc");
    await say(ines, both, "Ses propres mots");
    const several = await begin(marc, [lou, ines], "À trois, avant son départ");
    await removePerson(marc.caller, { conversationId: several, memberId: ines.id });
    const others = await begin(marc, [lou], "Entre eux deux");
    const late = await begin(marc, [lou, await somebody("Nora")], "D’avant elle");
    await db.participant.create({
      data: { conversationId: late, memberId: ines.id, fromSeq: 1, joinedAt: clock.now() },
    });
    await say(marc, late, "Depuis elle");
    await say(marc, late, "Masqué");
    await db.message.updateMany({ where: { conversationId: late, seq: 3 }, data: { hiddenAt: clock.now() } });
    const text = JSON.stringify(await conversationsPersonalData.read(ines.id));
    for (const held of ["Reçu de Marc", "Depuis elle", "Marc", "à deux", "à plusieurs"]) expect(text).toContain(held);
    for (const absent of ["avant son départ", "Entre eux", "D’avant", "Masqué", others])
      expect(text).not.toContain(absent);
  });

  it("hold her requests without a refusal", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: "03185" })];
    const conversationId = await begin(ines, [far], "Bonjour.");
    const before = JSON.stringify(await conversationsPersonalData.read(ines.id));
    await answerMessageRequest(far.caller, { conversationId, answer: "refuse" });
    expect(JSON.stringify(await conversationsPersonalData.read(ines.id))).toBe(before);
    expect(before).toContain(far.id);
  });
});

describe("an erased account", () => {
  it("leaves the others their conversations, where its words are nobody’s", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const both = await begin(ines, [marc], "À deux");
    await say(marc, both, "Réponse");
    const several = await begin(ines, [marc, lou], "À trois");
    await erase(ines);
    expect(await getConversation(marc.caller.actor, both)).toMatchObject({
      ...{ title: "Compte supprimé", can: { write: false }, closedReason: "cannot_write_to" },
    });
    const { title, createdById } = await getConversation(lou.caller.actor, several);
    expect(title).toBe("Marc");
    expect([marc.id, lou.id]).toContain(createdById); // handed on: somebody takes people out
    const { entries } = await listHistory(marc.caller.actor, both);
    expect(entries).toMatchObject([{ message: { body: "À deux" } }, { message: { body: "Réponse" } }]);
    expect(JSON.stringify(entries)).not.toContain("Inès");
    expect((await listConversations(marc.caller.actor)).items.map(({ title }) => title)).toContain("Compte supprimé");
  });

  it("takes with it what it wrote to places, requests without an answer, and what nobody else reads", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const far = await somebody("Loin", { section: "03185" });
    const both = await begin(ines, [marc], "À deux");
    const ended = [
      (await createInboxRow("national/63/63113", ines.id, ["À ma section."])).id,
      await begin(ines, [far], "Une demande"),
      await begin(await somebody("Qui Demande", { section: "03185" }), [ines], "Une autre"),
    ];
    await erase(ines);
    expect(await db.conversation.count({ where: { id: { in: ended } } })).toBe(0);
    expect(await db.message.count({ where: { conversationId: { in: ended } } })).toBe(0);
    expect(await db.conversation.count({ where: { id: both } })).toBe(1);
    await erase(marc);
    expect(await db.conversation.count({ where: { id: both } })).toBe(0);
  });

  it("erases nobody out of a judgement: what was reported stays, without a name, until it is judged", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: "03185" })];
    const asked = await begin(ines, [far], "Des mots qu’on signale");
    const { id: objectId } = await db.message.findFirstOrThrow({ where: { conversationId: asked } });
    await createAttachments(ines as never, objectId);
    await reportObject(far.caller, {
      kind: "message",
      objectId,
      rule: "1",
      words: "Ces mots blessent, et m’attaquent.",
    });
    await erase(ines);
    const waiting = await findWaitingCount(
      (await somebody("Awa", { mandates: [{ role: "moderator", scope: "national" }] })).caller.actor,
    );
    expect(waiting).toBe(1);
    expect(await db.message.findUniqueOrThrow({ where: { id: objectId } })).toMatchObject({ authorId: null });
    expect(await db.messagePhoto.findMany({ where: { messageId: objectId } })).toMatchObject([{ addedById: null }]);
    for (const boite of ["toutes", "demandes"] as const)
      expect(JSON.stringify(await listConversations(far.caller.actor, { box: boite }))).not.toContain(asked);
  });
});

describe("a conversation that nobody reads any more", () => {
  it("ends by night: all have left it, or the account that wrote to a place is gone; others stay", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const left = await begin(ines, [marc, lou], "Tous sont partis");
    for (const who of [ines, marc, lou]) await leaveConversation(who.caller, { conversationId: left });
    const halfLeft = await begin(ines, [marc, lou], "Un est parti");
    await leaveConversation(lou.caller, { conversationId: halfLeft });
    const asked = (await createInboxRow("national/63/63113", lou.id, ["À ma section."])).id;
    const judged = (await createInboxRow("national/63/63113", marc.id, ["Des mots à juger."])).id;
    await db.member.updateMany({ where: { id: { in: [lou.id, marc.id] } }, data: { erasedAt: clock.now() } });
    const { id: objectId } = await db.message.findFirstOrThrow({ where: { conversationId: judged } });
    const { id: caseId } = await db.moderationCase.create({
      data: { id: newId(), kind: "message", objectId, scope: "national", openedAt: clock.now() },
    });
    await forgetUnreadConversations.run({});
    const there = async () =>
      (await db.conversation.findMany({ where: { id: { in: [left, halfLeft, asked, judged] } } })).map(({ id }) => id);
    expect((await there()).sort()).toEqual([halfLeft, judged].sort());
    await db.moderationCase.delete({ where: { id: caseId } });
    await forgetUnreadConversations.run({});
    expect(await there()).toEqual([halfLeft]);
  });
});
