import { randomUUID } from "node:crypto";
import { startLive } from "@tests/support/live-server.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/core/actor.ts";
import {
  addPeople,
  answerMessageRequest,
  deleteMessage,
  editMessage,
  leaveConversation,
  listConversations,
  muteConversation,
  nameConversation,
  removePerson,
  sendMessage,
  startConversation,
} from "@/features/messages/index.ts";
import { appealDecision, decideCase, reportObject, settleAppeal } from "@/features/moderation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { person } from "./persons.ts";

const SOON = { timeout: 5_000 };
let live: Awaited<ReturnType<typeof startLive>>;
beforeAll(async () => {
  singletons.limits = { consume: async () => {} };
  live = await startLive();
});
afterAll(() => live.close());

/** Somebody with one screen on her own room, who shows her card to all members. */
async function onScreen(name: string, section?: string) {
  const { id, session } = await person(name, { ...(section && { section }) });
  await db.profile.create({ data: { memberId: id, cardFor: "members", updatedAt: clock.now() } });
  const screen = await live.open(session);
  await screen.ask("join", { room: "person", id });
  return { id, screen, caller: { actor: await actorOfMember(id) } };
}
type OnScreen = Awaited<ReturnType<typeof onScreen>>;
const begin = async (from: OnScreen, to: readonly { id: string }[]) =>
  (await startConversation(from.caller, { to: to.map(({ id }) => id), body: "Bonjour.", clientId: randomUUID() }))
    .conversationId;
const say = (from: OnScreen, conversationId: string) =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body: "Encore." });
const join = ({ screen }: OnScreen, id: string) => screen.ask("join", { room: "conversation", id });
/** What her own room told her of a conversation. */
const told = ({ screen }: OnScreen, conversationId: string, word: "gone" | "changed") =>
  screen.frames.filter(({ kind, data }) => {
    const moved = data as { conversationId?: string; gone?: true; changed?: true };
    return kind === "messages" && moved.conversationId === conversationId && moved[word] === true;
  }).length;
const entries = ({ screen }: OnScreen) => screen.frames.filter(({ kind }) => kind === "entries").length;

async function threeTogether() {
  const all = [await onScreen("Inès"), await onScreen("Samir"), await onScreen("Lou")] as const;
  const conversationId = await begin(all[0], all.slice(1));
  for (const one of all) expect(await join(one, conversationId)).toMatchObject({ value: { audience: "in" } });
  return { all, conversationId };
}

describe("the room of a conversation", () => {
  it("is left at once by who is taken out of it and by who leaves: nothing reaches her any more", async () => {
    const ways = {
      removed: ([ines]: readonly OnScreen[], samir: OnScreen, conversationId: string) =>
        removePerson(ines?.caller ?? samir.caller, { conversationId, memberId: samir.id }),
      left: (_: readonly OnScreen[], samir: OnScreen, conversationId: string) =>
        leaveConversation(samir.caller, { conversationId }),
    };
    for (const [how, go] of Object.entries(ways)) {
      const { all, conversationId } = await threeTogether();
      const [ines, samir, lou] = all;
      await go(all, samir, conversationId);
      await expect.poll(() => told(samir, conversationId, "gone"), SOON).toBe(1);
      await expect.poll(() => told(lou, conversationId, "changed") > 1, SOON).toBe(true); // its beginning is one
      expect(told(lou, conversationId, "gone"), how).toBe(0);
      await expect.poll(async () => (await join(samir, conversationId)).error?.code, SOON).toBe("not_found");
      const [before, heard] = [entries(samir), entries(lou)];
      await say(ines, conversationId);
      await expect.poll(() => entries(lou), SOON).toBeGreaterThan(heard);
      expect(entries(samir), how).toBe(before);
    }
  });

  it("is joined by who is added, whose list is told", async () => {
    const { all, conversationId } = await threeTogether();
    const nora = await onScreen("Nora");
    expect((await join(nora, conversationId)).error?.code).toBe("not_found");
    await addPeople(all[1].caller, { conversationId, memberIds: [nora.id] });
    await expect.poll(() => told(nora, conversationId, "changed"), SOON).toBe(1);
    expect(await join(nora, conversationId)).toMatchObject({ value: { audience: "in" } });
  });
});

describe("what is silent", () => {
  it("moves the screens of her who did it, and no other", async () => {
    const [ines, far] = [await onScreen("Inès"), await onScreen("Loin", "03185")];
    const asked = await begin(ines, [far]);
    await expect.poll(() => told(ines, asked, "changed"), SOON).toBe(1);
    await answerMessageRequest(far.caller, { conversationId: asked, answer: "refuse" });
    await expect.poll(() => told(far, asked, "changed"), SOON).toBe(2);
    const { all, conversationId } = await threeTogether();
    const [one, two] = all;
    const before = told(one, conversationId, "changed");
    await muteConversation(two.caller, { conversationId, muted: true });
    // What comes after it has arrived: what was silent would have, too.
    await nameConversation(two.caller, { conversationId, name: "Équipe" });
    await expect.poll(() => told(two, conversationId, "changed"), SOON).toBe(before + 2);
    await expect.poll(() => told(one, conversationId, "changed"), SOON).toBe(before + 1);
    expect(told(ines, asked, "changed")).toBe(1);
  });
});

describe("the list of conversations", () => {
  it("is asked for again when the words of a message are no longer what they were, and by nobody else", async () => {
    const [ines, samir, lou] = [await onScreen("Inès"), await onScreen("Samir"), await onScreen("Lou")];
    const conversationId = await begin(ines, [samir]);
    const { id: messageId } = await db.message.findFirstOrThrow({ where: { conversationId } });
    const about = { kind: "message", objectId: messageId };
    const { actor } = samir.caller;
    const decided = { rule: "1", words: "Contraire à la règle." };
    const caseOf = () => db.moderationCase.findUniqueOrThrow({ where: { kind_objectId: about } });
    await reportObject({ actor }, { ...about, rule: "1", words: "Ces mots me visent." });
    const ways: [string, () => Promise<unknown>, string][] = [
      ["edited", () => editMessage(ines.caller, { messageId, body: "Sans mon numéro." }), "Sans mon numéro."],
      [
        "hidden",
        async () => decideCase({ actor: system }, { caseId: (await caseOf()).id, outcome: "hide", ...decided }),
        '"gone":"hidden"',
      ],
      [
        "shown",
        async () => {
          const { id: decisionId } = await db.decision.findFirstOrThrow({ where: { caseId: (await caseOf()).id } });
          await appealDecision(ines.caller, { decisionId, words: "Je parlais de son programme." });
          const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { decisionId } });
          await settleAppeal({ actor: system }, { appealId, outcome: "show", words: "Elle en a le droit." });
        },
        "Sans mon numéro.",
      ],
      ["deleted", () => deleteMessage(ines.caller, { messageId }), '"gone":"deleted"'],
    ];
    await expect.poll(() => told(samir, conversationId, "changed"), SOON).toBe(1); // its beginning
    for (const [n, [how, go, reads]] of ways.entries()) {
      await go();
      await expect.poll(() => told(samir, conversationId, "changed"), { ...SOON, message: how }).toBe(n + 2);
      expect(JSON.stringify((await listConversations(actor)).items), how).toContain(reads);
    }
    expect(lou.screen.frames).toEqual([]);
  });
});
