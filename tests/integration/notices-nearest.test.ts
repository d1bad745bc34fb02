import { randomUUID } from "node:crypto";
import { blockInTheDatabase } from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/core/ids.ts";
import { INBOXES_AT_ONCE } from "@/features/messages/inbox.rules.ts";
import {
  assignConversation,
  getInbox,
  messageNotices,
  muteConversation,
  sendMessage,
  writeToPlace,
} from "@/features/messages/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { acting, type Somebody, somebody } from "./coopains-world.ts";
import { forgetAll, linesOf, prepareNotices, tellAll, textsOf } from "./notices-world.ts";

const CLERMONT = "national/63/63113";
let people: Record<"leader" | "second" | "federal" | "far", Somebody>;
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
    far: await somebody("Paul Passant", { section: "03185" }),
  };
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from conversation`);
  await forgetAll();
});

const say = (from: Somebody, conversationId: string, body: string) =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body });
/** Minutes go by, and what waits is told. */
async function later(): Promise<void> {
  await db.$executeRaw(sql`update message set created_at = created_at - interval '6 minutes'`);
  await tellAll();
}

describe("who is nearest in charge of what is written to a place", () => {
  const AROUND = "national/63/63-autres";
  const write = async (from: Somebody, scope = CLERMONT) =>
    (await writeToPlace(from.caller, { scope, body: "Où est le local ?", clientId: randomUUID() })).conversationId;
  const isTold = async (who: Somebody) => (await textsOf(who, "inbox.received")).length > 0;
  /** What stands in somebody's inbox as waiting, by list and by count. */
  async function waitsFor(who: Somebody, scope: string): Promise<string[]> {
    const { actor } = await acting(who.id);
    const { rows, counts } = await getInbox(actor, scope);
    expect(counts.waiting).toBe(rows.length);
    return rows.map(({ id }) => id);
  }

  it("is nobody whom a block parts from the member; when nobody else is left there, the next level is told, and finds it", async () => {
    const { leader, second, federal } = people;
    const [one, two] = [await somebody("Odile Une"), await somebody("Tom Deux")];
    await blockInTheDatabase(one.id, leader.id);
    await blockInTheDatabase(two.id, leader.id);
    await blockInTheDatabase(second.id, two.id);
    const first = await write(one);
    await later();
    expect(await Promise.all([leader, second, federal].map(isTold))).toEqual([false, true, false]);
    expect(await waitsFor(federal, "national/63")).toEqual([]);
    await forgetAll();
    const next = await write(two);
    await later();
    expect(await Promise.all([leader, second, federal].map(isTold))).toEqual([false, false, true]);
    expect(await waitsFor(federal, "national/63")).toEqual([next]);
    expect(await waitsFor(leader, CLERMONT)).toEqual([first, next]);
    // Who looked after it is parted from her meanwhile: those who are left are told.
    await forgetAll();
    await db.conversation.update({ where: { id: first }, data: { assigneeId: leader.id } });
    await say(one, first, "C’est urgent.");
    await later();
    expect(await Promise.all([leader, second, federal].map(isTold))).toEqual([false, true, false]);
  });

  it("is not the member herself who has come into charge since: the next level is told, and finds it", async () => {
    const { federal } = people;
    const riser = await somebody("Rosa Montante", { section: "63-autres", adherent: true });
    const id = await write(riser, AROUND);
    const at = new Date(Date.now() - 60_000);
    await db.mandate.create({
      data: { id: newId(), memberId: riser.id, role: "section_leader", scope: AROUND, beginsAt: at, givenAt: at },
    });
    await later();
    expect(await isTold(federal)).toBe(true);
    expect(await waitsFor(federal, "national/63")).toEqual([id]);
    expect(await waitsFor(riser, AROUND)).toEqual([]);
    const other = await somebody("Olga Autre", { section: "63-autres" });
    await forgetAll();
    await write(other, AROUND);
    await later();
    expect(await Promise.all([riser, federal].map(isTold))).toEqual([true, false]);
    expect(await waitsFor(federal, "national/63")).toEqual([id]);
    // A second leader comes: hers again.
    const another = await somebody("Aya Autre", {
      adherent: true,
      mandates: [{ role: "section_leader", scope: AROUND }],
    });
    expect(await waitsFor(federal, "national/63")).toEqual([]);
    expect(await waitsFor(another, AROUND)).toHaveLength(2);
    await db.mandate.deleteMany({ where: { scope: AROUND } });
  });

  it("is not who muted it: the others are told, then the next level; who is entrusted with it hears of it again", async () => {
    const { leader, second, federal } = people;
    const asker = await somebody("Odile Une");
    const conversationId = await write(asker);
    await say(second, conversationId, "Place de Jaude.");
    const mute = (who: Somebody) => muteConversation(who.caller, { conversationId, muted: true });
    const told = async () => {
      await db.$executeRaw(sql`delete from notice`);
      await say(asker, conversationId, "Et à quelle heure ?");
      await later();
      return Promise.all([leader, second, federal].map(isTold));
    };
    expect(await told()).toEqual([false, true, false]);
    await mute(second);
    expect(await told()).toEqual([true, false, false]);
    await mute(leader);
    expect(await told()).toEqual([false, false, true]);
    await assignConversation(leader.caller, { conversationId, assigneeId: leader.id });
    await assignConversation(leader.caller, { conversationId, assigneeId: second.id });
    expect(await told()).toEqual([false, true, false]);
  });

  it("is told by number of what waits, and not of what others answered before", async () => {
    const { leader, second } = people;
    const asker = await somebody("Odile Une");
    const conversationId = await write(asker);
    for (let n = 0; n < 2; n++) await say(asker, conversationId, "Et encore ceci ?");
    await say(second, conversationId, "Voilà.");
    await assignConversation(second.caller, { conversationId, assigneeId: leader.id });
    await forgetAll();
    await say(asker, conversationId, "Merci ! Et demain ?");
    await later();
    expect(await linesOf(leader)).toMatchObject([{ kind: "inbox.received", count: 1 }]);
  });

  it("is told of however many wait, a bounded number in each transaction", async () => {
    const { leader, far } = people;
    const many = INBOXES_AT_ONCE + 3;
    const at = new Date(Date.now() - 10 * 60_000);
    const members = Array.from({ length: many }, (_, n) => ({
      ...{ id: newId(), name: `Membre ${n}`, email: `${randomUUID()}@example.org`, claim: "sympathiser" as const },
      ...{ communeCode: "63113", sectionId: "63113", joinedAt: at },
    }));
    await db.member.createMany({ data: members });
    const inboxes = members.map((member) => ({
      ...{ id: newId(), kind: "inbox" as const, scope: "national/03/03185", memberId: member.id, createdAt: at },
      ...{ lastAt: at, lastSeq: 1, waitingSince: at, askedAt: at },
    }));
    await db.conversation.createMany({ data: inboxes });
    await db.message.createMany({
      data: inboxes.map(({ id, memberId: authorId }) => ({
        ...{
          id: newId(),
          conversationId: id,
          seq: 1,
          authorId,
          body: "Bonjour",
          clientId: randomUUID(),
          createdAt: at,
        },
      })),
    });
    const one = await somebody("Léa Seule", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "section_leader", scope: "national/03/03185" }],
    });
    const { take } = messageNotices.sweeps?.find(({ name }) => name === "inboxes") ?? {};
    const undone = await db
      .$transaction(async (tx) => {
        throw Object.assign(new Error("undone"), { taken: await take?.(tx as never, new Date()) });
      })
      .catch(({ taken }) => taken as readonly unknown[]);
    expect(undone).toHaveLength(INBOXES_AT_ONCE);
    await tellAll();
    const told = { memberId: one.id, kind: "inbox.received" };
    expect(await db.notice.count({ where: told })).toBe(many);
    await tellAll();
    expect(await db.notice.count({ where: { ...told, count: 1 } })).toBe(many);
    for (const who of [leader, far]) expect(await linesOf(who)).toEqual([]);
  });
});
