import { createAttachments, createMessageRow } from "@tests/support/attachments-world.ts";
import { columns, rows, who } from "@tests/support/matrix.ts";
import { addPersonRow, createConversationRow, createInboxRow } from "@tests/support/messages-world.ts";
import {
  actorOfColumn,
  createPerson,
  createWorld,
  outcomeOf,
  type Person,
  refusalOf,
  sessionOfColumn,
  type World,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { forgetReportedWords } from "@/features/messages/attachment.jobs.ts";
import {
  attachmentsPersonalData,
  catchUpMessages,
  deleteMessage,
  editMessage,
  listAccesses,
  listOwnAccesses,
  messageHistory,
  messageLiveFacts,
} from "@/features/messages/index.ts";
import {
  appealDecision,
  decideCase,
  findWaitingCount,
  getCase,
  getDecision,
  getModerationDesk,
  getReportPage,
  moderationPersonalData,
  reportObject,
  settleAppeal,
} from "@/features/moderation/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import { attachmentDoors, given, refused } from "./attachment-doors.ts";
import { acting, aDecider, caseOf, decide, deliver, prepare, report, textOf, WORDS } from "./moderation-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
const sent: Mail[] = [];
vi.mock("@/platform/mail.ts", async (original) => ({
  ...(await original()),
  sendMail: async (mail: Mail) => void sent.push(mail),
}));

let author: Person;
let reader: Person;
let moderator: Person;
let facts: Fact[] = [];
beforeAll(async () => {
  await prepare();
  author = await createPerson("Aline Autrice");
  reader = await createPerson("Rémi Lecteur");
  moderator = await aDecider("moderator");
});
beforeEach(() => {
  facts = [];
  singletons.publisher = (published) => void facts.push(...published);
});

const said = Array.from({ length: 9 }, (_, n) => `Parole numéro ${n + 1}.`);
/** A conversation of both; `words` is the fifth of nine messages, by its author. */
async function conversation() {
  const { id, messageIds } = await createConversationRow({
    kind: "several",
    people: [author.id, reader.id],
    messages: said,
  });
  return { id, messageIds, words: { kind: "message", objectId: messageIds[4] ?? "" } };
}
const actorOf = async (person: Person) => (await acting(person)).actor;
const accesses = (messageId: string) => db.messageAccess.count({ where: { messageId } });
const bodiesOf = async (person: Person, id: string) =>
  (await messageHistory(await actorOf(person), { id })).entries.flatMap((entry) =>
    entry.kind === "message" ? [entry.message.body] : [],
  );

describe("reporting a message", () => {
  it("is for those in its conversation, of what others wrote and they may read", async () => {
    const { id, messageIds, words } = await conversation();
    const stranger = await createPerson("Odile Ailleurs");
    const late = await createPerson("Léa Tardive");
    await addPersonRow(id, late.id);
    const tried = async (person: Person) => outcomeOf(report(person, words));
    expect(await tried(stranger)).toBe("not_found");
    expect(await tried(late)).toBe("not_found");
    expect(await tried(moderator)).toBe("not_found");
    expect(await tried(author)).toBe("forbidden");
    expect(await outcomeOf(getReportPage(visitor, "message", words.objectId))).toBe("not_found");
    expect(await db.moderationCase.count({ where: words })).toBe(0);
    const page = await getReportPage(await actorOf(reader), "message", words.objectId);
    expect(page).toMatchObject({ title: "Signaler un message", text: said[4], as: "member" });
    expect(page.place.href).toContain(`/messages/${id}`);
    // She is told what will be read, and that the reading is seen: of two, the other may guess.
    expect(page.sequel).toMatch(/les trois d’avant et les trois d’après.*sera notée.*se devine/);
    expect(await tried(reader)).toBe("ok");
    expect((await caseOf(words)).scope).toBe("national");
    for (const gone of [{ deletedAt: new Date(), body: "" }, { hiddenAt: new Date() }]) {
      const { id: objectId } = await createMessageRow(id, author, gone);
      expect(await outcomeOf(report(reader, { kind: "message", objectId }))).toBe("not_found");
    }
    await db.participant.updateMany({
      where: { conversationId: id, memberId: reader.id },
      data: { leftAt: new Date() },
    });
    expect(await outcomeOf(report(reader, { kind: "message", objectId: messageIds[6] ?? "" }))).toBe("not_found");
  });

  it("is for those in charge of the inbox to which it was written", async () => {
    const scope = "national/63/63113";
    const leader = await createPerson("Lucie Locale", {
      adherent: true,
      mandates: [{ role: "section_leader", scope }],
    });
    const { messageIds } = await createInboxRow(scope, author.id, ["Des mots qui blessent."]);
    const words = { kind: "message", objectId: messageIds[0] ?? "" };
    expect(await outcomeOf(report(leader, words))).toBe("ok");
    // She reported it, and answers for the place: she judges nothing of it.
    const { id: caseId } = await caseOf(words);
    expect(await outcomeOf(getCase(await actorOf(leader), caseId))).toBe("not_found");
    expect(await outcomeOf(getCase(await actorOf(moderator), caseId))).toBe("ok");
  });
});

describe("judging a reported message", () => {
  it("shows it with three before and three after, nothing else, and writes that it was read", async () => {
    const { id, messageIds, words } = await conversation();
    const of = await createAttachments(author, words.objectId);
    const near = await createAttachments(author, messageIds[5]);
    expect(await attachmentDoors(moderator, of)).toEqual(refused);
    await report(reader, words);
    const { id: caseId } = await caseOf(words);
    expect(await accesses(words.objectId)).toBe(0);
    const { object } = await getCase(await actorOf(moderator), caseId);
    expect(object).toMatchObject({ author: "Aline Autrice", text: said[4], place: { href: null } });
    expect(object.before.map(({ text }) => text)).toEqual(said.slice(1, 4));
    expect(object.after.map(({ text }) => text)).toEqual([`${said[5]}\n(1 photo, 1 fichier)`, ...said.slice(6, 8)]);
    expect([object.pictures?.length, object.files?.length]).toEqual([1, 1]);
    for (const other of [said[0], said[8], id]) expect(JSON.stringify(object)).not.toContain(other);
    expect(await accesses(words.objectId)).toBe(1);
    expect(await attachmentDoors(moderator, of)).toEqual(given);
    expect(await attachmentDoors(moderator, near)).toEqual(refused);
    // Photos of the page that is open are no reading more; the page opened again is.
    expect(await accesses(words.objectId)).toBe(1);
    await getCase(await actorOf(moderator), caseId);
    expect(await accesses(words.objectId)).toBe(2);
    // No other door opens.
    for (const door of [messageHistory, catchUpMessages])
      expect(await outcomeOf(door(await actorOf(moderator), { id, apres: 0 }))).toBe("not_found");
  });

  it("writes down a photo that is looked at without its page", async () => {
    const { words } = await conversation();
    const of = await createAttachments(author, words.objectId);
    await report(reader, words);
    await attachmentDoors(moderator, of);
    await attachmentDoors(moderator, of);
    expect(await accesses(words.objectId)).toBe(1);
    await attachmentDoors(reader, of);
    expect(await accesses(words.objectId)).toBe(1);
  });

  it("is seen by those in the conversation, and by nobody else", async () => {
    const { id, words } = await conversation();
    const late = await createPerson("Léa Tardive");
    await report(reader, words);
    await addPersonRow(id, late.id);
    expect(await listAccesses(await actorOf(author), id)).toEqual([]);
    await getCase(await actorOf(moderator), (await caseOf(words)).id);
    for (const person of [author, reader])
      expect(await listAccesses(await actorOf(person), id)).toMatchObject([
        { messageId: words.objectId, author: "Aline Autrice", times: 1 },
      ]);
    // Nor is who read it: those in the conversation learn that moderation did.
    expect(JSON.stringify(await listAccesses(await actorOf(author), id))).not.toContain(moderator.id);
    for (const person of [late, moderator]) expect(await listAccesses(await actorOf(person), id)).toEqual([]);
    expect(await listAccesses(visitor, id)).toEqual([]);
  });

  it("is told to those whose words were read, on her data’s page and in her export, also where she has left", async () => {
    const { id, messageIds, words } = await conversation();
    const [beside, far] = [await createPerson("Bea Voisine"), await createPerson("Fanny Lointaine")];
    for (const person of [beside, far]) await addPersonRow(id, person.id);
    await db.message.update({ where: { id: messageIds[7] ?? "" }, data: { authorId: beside.id } });
    await db.message.update({ where: { id: messageIds[8] ?? "" }, data: { authorId: far.id } });
    const lone = { moderator: await aDecider("moderator") };
    const read = async (person: Person) => [
      (await listOwnAccesses(await actorOf(person))).filter(({ messageId }) => messageId === words.objectId),
      JSON.stringify(await attachmentsPersonalData.read(person.id)).split(id).length - 1,
    ];
    await report(reader, words);
    expect(await read(author)).toEqual([[], 0]);
    for (let n = 0; n < 2; n++) await getCase(await actorOf(lone.moderator), (await caseOf(words)).id);
    const href = `/messages/${id}`;
    expect(await read(author)).toMatchObject([[{ own: true, times: 2, href: expect.stringContaining(href) }], 2]);
    await db.participant.updateMany({
      where: { conversationId: id, memberId: { in: [author.id, beside.id] } },
      data: { leftAt: new Date() },
    });
    expect(await read(author)).toMatchObject([[{ own: true, times: 2, href: null }], 2]);
    expect(await read(beside)).toMatchObject([[{ own: false, times: 2, href: null }], 2]);
    // Of others' words alone, she learns nothing here; who read them, nobody.
    for (const person of [far, lone.moderator]) expect(await read(person)).toEqual([[], 0]);
    expect(await listOwnAccesses(visitor)).toEqual([]);
    const all = [await listOwnAccesses(await actorOf(author)), await attachmentsPersonalData.read(author.id)];
    expect(JSON.stringify(all)).not.toContain(lone.moderator.id);
  });

  it("is not for who is or was in the conversation, nor for moderators of a part of the country", async () => {
    const { id, words } = await conversation();
    const of = await createAttachments(author, words.objectId);
    const inside = await aDecider("moderator");
    await addPersonRow(id, inside.id);
    await db.participant.updateMany({
      where: { conversationId: id, memberId: inside.id },
      data: { leftAt: new Date() },
    });
    const local = await aDecider("moderator", "national/63");
    await report(reader, words);
    const { id: caseId } = await caseOf(words);
    for (const person of [inside, local]) {
      expect(await outcomeOf(getCase(await actorOf(person), caseId))).toBe("not_found");
      expect(await attachmentDoors(person, of)).toEqual(refused);
      const decision = { caseId, outcome: "hide" as const, rule: "1", words: WORDS };
      expect(await outcomeOf(decideCase(await acting(person), decision))).toBe("not_found");
    }
    expect(await accesses(words.objectId)).toBe(0);
  });

  it("says nothing of it in a list: its words are read on its page, where that is written down", async () => {
    const { words } = await conversation();
    await report(reader, words);
    const desk = JSON.stringify(await getModerationDesk(await actorOf(moderator)));
    expect(desk).toContain("Message d’une conversation privée");
    expect(desk).not.toContain("Parole numéro");
    expect(await accesses(words.objectId)).toBe(0);
  });

  it("finds nothing left of what its author has deleted", async () => {
    const { words } = await conversation();
    await report(reader, words);
    await db.message.update({ where: { id: words.objectId }, data: { deletedAt: new Date(), body: "" } });
    const { object } = await getCase(await actorOf(moderator), (await caseOf(words)).id);
    expect(object).toMatchObject({ text: "(message supprimé)", pictures: [], files: [] });
  });

  it("keeps its photos and files for who judges it, and for nobody else, until nobody may contest", async () => {
    const { words } = await conversation();
    const of = await createAttachments(author, words.objectId);
    const doorsOf = (person: Person) => attachmentDoors(person, of);
    await report(reader, words);
    await deleteMessage(await acting(author), { messageId: words.objectId });
    expect([await doorsOf(moderator), await doorsOf(reader), await doorsOf(author)]).toEqual([given, refused, refused]);
    const { object } = await getCase(await actorOf(moderator), (await caseOf(words)).id);
    expect([object.pictures?.length, object.files?.length]).toEqual([1, 1]);
    await decide(moderator, words, "nothing");
    await forgetReportedWords.run({});
    expect(await doorsOf(moderator)).toEqual(given);
    await db.decision.updateMany({
      where: { caseId: (await caseOf(words)).id },
      data: { decidedAt: new Date(Date.now() - 190 * 86_400_000) },
    });
    await forgetReportedWords.run({});
    expect(await doorsOf(moderator)).toEqual(refused);
    await deliver(sent);
  });

  it("is not taken back from who judges it: what it said is kept while its report waits, for them alone", async () => {
    const { id, words } = await conversation();
    const messageId = words.objectId;
    await deleteMessage(await acting(author), { messageId: (await conversation()).words.objectId });
    await db.message.update({ where: { id: messageId }, data: { createdAt: new Date() } });
    await report(reader, words);
    await editMessage(await acting(author), { messageId, body: "Des mots aimables." });
    await deleteMessage(await acting(author), { messageId });
    const { object } = await getCase(await actorOf(moderator), (await caseOf(words)).id);
    expect(object.history.map(({ text }) => text)).toEqual(["Parole numéro 5.", "Des mots aimables."]);
    expect(await bodiesOf(reader, id)).not.toContain("Parole numéro 5.");
    expect(JSON.stringify(await moderationPersonalData.read(reader.id))).not.toContain("Parole numéro 5.");
    // Nothing is kept of what nobody reported; and of what was judged, no longer than it may be contested.
    expect(await db.reportedWords.count()).toBe(2);
    await forgetReportedWords.run({});
    expect(await db.reportedWords.count()).toBe(2);
    await decide(moderator, words, "nothing");
    await db.decision.updateMany({
      where: { caseId: (await caseOf(words)).id },
      data: { decidedAt: new Date(Date.now() - 190 * 86_400_000) },
    });
    await forgetReportedWords.run({});
    expect(await db.reportedWords.count()).toBe(0);
    await deliver(sent);
  });
});

describe("a decision about a message", () => {
  it("hides it from everybody in it, at once and for good, and its author reads why", async () => {
    const { id, words } = await conversation();
    await report(reader, words);
    facts = [];
    const decision = await decide(moderator, words, "hide");
    expect(facts.map(({ name }) => name).sort()).toEqual(["message.hidden", "moderation.case-decided"]);
    const hidden = facts.filter(({ name }) => name === "message.hidden");
    expect(hidden[0]?.ids).toMatchObject({ conversationId: id, from: 10, to: 10 });
    const { frames } = messageLiveFacts.find(({ fact }) => fact === "message.hidden") ?? {};
    const shown = JSON.stringify(await frames?.(hidden));
    expect(shown).toContain('"hidden":true');
    expect(shown).not.toContain(said[4]);
    for (const person of [author, reader]) {
      expect(await bodiesOf(person, id)).toEqual([...said.slice(0, 4), "", ...said.slice(5)]);
      const { entries } = await catchUpMessages(await actorOf(person), { id, apres: 0 });
      expect(JSON.stringify(entries)).not.toContain(said[4]);
      expect(entries.at(-1)).toMatchObject({ kind: "hidden", seq: 10, message: { hidden: true, body: "" } });
    }
    const mails = (await deliver(sent)).map((mail) => [mail.to, textOf(mail)] as const);
    const toAuthor = mails.find(([to]) => to === author.email)?.[1] ?? "";
    expect(toAuthor).toContain("masqué");
    expect(toAuthor).toContain(said[4]);
    const toReader = mails.find(([to]) => to === reader.email)?.[1] ?? "";
    expect(toReader).toContain("signalé");
    expect(toReader).not.toContain(said[4]);
    expect(mails).toHaveLength(2);
    expect(await getDecision(await actorOf(author), decision.id)).toMatchObject({
      isAuthor: true,
      object: { text: said[4], hidden: true },
      can: { appeal: true },
    });
    expect(await outcomeOf(getDecision(await actorOf(reader), decision.id))).toBe("not_found");
    expect(await outcomeOf(report(reader, words))).toBe("not_found");
    const kept = { sur: said[4], décision: "masquer" };
    const { décisions_sur_mes_mots: about } = await moderationPersonalData.read(author.id);
    expect(about).toEqual(expect.arrayContaining([expect.objectContaining(kept)]));
    const { décisions_sur_mes_mots: none } = await moderationPersonalData.read(reader.id);
    expect(none).toEqual([]);
  });

  it("leaves it as it is when no rule is broken", async () => {
    const { id, words } = await conversation();
    await report(reader, words);
    facts = [];
    await decide(moderator, words, "nothing");
    expect(facts.map(({ name }) => name)).toEqual(["moderation.case-decided"]);
    expect(await bodiesOf(reader, id)).toEqual(said);
  });

  it("is answered once, and settled by another moderator, who shows it again", async () => {
    const { id, words } = await conversation();
    const of = await createAttachments(author, words.objectId);
    await report(reader, words);
    const decision = await decide(moderator, words, "hide");
    expect([await attachmentDoors(reader, of), await attachmentDoors(author, of)]).toEqual([refused, refused]);
    await appealDecision(await acting(author), { decisionId: decision.id, words: "Je parlais de son programme." });
    const appeal = await db.appeal.findUniqueOrThrow({ where: { decisionId: decision.id } });
    const settling = { appealId: appeal.id, outcome: "show" as const, words: "Rien n’y vise une personne." };
    expect(await outcomeOf(settleAppeal(await acting(moderator), settling))).toBe("forbidden");
    expect(await outcomeOf(settleAppeal(await acting(await aDecider("national_admin")), settling))).toBe("not_found");
    await settleAppeal(await acting(await aDecider("moderator")), settling);
    expect(await bodiesOf(reader, id)).toEqual(said);
    expect(await attachmentDoors(reader, of)).toEqual(given);
    const log = await db.conversationChange.findMany({ where: { conversationId: id }, orderBy: { seq: "asc" } });
    expect(log.map(({ kind, seq, byId }) => [kind, seq, byId])).toEqual([
      ["hidden", 10, null],
      ["shown", 11, null],
    ]);
  });

  it("is one, whoever decides at the same time: one line in the log", async () => {
    const { id, words } = await conversation();
    await report(reader, words);
    const { id: caseId } = await caseOf(words);
    const deciders = [moderator, await aDecider("moderator"), await aDecider("moderator")];
    const decision = { caseId, outcome: "hide" as const, rule: "1", words: WORDS };
    const outcomes = await Promise.all(
      deciders.map(async (person) => outcomeOf(decideCase(await acting(person), decision))),
    );
    expect(outcomes.sort()).toEqual(["conflict", "conflict", "ok"]);
    expect(await db.conversationChange.count({ where: { conversationId: id } })).toBe(1);
  });
});

describe("what is reported of conversations, by column", () => {
  let world: World;
  let caseId: string;
  let of: { photo: string; file: string };
  let messageId: string;
  beforeAll(async () => {
    world = await createWorld();
    const { messageIds } = await createConversationRow({ people: [author.id, world.named.id], messages: said });
    messageId = messageIds[4] ?? "";
    of = await createAttachments(author, messageId);
    await reportObject(await acting(world.named), { kind: "message", objectId: messageId, rule: "1", words: WORDS });
    caseId = (await caseOf({ kind: "message", objectId: messageId })).id;
  });

  it.each(columns)("%s", async (column) => {
    const actor = await actorOfColumn(world, column);
    const session = sessionOfColumn(world, column);
    const judges = rows.messageJudge.cells[column] === "✓";
    const [read, photos] = [
      await refusalOf(getCase(actor, caseId)),
      await attachmentDoors(session ? { session } : null, of),
    ];
    expect(photos, who[column]).toEqual(judges ? given : refused);
    if (judges) expect(read).toMatchObject({ answered: { object: { text: said[4] } } });
    else expect(read).toEqual(await refusalOf(getCase(actor, newId())));
    const waiting = await findWaitingCount(actor);
    expect(waiting !== null && waiting > 0, `${who[column]}: ${waiting}`).toBe(judges);
    expect(await outcomeOf(getReportPage(actor, "message", messageId))).toBe("not_found");
  });
});
