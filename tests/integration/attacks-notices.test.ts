import { randomUUID } from "node:crypto";
import { createEvent } from "@tests/support/events-world.ts";
import { createGroup } from "@tests/support/groups-world.ts";
import { createConversationRow } from "@tests/support/messages-world.ts";
import { closeSink, mailsTo, sendToSink } from "@tests/support/outgoing.ts";
import { blockInTheDatabase } from "@tests/support/worlds.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs, mailGate } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { sendMessage } from "@/features/messages/index.ts";
import { notificationsPersonalData } from "@/features/notifications/index.ts";
import { writeNow } from "@/features/notifications/mail-now.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { type Somebody, somebody } from "./coopains-world.ts";
import { forgetAll, linesOf, mute, prepareNotices, tellAll } from "./notices-world.ts";

const sink = await sendToSink();
let ines: Somebody;
let bruno: Somebody;
beforeAll(async () => {
  await prepareNotices();
  singletons.mailGate = mailGate;
});
beforeEach(async () => {
  sink.received.length = 0;
  await forgetAll();
  await db.$executeRaw(sql`delete from conversation`);
  await db.$executeRaw(sql`delete from mail_claim`);
  ines = await somebody("Inès Bonnet");
  bruno = await somebody("Bruno Roux");
});
afterAll(() => closeSink(sink));

const run = async (name: string, data: unknown) => {
  const job = jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  await job.run(job.input.parse(data));
};
const say = (from: Somebody, conversationId: string) =>
  sendMessage(from.caller, { conversationId, clientId: randomUUID(), body: "Et dimanche ?" });
/** Minutes go by, and what waits is told. */
async function later(): Promise<void> {
  await db.$executeRaw(sql`update message set created_at = created_at - interval '6 minutes'`);
  await tellAll();
}

describe("messages that were told of before a block", () => {
  it.each([1, 3])("are said no more, nor mailed, when they are %i", async (many) => {
    const { id } = await createConversationRow({ people: [ines.id, bruno.id] });
    await db.noticeChoice.create({
      data: { memberId: bruno.id, kind: "message.received", inApp: true, mail: "now", chosenAt: clock.now() },
    });
    for (let index = 0; index < many; index++) await say(ines, id);
    await later();
    expect((await linesOf(bruno)).map(({ count }) => count)).toEqual([many]);
    await blockInTheDatabase(bruno.id, ines.id);
    expect(await linesOf(bruno)).toEqual([]);
    await db.$executeRaw(sql`update notice set first_at = first_at - interval '1 hour'`);
    await writeNow.run({ memberId: bruno.id });
    expect(mailsTo(sink, bruno.email)).toEqual([]);
  });

  it("stay said among several, of those whom no block parts from her", async () => {
    const carla = await somebody("Carla Costa");
    const { id } = await createConversationRow({ kind: "several", people: [ines.id, bruno.id, carla.id] });
    await say(ines, id);
    await say(carla, id);
    await later();
    await blockInTheDatabase(bruno.id, ines.id);
    expect(await linesOf(bruno)).toHaveLength(1);
    await blockInTheDatabase(carla.id, bruno.id);
    expect(await linesOf(bruno)).toEqual([]);
  });
});

describe("a run that tells of messages", () => {
  it("is not filled by conversations where nothing is left to tell", async () => {
    // Read up to their message; what came after it is a change: a name, somebody who came.
    const ids = Array.from({ length: 5_000 }, () => newId());
    const before = new Date(clock.now().getTime() - 3_600_000);
    await db.$executeRaw(sql`insert into conversation (id, kind, created_at, last_at, last_seq)
      select unnest(${ids}::text[]), 'several', ${before}, ${before}, 2`);
    await db.$executeRaw(sql`insert into participant (conversation_id, member_id, joined_at)
      select unnest(${ids}::text[]), ${bruno.id}, ${before}`);
    await db.$executeRaw(sql`insert into message (id, conversation_id, seq, author_id, body, client_id, created_at)
      select i, i, 1, ${ines.id}, 'Un', gen_random_uuid(), ${before} from unnest(${ids}::text[]) i`);
    await db.$executeRaw(sql`insert into conversation_read (conversation_id, member_id, read_seq)
      select unnest(${ids}::text[]), ${bruno.id}, 1`);
    const { id } = await createConversationRow({ people: [ines.id, bruno.id] });
    await say(ines, id);
    await later();
    expect(await linesOf(bruno)).toHaveLength(1);
  });
});

describe("a feature's own mail about what its reader muted", () => {
  it("does not leave: the news of an event", async () => {
    const event = await createEvent({ organiserIds: [ines.id], title: "Tractage au marché" });
    const tell = () => run("events.tell", { news: "organiser-added", eventId: event.id, to: ines.id });
    await tell();
    expect(mailsTo(sink, ines.email)).toHaveLength(1);
    await mute(ines, `event:${event.id}`);
    await tell();
    expect(mailsTo(sink, ines.email)).toHaveLength(1);
  });

  it("does not leave: those who ask to come into a group", async () => {
    const group = await createGroup({ entry: "request", leads: [ines] });
    const asked = { groupId: group.id, memberId: bruno.id, askedAt: clock.now() };
    await db.groupRequest.create({ data: { id: newId(), ...asked } });
    await mute(ines, `group:${group.id}`);
    await run("groups.write-requests", { groupId: group.id, to: ines.id });
    expect(mailsTo(sink, ines.email)).toEqual([]);
    await db.topicMute.deleteMany({ where: { memberId: ines.id } });
    await db.$executeRaw(sql`delete from mail_claim`);
    await run("groups.write-requests", { groupId: group.id, to: ines.id });
    expect(mailsTo(sink, ines.email)).toHaveLength(1);
  });
});

describe("an export", () => {
  it("does not say again, nor by its name of today, what its owner may read no more", async () => {
    const group = await createGroup({ entry: "closed", leads: [bruno], name: "Collectif Sorbier" });
    const at = clock.now();
    await db.notice.create({
      data: {
        ...{ id: newId(), memberId: ines.id, kind: "group.role", topic: "", key: `group:${group.id}` },
        ...{ subject: "group-role", subjectId: group.id, actorId: null, ids: {}, count: 1 },
        ...{ firstAt: at, at, inApp: true, mail: "never" },
      },
    });
    const exported = JSON.stringify(await notificationsPersonalData.read(ines.id));
    expect(exported).not.toContain("Sorbier");
    expect(exported).toContain('"texte":null');
  });
});
