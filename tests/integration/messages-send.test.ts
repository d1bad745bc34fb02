import { randomUUID } from "node:crypto";
import {
  addPersonRow,
  createConversationRow,
  createInboxRow,
  createRequestRow,
  typed,
} from "@tests/support/messages-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { catchUpMessages, messageHistory, messageLiveFacts, sendMessage } from "@/features/messages/index.ts";
import { getLog } from "@/features/messages/message-log.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const CLERMONT = "national/63/63113";
let ines: Person;
let paul: Person;
let third: Person;
let asInes: Actor;
let asPaul: Actor;
let asThird: Actor;
const facts: Fact[] = [];

beforeEach(async () => {
  ines = await createPerson("Inès Bonnet");
  paul = await createPerson("Paul Garnier");
  third = await createPerson("Maryse Quintin");
  [asInes, asPaul, asThird] = (await Promise.all([ines, paul, third].map(({ id }) => actorOfMember(id)))) as [
    Actor,
    Actor,
    Actor,
  ];
});
beforeEach(() => {
  withoutLimits();
  facts.length = 0;
  singletons.publisher = (published) => void facts.push(...published);
});

const asProcess = async () => {
  vi.resetModules();
  return (await import("@/features/messages/commands/send-message.ts")).sendMessage;
};
const becomeAdult = (memberId: string, years: number) =>
  db.member.update({ where: { id: memberId }, data: { adultOn: new Date(Date.now() + years * 365 * 86_400_000) } });
const numbersOf = async (conversationId: string) => {
  const [messages, changes] = await Promise.all([
    db.message.findMany({ where: { conversationId }, select: { seq: true } }),
    db.conversationChange.findMany({ where: { conversationId }, select: { seq: true } }),
  ]);
  return [...messages, ...changes].map(({ seq }) => seq).sort((a, b) => a - b);
};
const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

describe("sending a message", () => {
  it("takes the next number, reads what came before, and is read by the other", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id], messages: ["Bonjour.", "Salut."] });
    const sent = await sendMessage({ actor: asInes }, typed(id));
    expect(sent.seq).toBe(3);
    const log = await getLog(asPaul, id, 2);
    expect(log).toMatchObject({ lastSeq: 3, reads: { [ines.id]: 3 } });
    expect(log.entries).toMatchObject([
      { kind: "message", seq: 3, message: { id: sent.id, author: { id: ines.id, name: "Inès Bonnet" } } },
    ]);
  });

  it("tells the conversation and those in it, with ids alone, and nobody else", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    await sendMessage({ actor: asInes }, typed(id));
    expect(facts.map(({ name, ids }) => ({ name, ids }))).toEqual([
      { name: "message.sent", ids: { conversationId: id, from: 1, to: 1 } },
    ]);
    const frames = await messageLiveFacts[0]?.frames(facts);
    expect(frames?.map(({ room }) => room).sort()).toEqual(
      [`conversation:${id}:in`, `person:${ines.id}:self`, `person:${paul.id}:self`].sort(),
    );
    const own = frames?.find(({ room }) => room.includes(ines.id));
    expect(own?.data).toMatchObject({ conversationId: id, lastSeq: 1, readSeq: 1 });
    expect(frames?.find(({ room }) => room.includes(paul.id))?.data).not.toHaveProperty("readSeq");
    expect(JSON.stringify(frames?.filter(({ room }) => room.startsWith("person")))).not.toContain("tracts");
  });

  it("is shown at once as whoever reads it again finds it: several in one tick, a reply, a name", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id, third.id] });
    const mentions = [{ id: paul.id, label: paul.name }];
    const first = await sendMessage({ actor: asInes }, typed(id, { body: "@Paul Garnier, tu viens ?", mentions }));
    await sendMessage({ actor: asPaul }, typed(id, { replyToId: first.id, body: "Oui." }));
    await sendMessage({ actor: asThird }, typed(id));
    expect(facts.map(({ fresh }) => fresh !== undefined)).toEqual([true, true, true]);
    const shown = await messageLiveFacts[0]?.frames(facts);
    const again = await messageLiveFacts[0]?.frames(facts.map(({ fresh: _, ...fact }) => fact));
    expect(shown).toEqual(again);
    const whole = { entries: [{ seq: 1 }, { seq: 2 }, { seq: 3 }], lastSeq: 3 };
    const roomOf = (frames: typeof shown) => frames?.find((frame) => frame.room.startsWith("conversation"))?.data;
    expect(roomOf(shown)).toMatchObject(whole);
    // What was written between the two, and told apart, is read with them.
    const holed = await messageLiveFacts[0]?.frames(facts.filter(({ ids }) => ids.from !== 2));
    expect(roomOf(holed)).toMatchObject(whole);
  });

  it("is written once, however often and by whatever way it is sent", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const message = typed(id);
    const other = await asProcess();
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => sendMessage({ actor: asInes }, message)),
      ...Array.from({ length: 5 }, () => other({ actor: asInes }, message)),
    ]);
    answers.push(await sendMessage({ actor: asInes }, { ...message, body: "Autre chose." }));
    expect(new Set(answers.map(({ seq, id: one }) => `${seq} ${one}`)).size).toBe(1);
    expect(await numbersOf(id)).toEqual([1]);
  });

  it("gives 100 that come together, from two processes, their numbers without a gap", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const other = await asProcess();
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? sendMessage : other)({ actor: n % 3 ? asInes : asPaul }, typed(id, { body: `Message ${n}` })),
      ),
    );
    expect(await numbersOf(id)).toEqual(upTo(100));
    expect((await getLog(asPaul, id, 0)).entries.map(({ seq }) => seq)).toEqual(upTo(100));
  });

  it("is refused thirty-one times a minute", async () => {
    singletons.limits = createLimits();
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const outcomes: string[] = [];
    for (let n = 0; n < 31; n++)
      outcomes.push(await outcomeOf(sendMessage({ actor: asInes }, typed(id, { body: `Oui ${n}` }))));
    expect(outcomes.filter((one) => one === "ok")).toHaveLength(30);
    expect(outcomes.at(-1)).toBe("rate_limited");
  });

  it("is not there for who is not in the conversation, who left, or whose account is gone", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id, third.id] });
    const stranger = await actorOfMember((await createPerson("Une Autre")).id);
    expect(await outcomeOf(sendMessage({ actor: stranger }, typed(id)))).toBe("not_found");
    expect(await outcomeOf(sendMessage({ actor: asInes }, typed(newId())))).toBe("not_found");
    expect(await outcomeOf(sendMessage({ actor: visitor }, typed(id)))).toBe("unauthenticated");
    await db.participant.updateMany({
      where: { conversationId: id, memberId: third.id },
      data: { leftAt: clock.now() },
    });
    expect(await outcomeOf(sendMessage({ actor: asThird }, typed(id)))).toBe("not_found");
    expect(await outcomeOf(getLog(asThird, id, 0))).toBe("not_found");
    const erased = await createPerson("Ancienne Membre");
    const asErased = await actorOfMember(erased.id);
    const { id: theirs } = await createConversationRow({ people: [ines.id, erased.id] });
    await db.member.update({ where: { id: erased.id }, data: { erasedAt: clock.now() } });
    expect(await outcomeOf(sendMessage({ actor: asErased }, typed(theirs)))).toBe("not_found");
    expect(await numbersOf(id)).toEqual([]);
  });

  it("one bad one does not take the others of its batch down", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const outcomes = await Promise.all([
      outcomeOf(sendMessage({ actor: asInes }, typed(id))),
      outcomeOf(sendMessage({ actor: asThird }, typed(id))),
      outcomeOf(sendMessage({ actor: asInes }, typed(id, { photoIds: [newId()] }))),
      outcomeOf(sendMessage({ actor: asPaul }, typed(id))),
    ]);
    expect(outcomes).toEqual(["ok", "not_found", "not_found", "ok"]);
    expect(await numbersOf(id)).toEqual([1, 2]);
  });
});

describe("who may write in a conversation of two", () => {
  it("is neither of the two once one blocked the other; both keep the past", async () => {
    const [one, two] = [await createPerson("Une"), await createPerson("Deux")];
    const { id } = await createConversationRow({ people: [one.id, two.id], messages: ["Bonjour."] });
    await blockInTheDatabase(one.id, two.id);
    for (const { id: memberId } of [one, two]) {
      const actor = await actorOfMember(memberId);
      const refused = await sendMessage({ actor }, typed(id)).catch((error) => error);
      expect(refused).toMatchObject({ code: "conflict", reason: "cannot_write_to" });
      expect((await getLog(actor, id, 0)).entries).toHaveLength(1);
    }
  });

  it("is told the same of one who is suspended or erased", async () => {
    const [one, two] = [await createPerson("Suspendue"), await createPerson("Effacée")];
    for (const { id: other } of [one, two]) {
      const { id } = await createConversationRow({ people: [ines.id, other] });
      if (other === one.id) await suspendInTheDatabase(other);
      else {
        await db.member.update({ where: { id: other }, data: { erasedAt: clock.now() } });
        await db.conversation.update({ where: { id }, data: { [ines.id < other ? "highId" : "lowId"]: null } });
      }
      const refused = await sendMessage({ actor: asInes }, typed(id)).catch((error) => error);
      expect(refused).toMatchObject({ code: "conflict", reason: "cannot_write_to" });
    }
  });

  it("is a stranger once she is answered, who until then writes one message and learns nothing", async () => {
    const { id } = await createRequestRow(ines.id, paul.id);
    const refused = await sendMessage({ actor: asInes }, typed(id)).catch((error) => error);
    expect(refused).toMatchObject({ code: "conflict", reason: "request_waits" });
    await db.conversationRequest.update({ where: { conversationId: id }, data: { refusedAt: clock.now() } });
    expect(await sendMessage({ actor: asInes }, typed(id)).catch((error) => error)).toMatchObject({
      reason: "request_waits",
    });
    await db.conversationRead.create({ data: { conversationId: id, memberId: paul.id, readSeq: 1 } });
    expect((await getLog(asInes, id, 0)).reads).not.toHaveProperty(paul.id);
    await sendMessage({ actor: asPaul }, typed(id));
    expect(facts.map(({ name }) => name)).toEqual(["message.sent", "message.request-accepted"]);
    expect((await getLog(asInes, id, 0)).reads).toHaveProperty(paul.id);
    expect(await outcomeOf(sendMessage({ actor: asInes }, typed(id)))).toBe("ok");
  });

  it("is nobody but coopains where one is under 18", async () => {
    const [young, grown] = [await createPerson("Jeune"), await createPerson("Grande")];
    await becomeAdult(young.id, 1);
    const { id } = await createConversationRow({ people: [young.id, grown.id] });
    const [asYoung, asGrown] = [await actorOfMember(young.id), await actorOfMember(grown.id)];
    expect(await sendMessage({ actor: asGrown }, typed(id)).catch((error) => error)).toMatchObject({
      reason: "cannot_write_to",
    });
    expect(await sendMessage({ actor: asYoung }, typed(id)).catch((error) => error)).toMatchObject({
      reason: "coopains_only_before_18",
    });
    const since = clock.now();
    await db.$transaction([
      db.$executeRaw`insert into coopain (member_id, other_id, since) values (${young.id}, ${grown.id}, ${since}), (${grown.id}, ${young.id}, ${since})`,
    ]);
    expect(await outcomeOf(sendMessage({ actor: asGrown }, typed(id)))).toBe("ok");
    expect(await outcomeOf(sendMessage({ actor: asYoung }, typed(id)))).toBe("ok");
  });
});

describe("the inbox of a place", () => {
  it("is answered by those in charge in its name, which ends the wait and makes it theirs", async () => {
    const leader = await createPerson("Lucie Locale", { mandates: [{ role: "section_leader", scope: CLERMONT }] });
    const asLeader = await actorOfMember(leader.id);
    const { id } = await createInboxRow(CLERMONT, paul.id, ["Où se retrouve-t-on ?"]);
    await sendMessage({ actor: asLeader }, typed(id));
    const conversation = await db.conversation.findUniqueOrThrow({ where: { id } });
    expect(conversation).toMatchObject({ waitingSince: null, assigneeId: leader.id, lastSeq: 2 });
    expect((await getLog(asPaul, id, 1)).entries).toMatchObject([{ message: { fromPlace: true } }]);
    await sendMessage({ actor: asPaul }, typed(id));
    expect((await db.conversation.findUniqueOrThrow({ where: { id } })).waitingSince).not.toBeNull();
    const elsewhere = await createPerson("Farid", {
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    expect(await outcomeOf(sendMessage({ actor: await actorOfMember(elsewhere.id) }, typed(id)))).toBe("not_found");
    const moderator = await createPerson("Maud", { mandates: [{ role: "moderator", scope: "national" }] });
    expect(await outcomeOf(getLog(await actorOfMember(moderator.id), id, 0))).toBe("not_found");
  });
});

describe("what a message carries", () => {
  it("answers what is there, and nothing of elsewhere or of before one came", async () => {
    const { id, messageIds } = await createConversationRow({
      people: [ines.id, paul.id, third.id],
      messages: ["Qui vient ?"],
    });
    const replyToId = messageIds[0] ?? "";
    await sendMessage({ actor: asPaul }, typed(id, { replyToId }));
    const [entry] = (await getLog(asInes, id, 1)).entries;
    expect(entry).toMatchObject({ message: { replyTo: { seq: 1, author: "Inès Bonnet", excerpt: "Qui vient ?" } } });
    const { messageIds: elsewhere } = await createConversationRow({
      people: [paul.id, third.id],
      messages: ["Ailleurs."],
    });
    expect(await outcomeOf(sendMessage({ actor: asPaul }, typed(id, { replyToId: elsewhere[0] })))).toBe("not_found");
    const late = await createPerson("Arrivée Après");
    await addPersonRow(id, late.id);
    const asLate = await actorOfMember(late.id);
    expect(await outcomeOf(sendMessage({ actor: asLate }, typed(id, { replyToId })))).toBe("not_found");
    facts.length = 0;
    await sendMessage({ actor: asPaul }, typed(id, { replyToId, body: "Je relance." }));
    // What quotes words from before she came is pulled by each, as she may read it.
    const frames = await messageLiveFacts[0]?.frames(facts);
    expect(frames?.find(({ room }) => room.startsWith("conversation"))?.data).toEqual({ upTo: 3 });
    expect(await getLog(asLate, id, 0)).toMatchObject({ from: 2, entries: [{ seq: 3, message: { replyTo: null } }] });
  });

  it("names those of the conversation, by their name, and nobody else", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id, third.id] });
    const outside = await createPerson("Hors Sujet");
    const body = "@Paul Garnier et @Maryse Quintin, avec @Hors Sujet et @Inès Bonnet";
    const label = (person: Person) => ({ id: person.id, label: person.name });
    const mentions = [label(paul), label(outside), { id: third.id, label: "Une autre" }];
    await sendMessage({ actor: asInes }, typed(id, { body, mentions }));
    const [entry] = (await getLog(asPaul, id, 0)).entries;
    expect(entry).toMatchObject({ message: { mentions: [{ id: paul.id, label: "Paul Garnier" }] } });
  });

  it("closes reply and mention between two who blocked each other, and nothing else of what they share", async () => {
    const [one, two] = [await createPerson("Une Bloquée"), await createPerson("Deux Bloqués")];
    const { id, messageIds } = await createConversationRow({
      people: [one.id, two.id, ines.id],
      messages: ["Bonjour."],
    });
    await blockInTheDatabase(two.id, one.id);
    const asTwo = await actorOfMember(two.id);
    expect(await outcomeOf(sendMessage({ actor: asTwo }, typed(id, { replyToId: messageIds[0] })))).toBe("forbidden");
    const mentions = [{ id: one.id, label: "Une Bloquée" }];
    await sendMessage({ actor: asTwo }, typed(id, { body: "@Une Bloquée ?", mentions }));
    const [entry] = (await getLog(asInes, id, 1)).entries;
    expect(entry).toMatchObject({ message: { body: "@Une Bloquée ?" } });
    expect(entry).not.toHaveProperty("message.mentions");
  });

  it("goes no further than five conversations when it is the same text", async () => {
    const body = "Venez nombreuses et nombreux samedi matin, place de Jaude !";
    const author = await createPerson("Une Pressée");
    const actor = await actorOfMember(author.id);
    const ids: string[] = [];
    for (let n = 0; n < 8; n++)
      ids.push((await createConversationRow({ kind: "several", people: [author.id, paul.id] })).id);
    const first = await Promise.all(
      ids.slice(0, 7).map((id) => outcomeOf(sendMessage({ actor }, typed(id, { body })))),
    );
    expect(first).toEqual(["ok", "ok", "ok", "ok", "ok", "conflict", "conflict"]);
    const shouted = await sendMessage({ actor }, typed(ids[7] ?? "", { body: body.toUpperCase() })).catch(
      (error) => error,
    );
    expect(shouted).toMatchObject({ reason: "same_text_to_many" });
    expect(await outcomeOf(sendMessage({ actor }, typed(ids[0] ?? "", { body })))).toBe("ok");
    expect(await outcomeOf(sendMessage({ actor }, typed(ids[7] ?? "", { body: "Un mot à part." })))).toBe("ok");
  });

  it("is refused in words when it is nothing, too long, or full of links", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    for (const body of ["", " \u2800 ", "x".repeat(5001), "https://a.fr ".repeat(6)])
      expect(await outcomeOf(sendMessage({ actor: asInes }, typed(id, { body })))).toBe("invalid");
    expect(await outcomeOf(sendMessage({ actor: asInes }, { ...typed(id), authorId: paul.id } as never))).toBe(
      "invalid",
    );
  });
});

describe("reading a conversation", () => {
  it("comes by fifty, the newest first, and forward from anywhere", async () => {
    const messages = Array.from({ length: 120 }, (_, n) => `Message ${n + 1}`);
    const { id } = await createConversationRow({ people: [ines.id, paul.id], messages });
    const seqs = async (input: object) => {
      const { entries, older, newer } = await messageHistory(asInes, { id, ...input });
      return [entries[0]?.seq, entries.at(-1)?.seq, entries.length, older, newer];
    };
    expect(await seqs({})).toEqual([71, 120, 50, true, false]);
    expect(await seqs({ avant: "71" })).toEqual([21, 70, 50, true, true]);
    expect(await seqs({ avant: "21" })).toEqual([1, 20, 20, false, true]);
    expect(await seqs({ apres: "70" })).toEqual([71, 120, 50, true, false]);
    expect(await outcomeOf(messageHistory(asThird, { id }))).toBe("not_found");
  });

  it("is empty for a conversation where nothing was said, and not there for a stranger", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    expect(await messageHistory(asInes, { id })).toEqual({ entries: [], older: false, newer: false });
    expect(await outcomeOf(catchUpMessages(asThird, { id, apres: "0" }))).toBe("not_found");
  });

  it("says who they are when asked, a name alone where a block stands", async () => {
    const [one, two] = [await createPerson("Première"), await createPerson("Seconde")];
    const { id } = await createConversationRow({ people: [one.id, two.id, ines.id] });
    await blockInTheDatabase(one.id, two.id);
    const { people } = await catchUpMessages(await actorOfMember(two.id), { id, apres: "0", vues: "personnes" });
    const byName = new Map(people?.map((person) => [person.name, person.href]));
    expect([...byName.keys()].sort()).toEqual(["Inès Bonnet", "Première", "Seconde"]);
    expect(byName.get("Première")).toBeNull();
    expect(byName.get("Inès Bonnet")).toMatch(/^\/membres\//);
  });

  it("keeps the key of each message: another author may use the same", async () => {
    const { id } = await createConversationRow({ people: [ines.id, paul.id] });
    const clientId = randomUUID();
    const [one, two] = [
      await sendMessage({ actor: asInes }, typed(id, { clientId })),
      await sendMessage({ actor: asPaul }, typed(id, { clientId })),
    ];
    expect(one.id).not.toBe(two.id);
  });
});
