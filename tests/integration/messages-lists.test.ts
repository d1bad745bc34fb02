import { randomUUID } from "node:crypto";
import { outcomeOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { visitor } from "@/core/actor.ts";
import {
  countUnread,
  leaveConversation,
  listConversations,
  muteConversation,
  searchMessages,
  sendMessage,
  startConversation,
} from "@/features/messages/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepare, type Somebody, somebody } from "./coopains-world.ts";

beforeAll(() => prepare());

const write = async (from: Somebody, to: readonly { id: string }[], body = "Bonjour.") =>
  (await startConversation(from.caller, { to: to.map(({ id }) => id), body, clientId: randomUUID() })).conversationId;
const say = (from: Somebody, conversationId: string, body = "Bonjour.") =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body });
const read = (by: Somebody, conversationId: string, readSeq: number) =>
  db.conversationRead.upsert({
    where: { conversationId_memberId: { conversationId, memberId: by.id } },
    create: { conversationId, memberId: by.id, readSeq, readAt: clock.now() },
    update: { readSeq },
  });
const list = async (of: Somebody, box = "toutes") => (await listConversations(of.caller.actor, { box })).items;

describe("the list of one’s conversations", () => {
  it("shows what moved last first, how it ends, and what is unread", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const [first, second] = [await write(marc, [ines], "Un\nDeux"), await write(lou, [ines, marc], "À trois")];
    expect(
      (await list(ines)).map(({ id, unread, last }) => [id, unread, last?.words, last?.mine, last?.author]),
    ).toEqual([
      [second, 1, "À trois", false, "Lou"],
      [first, 1, "Un Deux", false, null],
    ]);
    await say(ines, first, "Je réponds");
    const [top] = await list(ines);
    expect(top).toMatchObject({ id: first, unread: 0, last: { mine: true, author: null, words: "Je réponds" } });
    expect((await list(ines, "non-lues")).map(({ id }) => id)).toEqual([second]);
    await read(ines, second, 1);
    expect(await list(ines, "non-lues")).toEqual([]);
  });

  it("goes on after its last one, without a gap or a double, when several have the same moment", async () => {
    const ines = await somebody("Inès");
    for (let n = 0; n < 45; n++) await write(ines, [await somebody("Quelqu’un")]);
    await db.conversation.updateMany({
      where: { createdById: ines.id },
      data: { lastAt: new Date(Date.now() + 60_000) },
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listConversations>> = await listConversations(ines.caller.actor, {
        cursor,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it("gives a strange page the first one, and a visitor nothing", async () => {
    const ines = await somebody("Inès");
    for (const input of [undefined, {}, { cursor: "x", box: "y" }, { cursor: { not: "" } }])
      expect(await listConversations(ines.caller.actor, input)).toEqual({ items: [], next: null });
    expect(await outcomeOf(listConversations(visitor))).toBe("not_found");
    expect(await countUnread(visitor)).toEqual({ conversations: [], requests: 0 });
  });

  it("keeps requests apart", async () => {
    const [ines, far] = [await somebody("Inès"), await somebody("Loin", { section: "03185" })];
    const id = await write(far, [ines]);
    expect(await list(ines)).toEqual([]);
    expect(await list(ines, "demandes")).toMatchObject([{ id, request: "received" }]);
    expect(await list(far)).toMatchObject([{ id, request: "sent", unread: 0 }]);
    expect(await countUnread(ines.caller.actor)).toEqual({ conversations: [], requests: 1 });
    await say(ines, id);
    expect(await list(ines)).toMatchObject([{ id }]);
    expect(await countUnread(ines.caller.actor)).toEqual({ conversations: [], requests: 0 });
  });
});

describe("the badge", () => {
  it("counts conversations with something unread of somebody else, not those that are muted", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const [one, two] = [await write(marc, [ines]), await write(lou, [ines])];
    await say(marc, one);
    const count = async () => (await countUnread(ines.caller.actor)).conversations.sort();
    expect(await count()).toEqual([one, two].sort());
    await muteConversation(ines.caller, { conversationId: two, muted: true });
    expect(await count()).toEqual([one]);
    await read(ines, one, 2);
    expect(await count()).toEqual([]);
    await say(ines, one);
    expect(await count()).toEqual([]);
    await db.message.updateMany({ where: { conversationId: one }, data: { deletedAt: clock.now(), body: "" } });
    await read(ines, one, 0);
    expect(await count()).toEqual([]);
  });
});

describe("looking for words", () => {
  it("finds them whatever the accents and the case, all of them, the newest first, told apart", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const id = await write(marc, [ines], "La réunion de l’Hôpital est à 18 h.");
    await say(ines, id, "HOPITAL : je viens à la réunion !");
    await say(ines, id, "L’hôpital seulement.");
    const { found } = await searchMessages(ines.caller.actor, { q: "hopital réunion" });
    expect(found.map(({ seq, mine, author, title }) => [seq, mine, author, title])).toEqual([
      [2, true, "Inès", "Marc"],
      [1, false, "Marc", "Marc"],
    ]);
    expect(found[1]?.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["réunion", "Hôpital"]);
    expect((await searchMessages(ines.caller.actor, { q: "hôpital", conversationId: id })).found).toHaveLength(3);
  });

  it("finds nothing of others’ conversations, of what was before her, was deleted or hidden, or that she left", async () => {
    const [ines, marc, lou] = [await somebody("Inès"), await somebody("Marc"), await somebody("Lou")];
    const secret = "chrysanthème";
    const foreign = await write(marc, [lou], `Un ${secret} à eux.`);
    const gone = await write(marc, [ines], `Un ${secret} supprimé.`);
    await say(marc, gone, `Un ${secret} masqué.`);
    await db.message.updateMany({
      where: { conversationId: gone, seq: 1 },
      data: { deletedAt: clock.now(), body: "" },
    });
    await db.message.updateMany({ where: { conversationId: gone, seq: 2 }, data: { hiddenAt: clock.now() } });
    const left = await write(marc, [ines, lou], `Un ${secret} quitté.`);
    await leaveConversation(ines.caller, { conversationId: left });
    const late = await write(marc, [lou, await somebody("Nora")], `Un ${secret} d’avant.`);
    await db.participant.create({
      data: { conversationId: late, memberId: ines.id, fromSeq: 1, joinedAt: clock.now() },
    });
    expect((await searchMessages(ines.caller.actor, { q: secret })).found).toEqual([]);
    for (const conversationId of [foreign, left, late])
      expect((await searchMessages(ines.caller.actor, { q: secret, conversationId })).found).toEqual([]);
    expect((await searchMessages(marc.caller.actor, { q: secret })).found).toHaveLength(3);
  });

  it("goes on after its last one, and takes signs for nothing", async () => {
    const [ines, marc] = [await somebody("Inès"), await somebody("Marc")];
    const id = await write(ines, [marc], "Un coquelicot.");
    for (let n = 0; n < 24; n++) await say(ines, id, "Un coquelicot.");
    const first = await searchMessages(ines.caller.actor, { q: "coquelicot" });
    const second = await searchMessages(ines.caller.actor, { q: "coquelicot", cursor: first.next });
    expect([first.found.length, second.found.length, second.next]).toEqual([20, 5, null]);
    expect(new Set([...first.found, ...second.found].map((one) => one.id)).size).toBe(25);
    for (const q of [
      "",
      "%",
      "_ _",
      "a",
      "'; drop table message; --\u0000",
      undefined,
      { not: "" },
      "x".repeat(1_000_000),
    ])
      expect((await searchMessages(ines.caller.actor, { q })).found).toEqual([]);
    expect(await outcomeOf(searchMessages(visitor, { q: "coquelicot" }))).toBe("not_found");
  });
});
