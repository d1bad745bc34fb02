import { type Action, askedAs, postedAs } from "@tests/support/doors.ts";
import { createEvent, type EventOfWorld } from "@tests/support/events-world.ts";
import { startLive } from "@tests/support/live-server.ts";
import { type Column, columns, type Place, reach, rows, who } from "@tests/support/matrix.ts";
import {
  actorOfColumn,
  blockInTheDatabase,
  countRows,
  createPerson,
  createWorld,
  formOf,
  inBrowser,
  type Person,
  refusalOf,
  scopes,
  sessionOfColumn,
  type World,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as placesRoute } from "@/app/api/evenements/[id]/places/route.ts";
import { jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import { getAttendance, getPlaces } from "@/features/participation/index.ts";
import * as actions from "@/features/participation/participation.actions.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";
import { createProfile, tie } from "./profiles-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", async () => (await import("@tests/support/doors.ts")).nextNavigation);

const sections = ["own section", "neighbour section", "other section"] as const satisfies readonly Place[];
type Probed = EventOfWorld & { place: Place; audience: "everyone" | "section" };

let world: World;
let attendee: Person;
let events: Probed[];
let live: Awaited<ReturnType<typeof startLive>>;

/** An event with one member on it, who blocked B and whom nobody else here knows. */
async function withAttendee(place: Place, audience: Probed["audience"], organiserIds: string[] = []): Promise<Probed> {
  const event = await createEvent({ scope: scopes[place], audience, inHours: 1, organiserIds });
  await signUp(event.shiftId, attendee.id);
  return { ...event, place, audience };
}

async function signUp(shiftId: string, memberId: string): Promise<string> {
  const id = newId();
  const { arrivals } = await db.shift.update({
    where: { id: shiftId },
    data: { taken: { increment: 1 }, arrivals: { increment: 1 } },
  });
  await db.signUp.create({
    data: { id, shiftId, memberId, state: "in", arrival: arrivals, signedUpAt: clock.now() },
  });
  return id;
}

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  world = await createWorld();
  // Her card is her coopains' alone: to others her name on a list would be all that they know of her.
  attendee = await createProfile("Zélie Inscrite", { section: "03185", shown: { card: "coopains" } });
  await blockInTheDatabase(attendee.id, world.cast.B.id);
  events = [];
  for (const place of sections)
    for (const audience of ["everyone", "section"] as const) events.push(await withAttendee(place, audience));
  live = await startLive();
});
afterAll(() => live.close());

/** What the matrix says of seeing an event: everybody's, or where one lives and answers. */
function sees(column: Column, { place, audience }: Probed): boolean {
  const cell = rows[audience === "everyone" ? "publicEvent" : "sectionEvent"].cells[column];
  return reach[cell].includes(place);
}

describe.each(columns)("column %s", (column) => {
  const session = () => sessionOfColumn(world, column);
  const actorHere = () => actorOfColumn(world, column);
  const me = () => (column === "V" || column === "U" ? null : world.cast[column].id);
  const posted = (action: Action, fields: Record<string, string>) => postedAs(session(), action, formOf(fields));
  const json = async (id: string) => {
    const request = new NextRequest(`http://localhost/api/evenements/${id}/places`);
    const { outcome, ...body } = await askedAs(session(), () =>
      placesRoute(request, { params: Promise.resolve({ id }) }),
    );
    return { outcome, body: JSON.stringify(body) };
  };

  it(`reads the places of what it sees, by page, JSON and socket, and no name: ${who[column]}`, async () => {
    const screen = column === "suspended" ? null : await live.open(session());
    for (const event of events) {
      const label = `${event.audience} in ${event.place}`;
      const page = await refusalOf(getPlaces(await actorHere(), { id: event.id }));
      const answer = await json(event.id);
      const joined = await screen?.ask("join", { room: "event", id: event.id });
      if (sees(column, event)) {
        expect(page, label).toHaveProperty("answered.shifts.0.count");
        expect(answer.outcome, label).toBe("ok");
        expect(joined?.error, label).toBeUndefined();
      } else {
        expect(page, label).toEqual(await refusalOf(getPlaces(await actorHere(), { id: newId() })));
        expect(answer, label).toEqual(await json(newId()));
        if (screen) expect(joined, label).toEqual(await screen.ask("join", { room: "event", id: newId() }));
      }
      for (const text of [JSON.stringify(page), answer.body]) {
        expect(text, label).not.toContain("Zélie");
        expect(text, label).not.toContain(attendee.id);
      }
    }
  });

  it(`reads who comes where it answers for the event, and finds nothing elsewhere: ${who[column]}`, async () => {
    for (const event of events) {
      const label = `${event.audience} in ${event.place}`;
      const list = await refusalOf(getAttendance(await actorHere(), event.id));
      const { id: signUpId } = await db.signUp.findFirstOrThrow({
        where: { shiftId: event.shiftId, memberId: attendee.id },
      });
      const runs = reach[rows.attendees.cells[column]].includes(event.place);
      const acts: [Action, (id: string) => Record<string, string>, string][] = [
        [actions.noteAttendanceAction, (id) => ({ signUpId: id, attendance: "present" }), signUpId],
        [actions.noteAttendanceAction, (id) => ({ signUpId: id, attendance: "none" }), signUpId],
        [actions.countWalkInsAction, (id) => ({ eventId: id, change: "1" }), event.id],
      ];
      if (runs) {
        expect(list, label).toMatchObject({ answered: { shifts: [{ attendees: [{ name: "Zélie Inscrite" }] }] } });
        for (const [act, fields, id] of acts) expect(await posted(act, fields(id)), label).toBe("ok");
        continue;
      }
      expect(list, label).toEqual(await refusalOf(getAttendance(await actorHere(), newId())));
      const before = await countRows();
      const remove: (typeof acts)[number] = [
        actions.removeSignUpAction,
        (id) => ({ signUpId: id, words: "Pour voir si cela passe." }),
        signUpId,
      ];
      for (const [act, fields, id] of [...acts, remove]) {
        expect(await posted(act, fields(id)), label).toBe("not_found");
        expect(await posted(act, fields(newId())), label).toBe("not_found");
      }
      expect(await countRows(), label).toEqual(before);
    }
  });

  it(`signs up where it sees: ${who[column]}`, async () => {
    const may = rows.eventSignUp.cells[column] === "✓";
    for (const event of events) {
      const label = `${event.audience} in ${event.place}`;
      const visible = sees(column, event);
      const refused = visible && !may ? "unauthenticated" : "not_found";
      const [eventId, shiftId] = [event.id, event.shiftId];
      const before = await countRows();
      const expected = visible && may ? "ok" : refused;
      expect(await posted(actions.answerEventAction, { eventId, answer: "maybe" }), label).toBe(expected);
      expect(await posted(actions.joinShiftAction, { shiftId }), label).toBe(expected);
      if (expected !== "ok") {
        expect(await countRows(), label).toEqual(before);
        continue;
      }
      const { id: signUpId } = await db.signUp.findFirstOrThrow({ where: { shiftId, memberId: me(), state: "in" } });
      expect(await posted(actions.changeSizeAction, { signUpId, size: "2" }), label).toBe("ok");
      expect(await posted(actions.confirmComingAction, { signUpId }), label).toBe("ok");
      expect(await posted(actions.acceptOfferAction, { signUpId }), label).toBe("ok"); // she has it already
      expect(await posted(actions.leaveShiftAction, { signUpId }), label).toBe("ok");
    }
  });

  it(`does nothing with another’s place: ${who[column]}`, async () => {
    for (const event of events) {
      const { id: signUpId } = await db.signUp.findFirstOrThrow({
        where: { shiftId: event.shiftId, memberId: attendee.id },
      });
      for (const act of [actions.leaveShiftAction, actions.acceptOfferAction, actions.confirmComingAction])
        expect(await posted(act, { signUpId })).toBe("not_found");
      expect(await posted(actions.changeSizeAction, { signUpId, size: "2" })).toBe("not_found");
    }
  });
});

describe("names", () => {
  it("reach an organiser whom somebody blocked, without the way to her card", async () => {
    const event = await withAttendee("own section", "section", [world.cast.B.id, world.cast.A.id]);
    const view = await getAttendance(await actorOfColumn(world, "B"), event.id);
    expect(view.shifts[0]?.attendees).toMatchObject([{ name: "Zélie Inscrite", href: null, photo: null }]);
    // The same for who may not open it: her card is her coopains'.
    const byAdherent = await getAttendance(await actorOfColumn(world, "A"), event.id);
    expect(byAdherent.shifts[0]?.attendees[0]?.href).toBeNull();
  });

  it("reach those whose coopains they are, without a block, and no one else", async () => {
    const [lise, nina] = [await createPerson("Lise Proche"), await createPerson("Nina Bloquée")];
    const event = await withAttendee("own section", "everyone");
    for (const other of [lise, nina]) await tie(attendee, other);
    await blockInTheDatabase(nina.id, attendee.id);
    const faces = async (person: Person) =>
      (await getPlaces(await actorOfSession(person.session), { id: event.id })).coming;
    expect(await faces(lise)).toMatchObject({ count: 1, coopains: 1, faces: [{ name: "Zélie Inscrite" }] });
    expect(await faces(nina)).toMatchObject({ count: 1, coopains: 0, faces: [] });
    expect(
      await inBrowser(null, async () => getPlaces(await actorOfColumn(world, "V"), { id: event.id })),
    ).toMatchObject({
      coming: { count: 1, coopains: 0, faces: [] },
    });
  });
});

describe("live", () => {
  it("signals to those who see the event that places moved, and nothing of who", async () => {
    const event = await createEvent({ scope: scopes["own section"], audience: "everyone" });
    const screens = [await live.open(null), await live.open(world.cast.S.session)];
    for (const screen of screens) await screen.ask("join", { room: "event", id: event.id });
    expect(await postedAs(world.cast.A.session, actions.joinShiftAction, formOf({ shiftId: event.shiftId }))).toBe(
      "ok",
    );
    for (const screen of screens) {
      await vi.waitFor(() => expect(screen.frames.some(({ kind }) => kind === "places")).toBe(true), 5_000);
      expect(JSON.stringify(screen.frames)).not.toContain(world.cast.A.id);
    }
  });
});

it("misses nobody on an event that is cancelled, over or not yet published, and says so where one may come", async () => {
  const reader = await actorOfColumn(world, "N");
  const missingOf = async (options: Parameters<typeof createEvent>[0]) => {
    const { id } = await createEvent({ needed: 4, audience: "members", scope: "national", ...options });
    return (await getPlaces(reader, { id })).shifts.map(({ missing }) => missing);
  };
  expect(await missingOf({})).toEqual([expect.stringContaining("4")]);
  expect(await missingOf({ stage: "cancelled" })).toEqual([null]);
  expect(await missingOf({ stage: "draft" })).toEqual([null]);
  expect(await missingOf({ inHours: -9 })).toEqual([null]);
});
