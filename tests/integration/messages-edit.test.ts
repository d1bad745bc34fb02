import { createConversationRow, createInboxRow, createRequestRow, typed } from "@tests/support/messages-world.ts";
import { blockInTheDatabase, createPerson, outcomeOf, type Person, withoutLimits } from "@tests/support/worlds.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import {
  deleteMessage,
  editMessage,
  markRead,
  messageHistory,
  messageLiveFacts,
  readsLive,
  sendMessage,
} from "@/features/messages/index.ts";
import { getLog } from "@/features/messages/message-log.queries.ts";
import { findSeen } from "@/features/messages/message-people.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import type { Announcement } from "@/platform/facts.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

let ines: Person;
let paul: Person;
let asInes: Actor;
let asPaul: Actor;
const facts: Fact[] = [];
const announced: Announcement[] = [];

beforeEach(async () => {
  [ines, paul] = [await createPerson("Inès Bonnet"), await createPerson("Paul Garnier")];
  [asInes, asPaul] = [await actorOfMember(ines.id), await actorOfMember(paul.id)];
  withoutLimits();
  facts.length = 0;
  announced.length = 0;
  singletons.publisher = (published, announcements) => {
    facts.push(...published);
    announced.push(...announcements);
  };
});

const age = (id: string, minutes: number) =>
  db.message.update({ where: { id }, data: { createdAt: new Date(clock.now().getTime() - minutes * 60_000) } });
const inRoom = async () => {
  const live = messageLiveFacts.find(({ fact }) => fact === facts[0]?.name);
  return (await live?.frames(facts))?.map(({ room, data }) => ({ room, data }));
};

describe("editing a message", () => {
  it("gives it other words in its place, marked, under the next number of the log", async () => {
    const { id, messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["À 9 h", "Oui"] });
    await editMessage({ actor: asInes }, { messageId: messageIds[0] ?? "", body: "À 10 h" });
    const log = await getLog(asPaul, id, 2);
    expect(log.entries).toMatchObject([{ kind: "edited", seq: 3, message: { seq: 1, body: "À 10 h", edited: true } }]);
    const page = await messageHistory(asPaul, { id });
    expect(page.entries).toMatchObject([{ message: { body: "À 10 h", edited: true } }, { message: { body: "Oui" } }]);
  });

  it("tells the conversation and the lists of those in it, and moves nobody’s count", async () => {
    const { id, messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["À 9 h"] });
    await editMessage({ actor: asInes }, { messageId: messageIds[0] ?? "", body: "À 10 h" });
    expect(facts.map(({ name }) => name)).toEqual(["message.edited"]);
    const [room, ...lists] = (await inRoom()) ?? [];
    expect(room?.room).toBe(`conversation:${id}:in`);
    expect(lists.map((frame) => frame.room).sort()).toEqual([ines, paul].map((one) => `person:${one.id}:self`).sort());
    for (const { data } of lists) expect(data).toEqual({ conversationId: id, changed: true });
    expect(JSON.stringify(facts[0]?.ids)).not.toContain("10 h");
  });

  it("is refused after a quarter of an hour, to anybody else, and after a block", async () => {
    const { id, messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["À 9 h"] });
    const [messageId = ""] = messageIds;
    expect(await outcomeOf(editMessage({ actor: asPaul }, { messageId, body: "Non" }))).toBe("forbidden");
    expect(await outcomeOf(editMessage({ actor: visitor }, { messageId, body: "Non" }))).toBe("not_found");
    const stranger = await actorOfMember((await createPerson("Une Autre")).id);
    expect(await outcomeOf(editMessage({ actor: stranger }, { messageId, body: "Non" }))).toBe("not_found");
    expect(await outcomeOf(editMessage({ actor: asInes }, { messageId: newId(), body: "Non" }))).toBe("not_found");
    await age(messageId, 14);
    expect(await outcomeOf(editMessage({ actor: asInes }, { messageId, body: "À 10 h" }))).toBe("ok");
    await age(messageId, 15);
    const late = await editMessage({ actor: asInes }, { messageId, body: "À 11 h" }).catch((error) => error);
    expect(late).toMatchObject({ code: "conflict", reason: "message_too_old_to_edit" });
    await age(messageId, 1);
    await blockInTheDatabase(paul.id, ines.id);
    expect(await outcomeOf(editMessage({ actor: asInes }, { messageId, body: "À 12 h" }))).toBe("conflict");
    expect((await getLog(asInes, id, 0)).entries[0]).toMatchObject({ message: { body: "À 10 h" } });
  });

  it("writes nothing when nothing changed, and no message anew", async () => {
    const { id, messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["À 9 h"] });
    await editMessage({ actor: asInes }, { messageId: messageIds[0] ?? "", body: "À 9 h" });
    expect(facts).toEqual([]);
    expect((await getLog(asInes, id, 0)).lastSeq).toBe(1);
  });

  it("is no way around what is held", async () => {
    const body = "Venez nombreuses et nombreux samedi matin, place de Jaude !";
    for (let n = 0; n < 5; n++) {
      const { id } = await createConversationRow({ kind: "several", people: [ines.id, paul.id] });
      await sendMessage({ actor: asInes }, typed(id, { body }));
    }
    const { messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["Bonjour"] });
    const refused = await editMessage({ actor: asInes }, { messageId: messageIds[0] ?? "", body }).catch(
      (error) => error,
    );
    expect(refused).toMatchObject({ reason: "same_text_to_many" });
  });

  it("names others than before, or nobody", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const mentions = [{ id: paul.id, label: "Paul Garnier" }];
    const { id: messageId } = await sendMessage({ actor: asInes }, typed(id, { body: "@Paul Garnier ?", mentions }));
    await editMessage({ actor: asInes }, { messageId, body: "Paul ?" });
    expect(await db.messageMention.count({ where: { messageId } })).toBe(0);
    await editMessage({ actor: asInes }, { messageId, body: "@Paul Garnier !", mentions });
    expect((await getLog(asPaul, id, 2)).entries.at(-1)).toMatchObject({ message: { mentions } });
  });
});

describe("deleting a message", () => {
  it("leaves a trace and nothing else, for all, at any time", async () => {
    const { id, messageIds } = await createConversationRow({
      people: [ines.id, paul.id],
      messages: ["Un secret", "Oui"],
    });
    const [messageId = ""] = messageIds;
    await sendMessage({ actor: asPaul }, typed(id, { replyToId: messageId, body: "Ah bon" }));
    await age(messageId, 60 * 24 * 30);
    const image = await db.image.create({
      data: {
        id: newId(),
        large: new Uint8Array([1]),
        small: new Uint8Array([1]),
        width: 1,
        height: 1,
        uploadedAt: clock.now(),
      },
    });
    await db.messagePhoto.create({
      data: { id: newId(), messageId, imageId: image.id, addedById: ines.id, addedAt: clock.now() },
    });
    const stored = { mime: "text/plain", size: 1, completedAt: clock.now(), uploadedAt: clock.now() };
    const file = await db.storedFile.create({ data: { id: newId(), ...stored } });
    await db.messageFile.create({
      data: { id: newId(), messageId, fileId: file.id, name: "plan.txt", addedById: ines.id, addedAt: clock.now() },
    });
    facts.length = 0;
    await deleteMessage({ actor: asInes }, { messageId });
    expect(facts.map(({ name }) => name)).toEqual(["message.deleted"]);
    expect(await db.image.count({ where: { id: image.id } })).toBe(0);
    expect(await db.storedFile.count({ where: { id: file.id } })).toBe(0);
    const all = JSON.stringify([await messageHistory(asPaul, { id }), await getLog(asPaul, id, 0), await inRoom()]);
    expect(all).not.toContain("secret");
    const { entries } = await messageHistory(asPaul, { id });
    expect(entries[0]).toMatchObject({ message: { deleted: true, body: "", photos: [], files: [] } });
    expect(entries[2]).toMatchObject({ message: { replyTo: { seq: 1, excerpt: "" } } });
  });

  it("is its author’s alone, and done once", async () => {
    const { messageIds } = await createConversationRow({ people: [ines.id, paul.id], messages: ["Bonjour"] });
    const [messageId = ""] = messageIds;
    expect(await outcomeOf(deleteMessage({ actor: asPaul }, { messageId }))).toBe("forbidden");
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(deleteMessage({ actor: asInes }, { messageId }))));
    expect(outcomes.sort()).toEqual(["not_found", "ok"]);
    expect(await outcomeOf(editMessage({ actor: asInes }, { messageId, body: "Rebonjour" }))).toBe("not_found");
  });
});

describe("marking a conversation as read", () => {
  it("moves one’s marker forward, never back nor past the end, and tells those who may see her", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id], messages: ["Un", "Deux", "Trois"] });
    expect(await markRead({ actor: asPaul }, { conversationId: id, seq: 2 })).toEqual({ readSeq: 2 });
    expect(await markRead({ actor: asPaul }, { conversationId: id, seq: 1 })).toEqual({ readSeq: 2 });
    expect(await markRead({ actor: asPaul }, { conversationId: id, seq: 900 })).toEqual({ readSeq: 3 });
    expect((await getLog(asInes, id, 3)).reads[paul.id]).toBe(3);
    expect(announced.map(({ data }) => data)).toEqual([
      { readSeq: 2, shown: true },
      { readSeq: 3, shown: true },
    ]);
    const last = announced.at(-1);
    const frames = readsLive.frames(last?.ids ?? {}, last?.data);
    expect(frames).toMatchObject([
      { room: `person:${paul.id}:self`, data: { conversationId: id, readSeq: 3 } },
      { room: `conversation:${id}:in`, kind: "read", about: paul.id },
    ]);
    expect(facts).toEqual([]);
  });

  it("is not there for who does not read it", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id], messages: ["Un"] });
    const stranger = await actorOfMember((await createPerson("Une Autre")).id);
    expect(await outcomeOf(markRead({ actor: stranger }, { conversationId: id, seq: 1 }))).toBe("not_found");
    expect(await outcomeOf(markRead({ actor: asInes }, { conversationId: newId(), seq: 1 }))).toBe("not_found");
    expect(await outcomeOf(markRead({ actor: visitor }, { conversationId: id, seq: 1 }))).toBe("unauthenticated");
    expect(await db.conversationRead.count({ where: { conversationId: id } })).toBe(0);
  });

  it("tells a stranger nothing before she was answered", async () => {
    const { id } = await createRequestRow(ines.id, paul.id);
    await markRead({ actor: asPaul }, { conversationId: id, seq: 1 });
    const [one] = announced;
    expect(one?.data).toEqual({ readSeq: 1, shown: false });
    expect(readsLive.frames(one?.ids ?? {}, one?.data).map(({ room }) => room)).toEqual([`person:${paul.id}:self`]);
    expect((await getLog(asInes, id, 0)).reads).toEqual({});
    expect([...(await findSeen(asInes, id))]).toEqual([]);
  });

  it("keeps the furthest of what two processes write together", async () => {
    const messages = Array.from({ length: 40 }, (_, n) => `Message ${n}`);
    const { id } = await createConversationRow({ people: [ines.id, paul.id], messages });
    vi.resetModules();
    const other = (await import("@/features/messages/commands/mark-read.ts")).markRead;
    await Promise.all(
      messages.map((_, n) => (n % 2 ? markRead : other)({ actor: asPaul }, { conversationId: id, seq: 40 - n })),
    );
    expect((await getLog(asPaul, id, 40)).reads[paul.id]).toBe(40);
  });
});

describe("who is seen in a conversation", () => {
  it("are those whose card one may see, and not those whom a block hides", async () => {
    const third = await createPerson("Maryse Quintin");
    const { id } = await createConversationRow({ people: [ines.id, paul.id, third.id] });
    await blockInTheDatabase(third.id, ines.id);
    expect([...(await findSeen(asInes, id))].sort()).toEqual([ines.id, paul.id].sort());
    expect([...(await findSeen(await actorOfMember(third.id), id))].sort()).toEqual([paul.id, third.id].sort());
    const stranger = await actorOfMember((await createPerson("Une Autre")).id);
    expect((await findSeen(stranger, id)).size).toBe(0);
  });

  it("are those in charge of a place, in its inbox", async () => {
    const CLERMONT = "national/63/63113";
    const leader = await createPerson("Lucie Locale", { mandates: [{ role: "section_leader", scope: CLERMONT }] });
    const { id } = await createInboxRow(CLERMONT, paul.id, ["Bonjour"]);
    expect((await findSeen(asPaul, id)).has(leader.id)).toBe(true);
    expect((await findSeen(await actorOfMember(leader.id), id)).has(paul.id)).toBe(true);
  });
});
