import { randomUUID } from "node:crypto";
import { countRows, outcomeOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { blockMember } from "@/features/coopains/index.ts";
import {
  addPeople,
  getConversation,
  leaveConversation,
  listConversations,
  muteConversation,
  nameConversation,
  removePerson,
  sendMessage,
  startConversation,
} from "@/features/messages/index.ts";
import { getLog } from "@/features/messages/message-log.queries.ts";
import { db } from "@/platform/db/client.ts";
import { prepare, type Somebody, somebody, tied, told } from "./coopains-world.ts";

beforeAll(() => prepare());

const begin = (from: Somebody, to: readonly { id: string }[], more: object = {}) =>
  startConversation(from.caller, {
    ...{ to: to.map(({ id }) => id), body: "Bonjour à toutes et tous !", clientId: randomUUID(), ...more },
  });
const say = (from: Somebody, conversationId: string, body = "Je viens.") =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body });
const titles = async (of: Somebody) => (await listConversations(of.caller.actor)).items.map(({ title }) => title);
const absent = { code: "not_found", reason: "absent" };

/** Inès began it, with Samir and Lou, all of one section. */
async function threeTogether() {
  const [ines, samir, lou] = [await somebody("Inès Bo"), await somebody("Samir Ka"), await somebody("Lou Vi")];
  const { conversationId } = await begin(ines, [samir, lou]);
  return { ines, samir, lou, conversationId };
}

describe("a conversation of several", () => {
  it("gathers people whom one writes to freely, and is called by their names", async () => {
    const { ines, samir, lou, conversationId } = await threeTogether();
    const view = await getConversation(samir.caller.actor, conversationId);
    expect(view).toMatchObject({
      kind: "several",
      createdById: ines.id,
      can: { add: true, name: true, leave: true, remove: false },
    });
    expect(view.people.map(({ id }) => id).sort()).toEqual([ines.id, lou.id, samir.id].sort());
    for (const name of ["Inès Bo", "Lou Vi"]) expect(view.title).toContain(name);
    expect(view.title).not.toContain("Samir");
    expect((await getConversation(ines.caller.actor, conversationId)).can.remove).toBe(true);
  });

  it("is handed on by who began it and leaves, to who has been there longest", async () => {
    const { ines, samir, lou, conversationId } = await threeTogether();
    await db.participant.updateMany({ where: { conversationId, memberId: lou.id }, data: { joinedAt: new Date(0) } });
    await leaveConversation(ines.caller, { conversationId });
    await expect(removePerson(samir.caller, { conversationId, memberId: lou.id })).rejects.toMatchObject({
      reason: "not_yours",
    });
    expect(await outcomeOf(removePerson(lou.caller, { conversationId, memberId: samir.id }))).toBe("ok");
  });

  it("is not begun with a stranger, somebody hidden, or half of them", async () => {
    const [ines, samir] = [await somebody("Inès"), await somebody("Samir")];
    const far = await somebody("Loin", { section: "03185" });
    const hidden = await somebody("Cachée", { card: "coopains" });
    const before = await countRows();
    await expect(begin(ines, [samir, far])).rejects.toMatchObject({ code: "conflict", reason: "not_all_freely" });
    await expect(begin(ines, [samir, hidden])).rejects.toMatchObject(absent);
    await expect(begin(ines, [samir, { id: newId() }])).rejects.toMatchObject(absent);
    expect(await countRows()).toEqual(before);
    await tied(ines, far);
    expect(await outcomeOf(begin(ines, [samir, far, ines]))).toBe("ok");
  });

  it("holds a person under 18 only among coopains of hers, and says nothing of an age", async () => {
    const [ines, samir] = [await somebody("Inès"), await somebody("Samir")];
    const young = await somebody("Jeune", { underAge: true });
    await tied(ines, young);
    await expect(begin(ines, [samir, young])).rejects.toMatchObject({ reason: "cannot_gather" });
    const { conversationId } = await begin(ines, [samir, await somebody("Lou")]);
    await expect(addPeople(ines.caller, { conversationId, memberIds: [young.id] })).rejects.toMatchObject({
      reason: "cannot_gather",
    });
    await tied(samir, young);
    const together = await begin(ines, [samir, young]);
    await expect(
      addPeople(ines.caller, { conversationId: together.conversationId, memberIds: [(await somebody("Lou")).id] }),
    ).rejects.toMatchObject({ reason: "cannot_gather" });
  });

  it("gives whoever is added what comes from then on, and nothing before", async () => {
    const { ines, samir, conversationId } = await threeTogether();
    await say(ines, conversationId, "Avant elle");
    const nora = await somebody("Nora");
    const facts = await told(() => addPeople(samir.caller, { conversationId, memberIds: [nora.id] }));
    expect(facts).toEqual([
      { name: "message.conversation-changed", ids: { conversationId, from: 3, to: 3, change: "added" } },
      { name: "conversation.person-added", ids: { conversationId, memberId: samir.id, otherId: nora.id, seq: 3 } },
    ]);
    await say(ines, conversationId, "Après elle");
    const log = await getLog(nora.caller.actor, conversationId, 0);
    expect(log.entries.map(({ kind, seq }) => [kind, seq])).toEqual([
      ["added", 3],
      ["message", 4],
    ]);
    const [item] = (await listConversations(nora.caller.actor)).items;
    expect(item).toMatchObject({ id: conversationId, unread: 1, last: { words: "Après elle" } });
    // Twice is once.
    await addPeople(samir.caller, { conversationId, memberIds: [nora.id] });
    expect((await getConversation(ines.caller.actor, conversationId)).lastSeq).toBe(4);
  });

  it("adds each once, whoever adds them at the same moment", async () => {
    const { ines, samir, lou, conversationId } = await threeTogether();
    const nora = await somebody("Nora");
    await Promise.all([ines, samir, lou].map((by) => addPeople(by.caller, { conversationId, memberIds: [nora.id] })));
    expect((await getConversation(nora.caller.actor, conversationId)).lastSeq).toBe(2);
  });

  it("adds nobody whom one does not reach freely, and not beyond fifty", async () => {
    const { ines, conversationId } = await threeTogether();
    const far = await somebody("Loin", { section: "03185" });
    const blocked = await somebody("Bloquée");
    await blockMember(ines.caller, { memberId: blocked.id });
    const add = (ids: readonly string[]) => addPeople(ines.caller, { conversationId, memberIds: [...ids] });
    await expect(add([far.id])).rejects.toMatchObject({ reason: "not_all_freely" });
    await expect(add([blocked.id])).rejects.toMatchObject(absent);
    await expect(add([newId()])).rejects.toMatchObject(absent);
    const crowd: string[] = [];
    for (let n = 0; n < 52; n++) crowd.push((await somebody(`Membre ${"abcdefgh"[n % 8]}`)).id);
    for (let n = 0; n < 46; n += 20) await add(crowd.slice(n, Math.min(n + 20, 46)));
    await expect(add(crowd.slice(46, 48))).rejects.toMatchObject({ code: "conflict", reason: "conversation_full" });
    // The last place: to one of several who are added at the same moment.
    const last = await Promise.all(crowd.slice(46).map((id) => outcomeOf(add([id]))));
    expect(last.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(new Set(last)).toEqual(new Set(["ok", "conflict"]));
    expect((await getConversation(ines.caller.actor, conversationId)).can.add).toBe(false);
  });

  it("is hidden at once from whoever was taken out, on every way, and only its founder takes out", async () => {
    const { ines, samir, lou, conversationId } = await threeTogether();
    await expect(removePerson(samir.caller, { conversationId, memberId: lou.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(removePerson(ines.caller, { conversationId, memberId: ines.id })).rejects.toMatchObject({
      reason: "leave_conversation_instead",
    });
    await expect(removePerson(ines.caller, { conversationId, memberId: newId() })).rejects.toMatchObject(absent);
    await removePerson(ines.caller, { conversationId, memberId: samir.id });
    for (const way of [
      () => getConversation(samir.caller.actor, conversationId),
      () => getLog(samir.caller.actor, conversationId, 0),
      () => say(samir, conversationId),
      () => addPeople(samir.caller, { conversationId, memberIds: [samir.id] }),
      () => nameConversation(samir.caller, { conversationId, name: "À moi" }),
      () => muteConversation(samir.caller, { conversationId, muted: true }),
      () => leaveConversation(samir.caller, { conversationId }),
    ])
      await expect(way()).rejects.toMatchObject(absent);
    expect(await titles(samir)).toEqual([]);
    expect(await getConversation(lou.caller.actor, conversationId)).toMatchObject({ title: "Inès Bo" });
    // Back again, she reads from then on.
    await addPeople(lou.caller, { conversationId, memberIds: [samir.id] });
    expect((await getLog(samir.caller.actor, conversationId, 0)).entries.map(({ seq }) => seq)).toEqual([3]);
  });

  it("is left by whoever wants to; nobody but a coopain brings her back", async () => {
    const { ines, samir, lou, conversationId } = await threeTogether();
    const facts = await told(() => leaveConversation(samir.caller, { conversationId }));
    expect(facts.map(({ name }) => name)).toEqual(["message.conversation-changed", "conversation.left"]);
    await expect(getConversation(samir.caller.actor, conversationId)).rejects.toMatchObject(absent);
    await expect(addPeople(ines.caller, { conversationId, memberIds: [samir.id] })).rejects.toMatchObject({
      code: "conflict",
      reason: "left_by_herself",
    });
    await tied(lou, samir);
    await addPeople(lou.caller, { conversationId, memberIds: [samir.id] });
    expect(await outcomeOf(say(samir, conversationId))).toBe("ok");
  });

  it("takes a name, once, and gives it up", async () => {
    const { samir, lou, conversationId } = await threeTogether();
    const facts = await told(() => nameConversation(samir.caller, { conversationId, name: "Équipe du marché" }));
    expect(facts.map(({ name }) => name)).toEqual(["message.conversation-changed", "conversation.named"]);
    expect(await titles(lou)).toEqual(["Équipe du marché"]);
    expect(await told(() => nameConversation(samir.caller, { conversationId, name: "Équipe du marché" }))).toEqual([]);
    await nameConversation(lou.caller, { conversationId, name: "" });
    expect((await titles(lou))[0]).toContain("Samir");
  });

  it("keeps words and names behind a block, and closes the card", async () => {
    const { samir, lou, conversationId } = await threeTogether();
    await blockMember(samir.caller, { memberId: lou.id });
    for (const [reader, other] of [
      [samir, lou],
      [lou, samir],
    ] as const) {
      const { people } = await getConversation(reader.caller.actor, conversationId);
      expect(people.find(({ id }) => id === other.id)).toMatchObject({ name: other.name, href: null, photo: null });
      expect(await outcomeOf(say(reader, conversationId))).toBe("ok");
    }
  });
});

describe("a conversation between two", () => {
  it("is neither named nor left, and nobody is added or taken out", async () => {
    const [ines, samir, lou] = [await somebody("Inès"), await somebody("Samir"), await somebody("Lou")];
    const { conversationId } = await begin(ines, [samir]);
    const before = await countRows();
    for (const way of [
      () => addPeople(ines.caller, { conversationId, memberIds: [lou.id] }),
      () => removePerson(ines.caller, { conversationId, memberId: samir.id }),
      () => leaveConversation(ines.caller, { conversationId }),
      () => nameConversation(ines.caller, { conversationId, name: "Nous" }),
    ])
      await expect(way()).rejects.toMatchObject({ code: "forbidden", reason: "not_of_several" });
    expect(await countRows()).toEqual(before);
  });

  it("is muted by one, and the other does not know", async () => {
    const [ines, samir] = [await somebody("Inès"), await somebody("Samir")];
    const { conversationId } = await begin(ines, [samir]);
    const facts = await told(() => muteConversation(samir.caller, { conversationId, muted: true }));
    expect(facts).toEqual([{ name: "conversation.muted", ids: { conversationId, memberId: samir.id } }]);
    expect(await told(() => muteConversation(samir.caller, { conversationId, muted: true }))).toEqual([]);
    expect((await getConversation(samir.caller.actor, conversationId)).muted).toBe(true);
    expect((await getConversation(ines.caller.actor, conversationId)).muted).toBe(false);
    await muteConversation(samir.caller, { conversationId, muted: false });
    expect((await getConversation(samir.caller.actor, conversationId)).muted).toBe(false);
  });
});
