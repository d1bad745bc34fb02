import { randomUUID } from "node:crypto";
import { type Screen, startLive } from "@tests/support/live-server.ts";
import { addPersonRow, createConversationRow, createRequestRow } from "@tests/support/messages-world.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import { suspendMember } from "@/features/accounts/index.ts";
import { blockMember } from "@/features/coopains/index.ts";
import { deleteMessage, editMessage, leaveConversation, messageReports } from "@/features/messages/index.ts";
import { setVisibilities } from "@/features/profiles/index.ts";
import { defaults } from "@/features/profiles/visibility.rules.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { publish, writeFacts } from "@/platform/facts.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

const SOON = { timeout: 5_000 };
type LiveServer = Awaited<ReturnType<typeof startLive>>;
type Someone = { id: string; session: string };
type Entries = { entries?: { kind: string; seq: number; message?: { body: string } }[]; upTo?: number };

let live: LiveServer;
let amel: Someone;
let bruno: Someone;
let chloe: Someone;
beforeEach(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
  [amel, bruno, chloe] = [await person("Amel"), await person("Bruno"), await person("Chloé")];
});
afterEach(() => live.close());

const join = (screen: Screen, id: string) => screen.ask("join", { room: "conversation", id });
const send = (screen: Screen, conversationId: string, body = "Bonjour !", more: object = {}) =>
  screen.ask("call", { name: "message.send", input: { conversationId, clientId: randomUUID(), body, ...more } });
const read = (screen: Screen, conversationId: string, seq: number) =>
  screen.ask("call", { name: "message.mark-read", input: { conversationId, seq } });
const framesOf = (screen: Screen, kind: string) => screen.frames.filter((frame) => frame.kind === kind);
const bodies = (screen: Screen) =>
  framesOf(screen, "entries").flatMap(({ data }) => (data as Entries).entries?.map((one) => one.message?.body) ?? []);
/** The last word of a kind, once it went out: a second passes each time that it is asked. */
const last = (screen: Screen, kind: string) => {
  live.live.presence.tick();
  return framesOf(screen, kind).at(-1)?.data;
};
const seated = async (id: string, ...people: Someone[]) => {
  const screens = await Promise.all(people.map(({ session }) => live.open(session)));
  for (const screen of screens) await join(screen, id);
  return screens as [Screen, Screen, Screen];
};

describe("a conversation, live", () => {
  it("shows each message on every screen, and acknowledges it after it is stored", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id] });
    const [one, two] = await seated(id, amel, bruno);
    expect(await send(one, id, "Salut Bruno")).toMatchObject({ value: { seq: 1 } });
    for (const screen of [one, two]) await expect.poll(() => bodies(screen), SOON).toEqual(["Salut Bruno"]);
    expect((await two.ask("pull", { room: "conversation", id, after: 0 })).value).toMatchObject({ lastSeq: 1 });
  });

  it("is nobody else’s: neither room, nor pull, nor call", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id], messages: ["Entre nous"] });
    const outside = await live.open(chloe.session);
    const passing = await live.open(null);
    for (const screen of [outside, passing]) {
      expect((await join(screen, id)).error?.code).toBe("not_found");
      expect((await screen.ask("pull", { room: "conversation", id, after: 0 })).error?.code).toBe("not_found");
    }
    expect((await send(outside, id)).error?.code).toBe("not_found");
    expect((await read(outside, id, 1)).error?.code).toBe("not_found");
    expect((await send(passing, id)).error?.code).toBe("unauthenticated");
    const [one] = await seated(id, amel);
    await send(one, id, "Toujours entre nous");
    await expect.poll(() => bodies(one), SOON).toHaveLength(1);
    expect([...outside.frames, ...passing.frames]).toEqual([]);
  });

  it("moves edits and deletions on every screen", async () => {
    const { id, messageIds } = await createConversationRow({ people: [amel.id, bruno.id], messages: ["À 9 h", "Oui"] });
    const [, two] = await seated(id, amel, bruno);
    const actor = await actorOfMember(amel.id);
    const messageId = messageIds[0] ?? "";
    await editMessage({ actor }, { messageId, body: "À 10 h" });
    await expect.poll(() => bodies(two), SOON).toEqual(["À 10 h"]);
    await deleteMessage({ actor }, { messageId });
    await expect.poll(() => bodies(two), SOON).toEqual(["À 10 h", ""]);
  });

  it("has lists ask again for words that were edited, deleted, hidden or shown again", async () => {
    const { messageIds } = await createConversationRow({
      people: [amel.id, bruno.id],
      messages: ["Mon 06 12", "Oui"],
    });
    const [actor, objectId] = [await actorOfMember(amel.id), messageIds[0] ?? ""];
    const list = await live.open(bruno.session);
    await list.ask("join", { room: "person", id: bruno.id });
    const again = () => framesOf(list, "messages").filter(({ data }) => (data as { changed?: true }).changed).length;
    const hide = async (hidden: boolean) =>
      publish(
        await db.$transaction(async (transaction) => {
          const tx = transaction as unknown as Tx;
          const fact = await messageReports.setHidden(tx, { objectId, hidden, byId: null });
          return writeFacts(tx, null, fact ? [fact] : []);
        }),
      );
    await editMessage({ actor }, { messageId: objectId, body: "Mon numéro" });
    await expect.poll(again, SOON).toBe(1);
    for (const [n, hidden] of [true, false].entries()) {
      await hide(hidden);
      await expect.poll(again, SOON).toBe(2 + n);
    }
    await deleteMessage({ actor }, { messageId: objectId });
    await expect.poll(again, SOON).toBe(4);
  });

  it("tells one’s own screens of one’s conversations wherever they are, and nobody else’s", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id] });
    const [one] = await seated(id, amel);
    const elsewhere = await live.open(bruno.session);
    const stranger = await live.open(chloe.session);
    await elsewhere.ask("join", { room: "person", id: bruno.id });
    await stranger.ask("join", { room: "person", id: chloe.id });
    await send(one, id);
    await expect
      .poll(() => framesOf(elsewhere, "messages")[0]?.data, SOON)
      .toMatchObject({ conversationId: id, lastSeq: 1 });
    await read(elsewhere, id, 1);
    await expect.poll(() => framesOf(elsewhere, "messages").at(-1)?.data, SOON).toMatchObject({ readSeq: 1 });
    expect(stranger.frames).toEqual([]);
  });
});

describe("who is seen in a conversation", () => {
  it("are those who are there, write and read, by their ids", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id], messages: ["Bonjour"] });
    const [one, two] = await seated(id, amel, bruno);
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: [bruno.id] });
    two.socket.emit("typing", { room: "conversation", id });
    await expect.poll(() => last(one, "typing"), SOON).toEqual({ typing: [bruno.id] });
    await read(two, id, 1);
    await expect.poll(() => last(one, "read"), SOON).toEqual({ memberId: bruno.id, readSeq: 1 });
    two.socket.disconnect();
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: [] });
  });

  it("are not those who blocked her, or whom she blocked, from that moment on", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id, chloe.id], messages: ["Bonjour"] });
    const [one, two, three] = await seated(id, amel, bruno, chloe);
    const others = (ids: string[]) => ({ here: [...ids].sort() });
    await expect.poll(() => last(one, "presence"), SOON).toEqual(others([bruno.id, chloe.id]));
    await blockMember({ actor: await actorOfMember(amel.id) }, { memberId: bruno.id });
    await expect.poll(() => last(one, "presence"), SOON).toEqual(others([chloe.id]));
    await expect.poll(() => last(two, "presence"), SOON).toEqual(others([chloe.id]));
    await read(one, id, 1);
    await expect.poll(() => last(three, "read"), SOON).toEqual({ memberId: amel.id, readSeq: 1 });
    expect(framesOf(two, "read")).toEqual([]);
    // The words of what they share stay.
    await send(three, id, "Pour tout le monde");
    for (const screen of [one, two]) await expect.poll(() => bodies(screen), SOON).toContain("Pour tout le monde");
  });

  it("are not those who begin to show their card to their coopains alone", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id], messages: ["Bonjour"] });
    const [one, two] = await seated(id, amel, bruno);
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: [bruno.id] });
    const hidden = { ...defaults, card: "coopains", consent: [] };
    await setVisibilities({ actor: await actorOfMember(bruno.id) }, hidden as never);
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: [] });
    await read(two, id, 1);
    await send(two, id, "Toujours là");
    await expect.poll(() => bodies(one), SOON).toContain("Toujours là");
    expect(framesOf(one, "read")).toEqual([]);
  });

  it("is nobody for a stranger before she is answered", async () => {
    const { id } = await createRequestRow(amel.id, bruno.id);
    const [one, two] = await seated(id, amel, bruno);
    two.socket.emit("typing", { room: "conversation", id });
    await read(two, id, 1);
    for (let n = 0; n < 4; n++) live.live.presence.tick();
    expect(one.frames).toEqual([]);
    await send(two, id, "Oui, bonjour");
    await expect.poll(() => last(one, "presence"), SOON).toEqual({ here: [bruno.id] });
  });
});

describe("leaving a conversation", () => {
  it("closes its room on her screens at once, and ends with a suspension", async () => {
    const { id } = await createConversationRow({ people: [amel.id, bruno.id, chloe.id] });
    const [one, two, three] = await seated(id, amel, bruno, chloe);
    await leaveConversation({ actor: await actorOfMember(bruno.id) }, { conversationId: id });
    await expect.poll(async () => (await join(two, id)).error?.code, SOON).toBe("not_found");
    await suspendMember({ actor: system }, { memberId: chloe.id, reason: "Propos contraires à la règle 2." } as never);
    await expect.poll(() => three.socket.connected, SOON).toBe(false);
    two.frames.length = 0;
    await send(one, id, "Entre nous");
    await expect.poll(() => bodies(one), SOON).toContain("Entre nous");
    expect(bodies(two)).toEqual([]);
  });

  it("leaves who comes later without what was said before, in frames too", async () => {
    const { id, messageIds } = await createConversationRow({
      people: [amel.id, bruno.id, chloe.id],
      messages: ["Secret"],
    });
    const late = await person("Tardive");
    await addPersonRow(id, late.id);
    const [one, , , four] = (await seated(id, amel, bruno, chloe, late)) as Screen[];
    await editMessage(
      { actor: await actorOfMember(amel.id) },
      { messageId: messageIds[0] ?? "", body: "Secret, mieux dit" },
    );
    await send(one as Screen, id, "Je réponds", { replyToId: messageIds[0] });
    await expect.poll(() => framesOf(four as Screen, "entries").length, SOON).toBeGreaterThan(1);
    const pulled = await (four as Screen).ask("pull", { room: "conversation", id, after: 1 });
    expect(pulled.value).toMatchObject({ lastSeq: 3, entries: [{ kind: "gone" }, { kind: "message" }] });
    expect(JSON.stringify([(four as Screen).frames, pulled])).not.toContain("Secret");
  });
});
