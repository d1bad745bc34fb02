import { randomUUID } from "node:crypto";
import { blockInTheDatabase, outcomeOf, suspendInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { carryBroadcasts } from "@/features/messages/broadcast.jobs.ts";
import {
  answerMessageRequest,
  assignConversation,
  broadcast,
  deleteMessage,
  getConversation,
  leaveConversation,
  markRead,
  muteConversation,
  opposeBroadcasts,
  sendMessage,
  startConversation,
  writeToPlace,
} from "@/features/messages/index.ts";
import { muteTopic, unmuteTopic } from "@/features/notifications/commands/mute-topic.ts";
import { takeNow } from "@/features/notifications/mail-now.queries.ts";
import { getLatestNotices } from "@/features/notifications/notice.queries.ts";
import { listMutedTopics } from "@/features/notifications/topic.queries.ts";
import { db, sql } from "@/platform/db/client.ts";
import { acting, type Somebody, somebody } from "./coopains-world.ts";
import { forgetAll, linesOf, prepareNotices, tellAll, textsOf } from "./notices-world.ts";

const CLERMONT = "national/63/63113";
let people: Record<"leader" | "second" | "federal" | "ines" | "bruno" | "carla" | "far", Somebody>;

beforeAll(async () => {
  await prepareNotices();
  const leads = [{ role: "section_leader" as const, scope: CLERMONT }];
  people = {
    leader: await somebody("Lucie Locale", { adherent: true, mandates: leads }),
    second: await somebody("Léo Local", { adherent: true, mandates: leads }),
    federal: await somebody("Farid Fédéral", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "federation_admin", scope: "national/63" }],
    }),
    ines: await somebody("Inès Bonnet"),
    bruno: await somebody("Bruno Roux"),
    carla: await somebody("Carla Costa"),
    far: await somebody("Paul Passant", { section: "03185" }),
  };
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from conversation`);
  await forgetAll();
});

const begin = async (from: Somebody, to: readonly Somebody[], name = "") =>
  (
    await startConversation(from.caller, {
      to: to.map(({ id }) => id),
      name,
      body: "Tu viens samedi ?",
      clientId: randomUUID(),
    })
  ).conversationId;
const say = (from: Somebody, conversationId: string, body = "Et dimanche ?") =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body });
/** Minutes go by, and what waits is told. */
async function later(minutes = 6): Promise<void> {
  const by = sql`make_interval(mins => ${minutes}::int)`;
  await db.$executeRaw(sql`update message set created_at = created_at - ${by}`);
  await tellAll();
}
const latest = async (conversationId: string) =>
  (await db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).lastSeq;

describe("messages that wait", () => {
  it("are told of after five minutes, once for what is new, and never to who wrote them", async () => {
    const { ines, bruno } = people;
    const id = await begin(ines, [bruno]);
    await tellAll();
    expect(await linesOf(bruno)).toEqual([]);
    await later();
    expect(await textsOf(bruno, "message.received")).toEqual(["Inès Bonnet t’a écrit"]);
    await later();
    await say(ines, id);
    await say(ines, id);
    await later();
    expect(await textsOf(bruno, "message.received")).toEqual(["Inès Bonnet t’a écrit 3 messages"]);
    expect(await linesOf(ines)).toEqual([]);
    expect(JSON.stringify(await linesOf(bruno))).not.toContain("samedi");
  });

  it("are told of anew, by mail too, to who read all that she was told of", async () => {
    const { ines, bruno } = people;
    const id = await begin(ines, [bruno]);
    await later();
    await db.notice.updateMany({ where: { memberId: bruno.id }, data: { mailedAt: new Date() } });
    await markRead(bruno.caller, { conversationId: id, seq: await latest(id) });
    await say(ines, id);
    await later();
    const unread = await db.notice.findMany({ where: { memberId: bruno.id, readAt: null } });
    expect(unread).toMatchObject([{ mail: "now", mailedAt: null, count: 1 }]);
    // Told of and not read, it is one line, that waits for the digest once its mail left.
    await db.notice.updateMany({ where: { memberId: bruno.id }, data: { mailedAt: new Date() } });
    await say(ines, id);
    await later();
    const grown = await db.notice.findMany({ where: { memberId: bruno.id, readAt: null } });
    expect(grown).toMatchObject([{ mail: "daily", count: 2 }]);
  });

  it("are told of to nobody who read them, muted the conversation, left it, or is parted by a block", async () => {
    const { ines, bruno, carla, leader, second } = people;
    const id = await begin(ines, [bruno, carla, leader, second], "Le marché");
    await markRead(bruno.caller, { conversationId: id, seq: await latest(id) });
    await muteConversation(carla.caller, { conversationId: id, muted: true });
    await leaveConversation(await acting(leader.id), { conversationId: id });
    await later();
    for (const who of [bruno, carla, leader]) expect(await linesOf(who)).toEqual([]);
    expect(await textsOf(second, "message.received")).toEqual(["1 nouveau message dans « Le marché »"]);
    await say(bruno, id);
    await blockInTheDatabase(bruno.id, second.id);
    await say(bruno, id);
    await later();
    expect((await linesOf(second)).map(({ count }) => count)).toEqual([1]);
    await db.$executeRaw(sql`delete from block`);
  });

  it("are news no more once they are read, deleted, or she has left", async () => {
    const { ines, bruno, carla } = people;
    const id = await begin(ines, [bruno, carla]);
    await later();
    expect(await textsOf(bruno, "message.received")).toEqual(["1 nouveau message dans une conversation à plusieurs"]);
    await markRead(bruno.caller, { conversationId: id, seq: await latest(id) });
    expect(await linesOf(bruno)).toEqual([]);
    expect(await linesOf(carla)).toHaveLength(1);
    await db.message.updateMany({ where: { conversationId: id }, data: { createdAt: new Date() } });
    const { id: messageId } = await db.message.findFirstOrThrow({ where: { conversationId: id } });
    await deleteMessage(ines.caller, { messageId });
    expect(await linesOf(carla)).toEqual([]);
    await say(ines, id);
    await later();
    expect(await linesOf(carla)).toHaveLength(1);
    await leaveConversation(carla.caller, { conversationId: id });
    expect(await linesOf(carla)).toEqual([]);
  });

  it("from a stranger are one request, until it is answered; a refusal is silent", async () => {
    const { far, ines, bruno } = people;
    for (const to of [ines, bruno]) await begin(far, [to]);
    await later();
    expect(await textsOf(ines, "message.requested")).toEqual(["Paul Passant voudrait t’écrire"]);
    for (const [who, answer] of [
      [ines, "accept"],
      [bruno, "refuse"],
    ] as const) {
      const { conversationId } = await db.conversationRequest.findFirstOrThrow({ where: { toId: who.id } });
      await answerMessageRequest(who.caller, { conversationId, answer });
      expect(await textsOf(who, "message.requested")).toEqual([]);
    }
    await later();
    expect(await linesOf(far)).toEqual([]);
    expect(await linesOf(bruno)).toEqual([]);
  });

  it("from a stranger who was suspended since are said no more: there is nothing to answer", async () => {
    const { ines } = people;
    const far = await somebody("Paul Passager", { section: "03185" });
    await begin(far, [ines]);
    await later();
    expect(await textsOf(ines, "message.requested")).toEqual(["Paul Passager voudrait t’écrire"]);
    await suspendInTheDatabase(far.id);
    expect(await textsOf(ines, "message.requested")).toEqual([]);
  });
});

describe("what is written to a place", () => {
  it("is told to those nearest in charge while the member waits, then to the one who looks after it; the answer, to her", async () => {
    const { ines, leader, second, federal, bruno } = people;
    const { conversationId: id } = (await writeToPlace(ines.caller, {
      scope: CLERMONT,
      body: "Où est le local ?",
      clientId: randomUUID(),
    })) as { conversationId: string };
    await later();
    for (const who of [leader, second])
      expect((await textsOf(who, "inbox.received"))[0]).toMatch(/^Inès Bonnet écrit à la section /);
    for (const who of [federal, ines, bruno]) expect(await linesOf(who)).toEqual([]);
    await assignConversation(leader.caller, { conversationId: id, assigneeId: second.id });
    await tellAll();
    expect(await textsOf(second, "inbox.assigned")).toEqual(["On te confie la conversation avec Inès Bonnet"]);
    await say(ines, id, "C’est urgent.");
    await later();
    expect((await linesOf(second)).find(({ kind }) => kind === "inbox.received")?.count).toBe(2);
    expect((await linesOf(leader)).find(({ kind }) => kind === "inbox.received")?.count).toBe(1);
    await say(second, id, "Place de Jaude.");
    expect(await textsOf(second, "inbox.received")).toEqual([]);
    await later();
    expect((await textsOf(ines, "inbox.answered"))[0]).toMatch(/^La section .* t’a répondu$/);
    expect(await textsOf(leader, "inbox.received")).toEqual([]);
    // Who answered is told anew when she is asked again.
    await db.notice.updateMany({ where: { memberId: second.id }, data: { mailedAt: new Date() } });
    await say(ines, id, "À quelle heure ?");
    await later();
    const asked = await db.notice.findMany({ where: { memberId: second.id, kind: "inbox.received", readAt: null } });
    expect(asked).toMatchObject([{ mail: "now", mailedAt: null, count: 1 }]);
    await assignConversation(leader.caller, { conversationId: id, assigneeId: leader.id });
    expect(await textsOf(second, "inbox.assigned")).toEqual([]);
  });
});

describe("a conversation of a place that one of those in charge mutes", () => {
  const write = async (from: Somebody, body = "Où est le local ?") =>
    (await writeToPlace(from.caller, { scope: CLERMONT, body, clientId: randomUUID() })).conversationId;
  const mute = (who: Somebody, conversationId: string, muted = true) =>
    muteConversation(who.caller, { conversationId, muted });
  const isMuted = async (who: Somebody, id: string) => (await getConversation(who.caller.actor, id)).muted;
  const mailsOf = async ({ id }: Somebody) => {
    await db.$executeRaw(sql`update notice set first_at = first_at - interval '10 minutes'`);
    return (await takeNow(id, "inbox.received"))?.told.map(({ text }) => text) ?? [];
  };

  it("is told to her no more, neither by line nor by mail, until it is entrusted to her; to the others as before", async () => {
    const { ines, bruno, leader, second } = people;
    const [id, other] = [await write(ines), await write(bruno, "Qui tient le stand ?")];
    await mute(leader, id);
    await later();
    const received = async (who: Somebody) => (await textsOf(who, "inbox.received")).map((text) => text.slice(0, 5));
    expect((await received(leader)).sort()).toEqual(["Bruno"]);
    expect((await received(second)).sort()).toEqual(["Bruno", "Inès "]);
    expect(await mailsOf(leader)).toHaveLength(1);
    expect(await mailsOf(second)).toHaveLength(2);
    await say(ines, id, "C’est urgent.");
    await later();
    expect((await received(leader)).sort()).toEqual(["Bruno"]);
    for (const conversationId of [id, other])
      await assignConversation(second.caller, { conversationId, assigneeId: leader.id });
    expect(await isMuted(leader, id)).toBe(false);
    await say(ines, id, "Toujours personne ?");
    await later();
    expect(await textsOf(leader, "inbox.assigned")).toHaveLength(2);
    expect((await received(leader)).sort()).toEqual(["Bruno", "Inès "]);
  });

  it("sends no mail that waited when she muted it", async () => {
    const { ines, leader, second } = people;
    const id = await write(ines);
    await later();
    await mute(leader, id);
    expect(await mailsOf(leader)).toEqual([]);
    expect(await mailsOf(second)).toHaveLength(1);
  });

  it("is muted from its own page or from a line, for her alone, and found again among what she muted", async () => {
    const { ines, leader, second, federal, far } = people;
    const id = await write(ines);
    await later();
    const topic = `conversation:${id}`;
    const [line] = (await getLatestNotices(leader.caller.actor, { nombre: 5 })).notices;
    expect(line?.topic).toEqual({ id: topic, label: "Mettre cette conversation en sourdine", muted: false });
    await muteTopic(leader.caller, { topic });
    expect(await isMuted(leader, id)).toBe(true);
    for (const who of [second, federal, ines]) expect(await isMuted(who, id)).toBe(false);
    expect(await listMutedTopics(leader.caller.actor)).toMatchObject([
      { topic, name: "Inès Bonnet", what: "Conversation d’un lieu", href: `/messages/${id}` },
    ]);
    await mute(leader, id, false);
    expect(await isMuted(leader, id)).toBe(false);
    await mute(leader, id);
    await mute(leader, id);
    expect(await db.topicMute.count({ where: { memberId: leader.id } })).toBe(1);
    await unmuteTopic(leader.caller, { topic });
    expect(await isMuted(leader, id)).toBe(false);
    // It is no topic of who wrote, who mutes it where it is counted; nor of anybody else.
    for (const who of [ines, far]) expect(await outcomeOf(muteTopic(who.caller, { topic })), who.id).toBe("not_found");
    expect(await outcomeOf(mute(far, id))).toBe("not_found");
    await mute(ines, id);
    expect(await isMuted(ines, id)).toBe(true);
    expect(await db.topicMute.count()).toBe(0);
    await say(second, id, "Place de Jaude.");
    await mute(ines, id, false);
    await say(second, id, "Au 3.");
    await later();
    expect(await textsOf(ines, "inbox.answered")).toHaveLength(1);
    expect((await getLatestNotices(ines.caller.actor, { nombre: 5 })).notices).toEqual([]);
  });
});

describe("a word to all the members of a place", () => {
  it("is told to each who has not read it, and to nobody who does not want it or lives elsewhere", async () => {
    const { leader, ines, bruno, carla, far } = people;
    await opposeBroadcasts(bruno.caller, { scope: CLERMONT, opposed: "oui" });
    const sent = await broadcast(await acting(leader.id), {
      scope: CLERMONT,
      words: "Réunion de section jeudi à 19 h, au local.",
      confirmed: "oui",
    });
    await carryBroadcasts.run({ broadcastId: sent.broadcastId });
    const hers = await db.conversation.findFirstOrThrow({ where: { memberId: carla.id } });
    await markRead(carla.caller, { conversationId: hers.id, seq: hers.lastSeq });
    await later();
    expect((await textsOf(ines, "inbox.broadcast"))[0]).toMatch(/^La section .* écrit à tous les membres$/);
    for (const who of [leader, bruno, carla, far]) expect(await linesOf(who)).toEqual([]);
  });

  it("and its answers are read as one: what was read of either never grows", async () => {
    const { leader, second, ines } = people;
    const toAll = async (words: string) => {
      await db.$executeRaw(sql`update broadcast set sent_at = sent_at - interval '1 day'`); // one a day
      const { broadcastId } = await broadcast(await acting(leader.id), { scope: CLERMONT, words, confirmed: "oui" });
      await carryBroadcasts.run({ broadcastId });
    };
    const unread = () =>
      db.notice.findMany({
        where: { memberId: ines.id, readAt: null },
        select: { kind: true, count: true, mail: true, mailedAt: true },
        orderBy: { kind: "asc" },
      });
    await toAll("Réunion de section jeudi à 19 h, au local.");
    await later();
    await db.notice.updateMany({ where: { memberId: ines.id }, data: { mailedAt: new Date() } });
    const hers = await db.conversation.findFirstOrThrow({ where: { memberId: ines.id } });
    await markRead(ines.caller, { conversationId: hers.id, seq: await latest(hers.id) });
    await writeToPlace(ines.caller, { scope: CLERMONT, body: "J’y serai.", clientId: randomUUID() });
    await say(second, hers.id, "Parfait !");
    await later();
    const answered = { kind: "inbox.answered", count: 1, mail: "now", mailedAt: null };
    expect(await unread()).toEqual([answered]);
    // She has not read the answer: the first word to all, that she has read, is not what the second one adds to.
    await toAll("La réunion commence à 20 h.");
    await later();
    expect(await unread()).toEqual([answered, { kind: "inbox.broadcast", count: 1, mail: "now", mailedAt: null }]);
    await markRead(ines.caller, { conversationId: hers.id, seq: await latest(hers.id) });
    await say(second, hers.id, "À jeudi.");
    await later();
    expect(await unread()).toEqual([answered]);
  });
});

describe("a conversation that is confided", () => {
  it("stays told when what is written there is told anew", async () => {
    const { ines, leader, second } = people;
    const { conversationId: id } = (await writeToPlace(ines.caller, {
      scope: CLERMONT,
      body: "Où est le local ?",
      clientId: randomUUID(),
    })) as { conversationId: string };
    await later();
    await markRead(second.caller, { conversationId: id, seq: await latest(id) });
    await assignConversation(leader.caller, { conversationId: id, assigneeId: second.id });
    await say(ines, id, "C’est urgent.");
    await later();
    const lines = await db.notice.findMany({ where: { memberId: second.id, readAt: null }, orderBy: { kind: "asc" } });
    expect(lines).toMatchObject([
      { kind: "inbox.assigned", count: 1 },
      { kind: "inbox.received", count: 1 },
    ]);
  });
});
