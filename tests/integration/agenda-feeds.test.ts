import { createEvent, type EventOfWorld } from "@tests/support/events-world.ts";
import {
  createPerson,
  formOf,
  inBrowser,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import ICAL from "ical.js";
import { NextRequest } from "next/server";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Actor, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import {
  getCalendarFeeds,
  getEventFile,
  getMemberFeed,
  getPlaceFeed,
  makeFeed,
  revokeFeed,
} from "@/features/agenda/index.ts";
import { personalDataCommands } from "@/features/personal-data/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

const HOUR_MS = 3_600_000;
const absent = { code: "not_found" };
type State = "in" | "offered" | "waiting" | "left";

async function signUp(memberId: string, shiftId: string, state: State, leftAt = clock.now()): Promise<void> {
  const { arrivals } = await db.shift.update({ where: { id: shiftId }, data: { arrivals: { increment: 1 } } });
  await db.signUp.create({
    data: {
      ...{ id: newId(), shiftId, memberId, state, arrival: arrivals, signedUpAt: clock.now() },
      ...(state === "offered" && { offeredUntil: new Date(clock.now().getTime() + HOUR_MS) }),
      ...(state === "left" && { leftAt, leftBecause: "cancelled" as const }),
    },
  });
}

/** What another library than ours reads in a file. */
function read(body: string) {
  const calendar = new ICAL.Component(ICAL.parse(body));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => component.getFirstPropertyValue(name);
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
      isUtc: event.startDate.zone === ICAL.Timezone.utcTimezone,
      status: value("status"),
      url: String(value("url") ?? ""),
      geo: value("geo"),
      stamp: String(value("dtstamp")),
      modified: String(value("last-modified")),
      organizer: value("organizer"),
      properties: component.getAllProperties().map(({ name }) => name),
    };
  });
}
const uid = ({ id }: EventOfWorld) => `${id}@${new URL(process.env.APP_ORIGIN ?? "").host}`;

describe("a member’s own feed", () => {
  let nadia: Person;
  let actor: Actor;
  let jeton: string;
  const feed = async () => read((await getMemberFeed(visitor, { jeton })).body);
  const of = async (event: EventOfWorld) => (await feed()).find((one) => one.uid === uid(event));

  beforeAll(withoutLimits);
  beforeEach(async () => {
    nadia = await createPerson("Nadia Calendrier");
    actor = await actorOfSession(nadia.session);
    jeton = (await makeFeed({ actor }, {})).token;
  });

  it("holds what she signed up for and prepares, and what she only may come to as not sure", async () => {
    const going = await createEvent({ inHours: 20 });
    const [offered, waiting, maybe] = [await createEvent(), await createEvent(), await createEvent()];
    await signUp(nadia.id, going.shiftId, "in");
    await signUp(nadia.id, offered.shiftId, "offered");
    await signUp(nadia.id, waiting.shiftId, "waiting");
    await db.eventAnswer.create({
      data: { eventId: maybe.id, memberId: nadia.id, answer: "maybe", answeredAt: clock.now() },
    });
    const organised = await createEvent({ organiserIds: [nadia.id], audience: "invited", scope: "national/03" });
    await createEvent(); // her section’s, which she has nothing to do with
    await createEvent({ organiserIds: [nadia.id], stage: "draft" });
    const found = new Map((await feed()).map(({ uid, status }) => [uid, status]));
    expect(found).toEqual(
      new Map([
        [uid(going), "CONFIRMED"],
        [uid(offered), "TENTATIVE"],
        [uid(waiting), "TENTATIVE"],
        [uid(maybe), "TENTATIVE"],
        [uid(organised), "CONFIRMED"],
      ]),
    );
  });

  it("says cancelled of what was, with the reason, and of what she left within the month; then no more", async () => {
    const [cancelled, left, long] = [
      await createEvent({ stage: "cancelled" }),
      await createEvent(),
      await createEvent(),
    ];
    await signUp(nadia.id, cancelled.shiftId, "in");
    const change = {
      id: newId(),
      eventId: cancelled.id,
      kind: "cancelled" as const,
      reason: "Alerte orange, on reporte.",
    };
    await db.eventChange.create({ data: { ...change, at: clock.now() } });
    await signUp(nadia.id, left.shiftId, "left");
    await signUp(nadia.id, long.shiftId, "left", new Date(clock.now().getTime() - 31 * 24 * HOUR_MS));
    expect(await of(cancelled)).toMatchObject({
      status: "CANCELLED",
      description: expect.stringContaining("Alerte orange"),
    });
    expect(await of(left)).toMatchObject({ status: "CANCELLED", sequence: 1 });
    expect(await of(long)).toBeUndefined();
  });

  it("keeps its UID through changes, and its SEQUENCE grows with them", async () => {
    const event = await createEvent();
    await signUp(nadia.id, event.shiftId, "in");
    const before = await of(event);
    const startsAt = new Date(event.startsAt.getTime() + HOUR_MS);
    const [changedAt, endsAt] = [new Date(clock.now().getTime() + 60_000), new Date(event.endsAt.getTime() + HOUR_MS)];
    await db.event.update({ where: { id: event.id }, data: { startsAt, endsAt, sequence: 3, changedAt } });
    await db.shift.update({ where: { id: event.shiftId }, data: { startsAt, endsAt } });
    const after = await of(event);
    expect([before?.sequence, after?.sequence]).toEqual([0, 3]);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.start.getTime()).toBe(Math.floor(startsAt.getTime() / 1000) * 1000);
    expect(new Date(after?.modified ?? 0) > new Date(before?.modified ?? 0)).toBe(true);
    expect(after?.properties).not.toContain("organizer");
    expect(after?.url).toContain(`/evenements/${event.id}-`);
  });

  it("shows the hours of her own shifts", async () => {
    const event = await createEvent();
    const [startsAt, endsAt] = [event.startsAt, new Date(event.startsAt.getTime() + HOUR_MS)];
    const shift = await db.shift.create({ data: { id: newId(), eventId: event.id, startsAt, endsAt, label: "Halle" } });
    await signUp(nadia.id, shift.id, "in");
    expect((await of(event))?.end.getTime()).toBe(Math.floor(endsAt.getTime() / 1000) * 1000);
  });

  it("holds nothing that she may no longer see", async () => {
    const event = await createEvent({ audience: "everyone" });
    await signUp(nadia.id, event.shiftId, "in");
    expect(await of(event)).toBeDefined();
    await db.event.update({ where: { id: event.id }, data: { hiddenAt: clock.now() } });
    expect(await of(event)).toBeUndefined();
  });

  it("opens no mandate: what a leader answers for is not hers to read by an address", async () => {
    const mandates = [{ role: "section_leader", scope: "national/63/63113" } as const];
    const leader = await createPerson("Lucie Locale", { adherent: true, mandates });
    const { token } = await makeFeed({ actor: await actorOfSession(leader.session) }, {});
    const event = await createEvent({ audience: "invited" });
    await db.event.update({ where: { id: event.id }, data: { hiddenAt: clock.now() } });
    await db.eventAnswer.create({
      data: { eventId: event.id, memberId: leader.id, answer: "maybe", answeredAt: clock.now() },
    });
    expect(read((await getMemberFeed(visitor, { jeton: token })).body)).toEqual([]);
  });

  it("answers nothing once taken back, nor when she is suspended or gone", async () => {
    const [{ id: feedId } = { id: "" }] = await getCalendarFeeds(actor);
    await revokeFeed({ actor }, { feedId });
    await expect(getMemberFeed(visitor, { jeton })).rejects.toMatchObject(absent);
    expect(await getCalendarFeeds(actor)).toEqual([]);
    await expect(revokeFeed({ actor }, { feedId })).rejects.toMatchObject(absent);

    const { token } = await makeFeed({ actor }, {});
    await expect(getMemberFeed(visitor, { jeton: token })).resolves.toBeDefined();
    await suspendInTheDatabase(nadia.id);
    await expect(getMemberFeed(visitor, { jeton: token })).rejects.toMatchObject(absent);
    await db.suspension.updateMany({ where: { memberId: nadia.id }, data: { liftedAt: clock.now() } });
    await expect(getMemberFeed(visitor, { jeton: token })).resolves.toBeDefined();
    await db.member.update({ where: { id: nadia.id }, data: { erasedAt: clock.now() } });
    await expect(getMemberFeed(visitor, { jeton: token })).rejects.toMatchObject(absent);
  });

  it("is kept as a hash alone, whatever key the request carried, and is nobody else’s to take back", async () => {
    const { token } = await makeFeed({ actor, key: "deux-clics" }, {});
    const receipts = await db.commandReceipt.findMany({ where: { memberId: nadia.id } });
    expect(JSON.stringify(receipts)).not.toContain(token);
    const rows = await db.calendarFeed.findMany({ where: { memberId: nadia.id } });
    expect(rows.map(({ tokenHash }) => tokenHash.length)).toEqual([32, 32]);
    const other = await actorOfSession((await createPerson("Paul Voisin")).session);
    await expect(revokeFeed({ actor: other }, { feedId: rows[0]?.id ?? "" })).rejects.toMatchObject(absent);
    await expect(makeFeed({ actor: visitor }, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("stops at ten, two at once included", async () => {
    for (let n = 0; n < 8; n++) await makeFeed({ actor }, {});
    const both = await Promise.allSettled([makeFeed({ actor }, {}), makeFeed({ actor }, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await getCalendarFeeds(actor)).toHaveLength(10);
  });

  it("goes with her account, and stands in her export", async () => {
    expect(Object.keys(personalDataCommands)).toContain("eraseAccount");
    const { agendaPersonalData } = await import("@/features/agenda/index.ts");
    expect(await agendaPersonalData.read(nadia.id)).toMatchObject({ abonnements: [{ retiré_le: null }] });
    await db.$transaction((tx) => agendaPersonalData.erase(tx as never, nadia));
    await expect(getMemberFeed(visitor, { jeton })).rejects.toMatchObject(absent);
  });
});

describe("what a calendar reads", () => {
  const one = async (data: object) => {
    const event = await createEvent({ audience: "everyone" });
    await db.event.update({ where: { id: event.id }, data });
    const { body } = await getEventFile(visitor, { id: event.id });
    const [entry] = read(body);
    if (!entry) throw new Error("no event in the file");
    return { ...entry, body, event };
  };

  it.each([
    ["the Sunday when summer time ends in Paris", "Europe/Paris", "2027-10-31T00:30:00Z", "2027-10-31T02:30:00Z"],
    ["the Sunday when it begins", "Europe/Paris", "2027-03-28T00:30:00Z", "2027-03-28T03:00:00Z"],
    ["La Réunion", "Indian/Reunion", "2027-01-10T05:00:00Z", "2027-01-10T07:00:00Z"],
    ["Tahiti, where it is still the day before", "Pacific/Tahiti", "2027-01-10T06:00:00Z", "2027-01-10T08:00:00Z"],
  ])("is the right moment: %s", async (_, zone, startsAt, endsAt) => {
    const entry = await one({ zone, startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
    expect([entry.start, entry.end]).toEqual([new Date(startsAt), new Date(endsAt)]);
    expect(entry.isUtc).toBe(true);
  });

  it("never takes a word for a line of the file", async () => {
    const trap = "Marché ; halle, \\ côté\r\nEND:VEVENT\nBEGIN:VEVENT\u0085\u2028ATTENDEE:mailto:x@example.org";
    const entry = await one({ title: trap.slice(0, 110), meetingPoint: "a\r\nX-PIEGE:1", address: 'b"\nGEO:0;0' });
    expect(read(entry.body)).toHaveLength(1);
    expect(entry.properties.filter((name) => /piege|attendee/.test(name))).toEqual([]);
    expect(entry.summary).toContain("Marché ; halle, \\ côté END:VEVENT BEGIN:VEVENT");
    expect(entry.location).toContain('b" GEO:0;0');
    const lines = entry.body.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(entry.body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("tells the place with its point, and where the page is", async () => {
    const entry = await one({ meetingPoint: "Devant la halle", latitude: 45.78, longitude: 3.08 });
    expect(entry.location).toBe("Devant la halle, Clermont-Ferrand");
    expect(entry.geo).toEqual([45.78, 3.08]);
    expect(entry.url).toBe(`${process.env.APP_ORIGIN}/evenements/${entry.event.id}-${entry.event.slug}`);
  });

  it("is refused where the event’s page is", async () => {
    const { id } = await createEvent({ audience: "section" });
    await expect(getEventFile(visitor, { id })).rejects.toMatchObject(absent);
    await expect(getEventFile(visitor, { id: newId() })).rejects.toMatchObject(absent);
  });
});

describe("the calendar of a place", () => {
  it("holds what everybody may read there, whoever asks, and says what was cancelled", async () => {
    const scope = "national/03/03185";
    const open = await createEvent({ scope, audience: "everyone" });
    const cancelled = await createEvent({ scope, audience: "everyone", stage: "cancelled" });
    for (const audience of ["members", "federation", "section", "invited"] as const)
      await createEvent({ scope, audience });
    await createEvent({ scope, audience: "everyone", adherentsOnly: true });
    await createEvent({ scope, audience: "everyone", stage: "draft" });
    const member = await actorOfSession(
      (await createPerson("Lise Là-bas", { section: "03185", adherent: true })).session,
    );
    for (const reader of [visitor, member])
      for (const lieu of ["03", "03/03185"]) {
        const found = read((await getPlaceFeed(reader, { lieu })).body).map(({ uid, status }) => [uid, status]);
        expect(new Map(found as [string, string][])).toEqual(
          new Map([
            [uid(open), "CONFIRMED"],
            [uid(cancelled), "CANCELLED"],
          ]),
        );
      }
    for (const lieu of ["99", "03/nulle-part", "../63", "national/63", ""])
      await expect(getPlaceFeed(visitor, { lieu }), lieu).rejects.toMatchObject(absent);
  });

  it("is told by its tag whether anything changed, and reads the same while nothing does", async () => {
    const { GET } = await import("@/app/api/agenda/lieu/[...lieu]/route.ts");
    const event = await createEvent({ scope: "national/15", audience: "everyone" });
    const ask = (etag?: string) =>
      inBrowser(null, () =>
        GET(
          new NextRequest("http://localhost/api/agenda/lieu/15", { headers: etag ? { "if-none-match": etag } : {} }),
          {
            params: Promise.resolve({ lieu: ["15"] }),
          },
        ),
      );
    const first = await ask();
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const etag = first.headers.get("etag") ?? "";
    expect((await ask(etag)).status).toBe(304);
    await db.event.update({ where: { id: event.id }, data: { title: "Autre chose", changedAt: clock.now() } });
    expect((await ask(etag)).status).toBe(200);
  });
});

describe("the doors of feeds", () => {
  it("answer an address that is none as they answer one that is gone, and name no secret in it", async () => {
    const { GET } = await import("@/app/api/agenda/membre/[jeton]/route.ts");
    const ask = async (jeton: string) => {
      const url = `http://localhost/api/agenda/membre/${encodeURIComponent(jeton)}`;
      const response = await inBrowser(null, () => GET(new NextRequest(url), { params: Promise.resolve({ jeton }) }));
      return { status: response.status, body: await response.text() };
    };
    const gone = await createPerson("Gaëlle Partie");
    const { token } = await makeFeed({ actor: await actorOfSession(gone.session) }, {});
    await db.calendarFeed.updateMany({ where: { memberId: gone.id }, data: { revokedAt: clock.now() } });
    const answers = [await ask(token), await ask("x".repeat(22)), await ask("../../etc"), await ask("")];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it("are forms that work for her alone", async () => {
    const { makeFeedAction, revokeFeedAction } = await import("@/features/agenda/agenda.actions.ts");
    const owner = await createPerson("Olga Ouverte");
    const made = await inBrowser(owner.session, () => makeFeedAction({}, formOf({})));
    expect(made.done?.token).toMatch(/^[\w-]{22}$/);
    const { id } = await db.calendarFeed.findFirstOrThrow({ where: { memberId: owner.id } });
    const asNobody = await inBrowser(null, () => revokeFeedAction({}, formOf({ feedId: id })));
    expect(asNobody.error?.code).toBe("not_found");
    expect((await inBrowser(owner.session, () => revokeFeedAction({}, formOf({ feedId: id })))).error).toBeUndefined();
  });
});
