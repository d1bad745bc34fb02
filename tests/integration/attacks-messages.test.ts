import { randomUUID } from "node:crypto";
import { createConversationRow, createRequestRow, typed } from "@tests/support/messages-world.ts";
import { blockInTheDatabase, outcomeOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addPeople,
  answerMessageRequest,
  countUnread,
  editMessage,
  getConversation,
  leaveConversation,
  listConversations,
  listPeople,
  sendMessage,
  writeToPlace,
} from "@/features/messages/index.ts";
import { getLog } from "@/features/messages/message-log.queries.ts";
import { db } from "@/platform/db/client.ts";
import { acting, prepare, type Somebody, somebody, tied } from "./coopains-world.ts";

let ines: Somebody;
let bruno: Somebody;
let carla: Somebody;
let dora: Somebody;
beforeAll(async () => {
  await prepare();
  ines = await somebody("Inès Bonnet");
  bruno = await somebody("Bruno Roux");
  carla = await somebody("Carla Costa");
  dora = await somebody("Dora Diallo");
});

const WORDS = "Rendez-vous samedi à neuf heures devant la halle, avec les tracts.";

describe("a conversation of several", () => {
  it("does not tell who comes into it the names of those who had left before", async () => {
    const { id } = await createConversationRow({
      kind: "several",
      people: [ines.id, bruno.id, carla.id],
      messages: ["Un", "Deux", "Trois"],
    });
    await leaveConversation(carla.caller, { conversationId: id });
    await addPeople(ines.caller, { conversationId: id, memberIds: [dora.id] });
    const named = async ({ caller: { actor } }: Somebody) => {
      const { people = [] } = await getLog(actor, id, 0, { withPeople: true });
      expect(people).toEqual(await listPeople(actor, id));
      return people.map(({ name }) => name).sort();
    };
    expect(await named(dora)).toEqual(["Bruno Roux", "Dora Diallo", "Inès Bonnet"]);
    // Whose screens still show what she wrote know her name.
    expect(await named(bruno)).toEqual(["Bruno Roux", "Carla Costa", "Dora Diallo", "Inès Bonnet"]);
    await leaveConversation(bruno.caller, { conversationId: id });
    expect(await named(dora)).toContain("Bruno Roux");
  });

  it("is written in by nobody who is apart from somebody under 18 in it, either way; the others go on", async () => {
    const young = await somebody("Jeanne Jeune", { underAge: true });
    await tied(ines, young);
    const { id } = await createConversationRow({ kind: "several", people: [ines.id, young.id], messages: ["Un"] });
    const say = ({ caller }: Somebody) => outcomeOf(sendMessage(caller, typed(id)));
    expect([await say(ines), await say(young)]).toEqual(["ok", "ok"]);
    await tied(bruno, young);
    await db.participant.create({ data: { conversationId: id, memberId: bruno.id, joinedAt: new Date() } });
    await db.coopain.deleteMany({ where: { OR: [{ memberId: ines.id }, { otherId: ines.id }] } });
    expect([await say(ines), await say(young), await say(bruno)]).toEqual(["conflict", "conflict", "ok"]);
    const [first] = await db.message.findMany({ where: { conversationId: id, authorId: ines.id, seq: { gt: 1 } } });
    expect(await outcomeOf(editMessage(ines.caller, { messageId: first?.id ?? "", body: "Autrement dit." }))).toBe(
      "conflict",
    );
    const seen = await getConversation(ines.caller.actor, id);
    expect(seen.can.write).toBe(false);
    expect(seen.closed).not.toMatch(/18/);
    await leaveConversation(young.caller, { conversationId: id });
    expect(await say(ines)).toBe("ok");
  });
});

describe("a request that waits", () => {
  it.each([
    ["a block", blockInTheDatabase, (near: string) => db.block.deleteMany({ where: { blockerId: near } })],
    [
      "a suspension of who sent it",
      (_: string, far: string) => suspendInTheDatabase(far),
      (_: string, far: string) => db.suspension.deleteMany({ where: { memberId: far } }),
    ],
  ])("is neither counted, listed nor answered during %s, and comes back with its end", async (_, begin, end) => {
    const [far, near] = [await somebody("Paul Passant", { section: "03185" }), await somebody("Nora Proche")];
    const { id } = await createRequestRow(far.id, near.id);
    const waits = async () => ({
      count: (await countUnread(near.caller.actor)).requests,
      listed: (await listConversations(near.caller.actor, { box: "demandes" })).items.map((item) => item.id),
      answered: (await getConversation(near.caller.actor, id)).can.answerRequest,
    });
    const answer = () => outcomeOf(answerMessageRequest(near.caller, { conversationId: id, answer: "accept" }));
    expect(await waits()).toEqual({ count: 1, listed: [id], answered: true });
    await begin(near.id, far.id);
    expect(await waits()).toEqual({ count: 0, listed: [], answered: false });
    expect(await answer()).toBe("conflict");
    await end(near.id, far.id);
    expect(await waits()).toEqual({ count: 1, listed: [id], answered: true });
    expect(await answer()).toBe("ok");
  });
});

describe("the same words to many", () => {
  it("go to five conversations, whatever their capitals and accents, when all leave in one instant", async () => {
    const eve = await somebody("Ève Envoi");
    const spelled = [WORDS, WORDS.toUpperCase(), WORDS.replace("à", "a"), WORDS.toLowerCase()];
    const conversations = [];
    for (let index = 0; index < 9; index++)
      conversations.push(await createConversationRow({ people: [eve.id, (await somebody("Un Membre")).id] }));
    const sending = conversations.map(({ id }, index) =>
      outcomeOf(sendMessage(eve.caller, typed(id, { body: spelled[index % spelled.length] }))),
    );
    const outcomes = await Promise.all(sending);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(4);
  });

  it("go to no more places either", async () => {
    const eve = await somebody("Ève Partout");
    for (let index = 0; index < 5; index++) {
      const { id } = await createConversationRow({ people: [eve.id, (await somebody("Un Membre")).id] });
      await sendMessage(eve.caller, typed(id, { body: WORDS }));
    }
    const write = (body: string) => writeToPlace(eve.caller, { scope: "national/63", body, clientId: randomUUID() });
    expect(await outcomeOf(write(WORDS))).toBe("conflict");
    expect(await outcomeOf(write("Une autre question, à la fédération."))).toBe("ok");
    expect(await outcomeOf(write(WORDS))).toBe("conflict");
  });
});

describe("who left or was never there", () => {
  it("gets nothing more of it by the screens that she had open", async () => {
    const { id, messageIds } = await createConversationRow({
      kind: "several",
      people: [ines.id, bruno.id],
      messages: ["Un", "Deux"],
    });
    await leaveConversation(bruno.caller, { conversationId: id });
    const again = await acting(bruno.id);
    const doors = [
      () => getLog(again.actor, id, 0),
      () => getConversation(again.actor, id),
      () => listPeople(again.actor, id),
      () => sendMessage(again, typed(id)),
      () => editMessage(again, { messageId: messageIds[1] ?? "", body: "Je relis." }),
      () => addPeople(again, { conversationId: id, memberIds: [bruno.id] }),
    ];
    for (const door of doors) expect(await outcomeOf(door())).toBe("not_found");
  });
});
