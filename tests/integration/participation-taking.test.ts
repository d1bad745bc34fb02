import { createEvent } from "@tests/support/events-world.ts";
import { inTransaction } from "@tests/support/shifts-world.ts";
import { createPerson, outcomeOf, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { system } from "@/core/actor.ts";
import * as participation from "@/features/participation/index.ts";
import { participationCommands } from "@/features/participation/index.ts";
import { afterSuspension, watchOffers } from "@/features/participation/participation.jobs.ts";
import { reshapeShifts } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { settleFacts } from "@/platform/facts.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

const HOUR = 3_600_000;
const realNow = clock.now;
let told: { name: string; ids: Record<string, unknown> }[] = [];
let nadia: Person;
let jules: Person;
let ines: Person;

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  [nadia, jules, ines] = [
    await createPerson("Nadia Mercier"),
    await createPerson("Jules Petit"),
    await createPerson("Inès Bonnet"),
  ];
});
beforeEach(() => {
  told = [];
  singletons.publisher = (facts) => void told.push(...facts.map(({ name, ids }) => ({ name, ids })));
});
afterEach(() => {
  clock.now = realNow;
  singletons.publisher = undefined;
});

afterAll(settleFacts);

const as = async ({ session }: Person) => ({ actor: await actorOfSession(session) });
const inHours = (hours: number) => {
  const now = new Date(realNow().getTime() + hours * HOUR);
  clock.now = () => now;
};
const join = async (who: Person, shiftId: string, size = 1) =>
  participation.joinShift(await as(who), { shiftId, size });
const leave = async (who: Person, signUpId: string) => participation.leaveShift(await as(who), { signUpId });
const placesOf = async (who: Person, id: string) => participation.getPlaces((await as(who)).actor, { id });
const stateOf = async (signUpId: string) => (await db.signUp.findUniqueOrThrow({ where: { id: signUpId } })).state;
const names = () => told.map(({ name }) => name);
/** The clock moves, sessions last: they are not what is tried. */
const keepSessions = () =>
  db.session.updateMany({
    where: { id: { not: "" } },
    data: { expiresAt: new Date(realNow().getTime() + 1000 * HOUR) },
  });

describe("joining a shift", () => {
  it("gives a place, then the waiting list, and tells it once each", async () => {
    const event = await createEvent({ maximum: 1, needed: 1 });
    const first = await join(nadia, event.shiftId);
    const second = await join(jules, event.shiftId);
    expect([first.state, second.state]).toEqual(["in", "waiting"]);
    expect(names()).toEqual(["shift.place-taken", "shift.queue-joined"]);
    const [shift] = (await placesOf(jules, event.id)).shifts;
    expect(shift).toMatchObject({ count: "1 sur 1", full: true, waiting: "1 en attente", mine: { ahead: 0 } });
  });

  it("counts somebody along, and says who is missing", async () => {
    const event = await createEvent({ needed: 4, maximum: 6 });
    await join(nadia, event.shiftId, 2);
    const [shift] = (await placesOf(jules, event.id)).shifts;
    expect(shift).toMatchObject({
      count: "2 sur 6",
      missing: expect.stringMatching(/^il manque 2\spersonnes$/),
      full: false,
      mine: null,
    });
  });

  it("is refused in words when it is over, cancelled, a draft, twice, or by two where there is one place", async () => {
    const refusal = async (options: Parameters<typeof createEvent>[0], size = 1) => {
      const { shiftId } = await createEvent({ organiserIds: [nadia.id], ...options });
      return join(nadia, shiftId, size).catch((error: { code: string; reason: string }) => [error.code, error.reason]);
    };
    expect(await refusal({ inHours: -5 })).toEqual(["conflict", "event_over"]);
    expect(await refusal({ stage: "cancelled" })).toEqual(["conflict", "event_cancelled"]);
    expect(await refusal({ stage: "draft" })).toEqual(["conflict", "event_not_open"]);
    expect(await refusal({ maximum: 1 }, 2)).toEqual(["conflict", "one_place_only"]);
    const event = await createEvent();
    await join(nadia, event.shiftId);
    await expect(join(nadia, event.shiftId)).rejects.toMatchObject({ reason: "already_signed_up" });
    expect(names().filter((name) => name === "shift.place-taken")).toHaveLength(1);
  });

  it("takes an answer back, and an answer gives a place up", async () => {
    const event = await createEvent({ maximum: 1, inHours: 6 });
    await participation.answerEvent(await as(nadia), { eventId: event.id, answer: "maybe" });
    expect((await placesOf(jules, event.id)).coming.maybe).toBe(1);
    const { signUpId } = await join(nadia, event.shiftId);
    expect((await placesOf(nadia, event.id)).answer).toBeNull();
    const maybe = participation.answerEvent(await as(nadia), { eventId: event.id, answer: "maybe" });
    await expect(maybe).rejects.toMatchObject({ reason: "leave_first" });
    const waiting = await join(jules, event.shiftId);
    await participation.answerEvent(await as(nadia), { eventId: event.id, answer: "no" });
    expect([await stateOf(signUpId), await stateOf(waiting.signUpId)]).toEqual(["left", "in"]);
    expect((await placesOf(nadia, event.id)).answer).toBe("no");
  });

  it("says a clash with another sign-up, and refuses nothing", async () => {
    const [lise, paul] = [await createPerson("Lise Occupée"), await createPerson("Paul Libre")];
    const [one, other] = [await createEvent({ title: "Réunion de section" }), await createEvent()];
    await join(lise, one.shiftId);
    expect((await placesOf(lise, other.id)).shifts[0]?.clashes).toMatchObject([{ title: "Réunion de section" }]);
    expect((await placesOf(paul, other.id)).shifts[0]?.clashes).toEqual([]);
    expect((await join(lise, other.shiftId)).state).toBe("in");
    expect((await placesOf(lise, other.id)).shifts[0]?.clashes).toHaveLength(1);
  });
});

describe("a place that becomes free", () => {
  it("is offered to who waits first, held a day, and confirmed by her", async () => {
    const event = await createEvent({ maximum: 1 });
    const first = await join(nadia, event.shiftId);
    const second = await join(jules, event.shiftId);
    told = [];
    await leave(nadia, first.signUpId);
    expect(told).toMatchObject([
      { name: "shift.place-left", ids: { signUpId: first.signUpId } },
      { name: "shift.place-offered", ids: { signUpId: second.signUpId } },
    ]);
    const [shift] = (await placesOf(jules, event.id)).shifts;
    expect(shift).toMatchObject({ count: "1 sur 1", full: true, mine: { state: "offered" } });
    expect(shift?.mine?.held).toMatch(/^demain \d+\sh/);
    expect((await placesOf(ines, event.id)).coming.count).toBe(0); // an offer is not yet somebody who comes
    await participation.acceptOffer(await as(jules), { signUpId: second.signUpId });
    await participation.acceptOffer(await as(jules), { signUpId: second.signUpId }); // pressed twice
    expect(await stateOf(second.signUpId)).toBe("in");
    expect((await placesOf(ines, event.id)).coming.count).toBe(1);
  });

  it("is given at once when it begins within a day", async () => {
    const event = await createEvent({ maximum: 1, inHours: 20 });
    const first = await join(nadia, event.shiftId);
    const second = await join(jules, event.shiftId);
    told = [];
    await leave(nadia, first.signUpId);
    expect(await stateOf(second.signUpId)).toBe("in");
    expect(told.at(-1)).toMatchObject({ name: "shift.place-taken", ids: { signUpId: second.signUpId, promoted: 1 } });
  });

  it("goes to the next one when the offer runs out, by the clock alone", async () => {
    const event = await createEvent({ maximum: 1, inHours: 100 });
    const [first, second, third] = [
      await join(nadia, event.shiftId),
      await join(jules, event.shiftId),
      await join(ines, event.shiftId),
    ];
    await leave(nadia, first.signUpId);
    await keepSessions();
    inHours(25);
    const late = participation.acceptOffer(await as(jules), { signUpId: second.signUpId });
    await expect(late).rejects.toMatchObject({ reason: "offer_ran_out" });
    await watchOffers.run({});
    const queued = await db.$queryRawUnsafe<{ data: { shiftId: string } }[]>(
      "select data from pgboss.job where name = 'participation.expire-offers'",
    );
    expect(queued.map(({ data }) => data.shiftId)).toContain(event.shiftId);
    await participationCommands.settlePlaces({ actor: system }, { shiftId: event.shiftId });
    expect([await stateOf(second.signUpId), await stateOf(third.signUpId)]).toEqual(["left", "offered"]);
    expect((await placesOf(jules, event.id)).lost).toMatchObject({ because: "expired" });
  });

  it("appears when a maximum rises, and no maximum falls under the places that are held", async () => {
    const event = await createEvent({ maximum: 1, inHours: 10 });
    const [, second] = [await join(nadia, event.shiftId), await join(jules, event.shiftId)];
    const { startsAt, endsAt } = event;
    const to = (maximum: number) =>
      inTransaction((tx, record) => {
        const plans = [{ id: event.shiftId, label: "", startsAt, endsAt, needed: 0, maximum }];
        return reshapeShifts(tx, { eventId: event.id, plans, now: clock.now(), record });
      });
    await to(2);
    expect(await stateOf(second.signUpId)).toBe("in");
    await expect(to(1)).rejects.toMatchObject({ code: "conflict", reason: "below_taken" });
  });

  it("is not hers to give who comes with nobody more than there is", async () => {
    const event = await createEvent({ maximum: 2, inHours: 10 });
    const { signUpId } = await join(nadia, event.shiftId);
    await participation.changeSize(await as(nadia), { signUpId, size: 2 });
    const waiting = await join(jules, event.shiftId);
    expect(waiting.state).toBe("waiting");
    await participation.changeSize(await as(nadia), { signUpId, size: 1 });
    expect(await stateOf(waiting.signUpId)).toBe("in");
    const more = participation.changeSize(await as(nadia), { signUpId, size: 2 });
    await expect(more).rejects.toMatchObject({ reason: "no_place_for_two" });
  });
});

describe("those who come no more", () => {
  it("are taken off by an organiser with a word that they read, and nobody else", async () => {
    const event = await createEvent({ maximum: 1, organiserIds: [ines.id], inHours: 10 });
    const [first, second] = [await join(nadia, event.shiftId), await join(jules, event.shiftId)];
    const words = "Ce créneau est pour l’équipe formée ; viens samedi prochain.";
    await participation.removeSignUp(await as(ines), { signUpId: first.signUpId, words });
    expect(await stateOf(second.signUpId)).toBe("in");
    expect((await placesOf(nadia, event.id)).lost).toMatchObject({ because: "removed", words });
    expect((await placesOf(jules, event.id)).lost).toBeNull();
    expect(JSON.stringify(await placesOf(jules, event.id))).not.toContain(words);
    await participation.restoreSignUp(await as(ines), { signUpId: first.signUpId });
    await join(nadia, event.shiftId);
    expect((await placesOf(nadia, event.id)).lost).toBeNull(); // she came back
  });

  it("lose their places when they are suspended: who waits first has them", async () => {
    const paul = await createPerson("Paul Suspendu");
    const [event, past] = [await createEvent({ maximum: 1, inHours: 10 }), await createEvent({ inHours: 1 })];
    const [first, kept] = [await join(paul, event.shiftId), await join(paul, past.shiftId)];
    const second = await join(jules, event.shiftId);
    await db.shift.update({
      where: { id: past.shiftId },
      data: { startsAt: new Date(0), endsAt: new Date(1) },
    });
    await afterSuspension.run({ memberId: paul.id, suspensionId: "x" }); // lifted meanwhile: nothing happens
    expect(await stateOf(first.signUpId)).toBe("in");
    await suspendInTheDatabase(paul.id);
    expect((await placesOf(jules, event.id)).coming.count).toBe(0); // at once, whatever the job does
    await afterSuspension.run({ memberId: paul.id, suspensionId: "x" });
    expect([await stateOf(first.signUpId), await stateOf(second.signUpId)]).toEqual(["left", "in"]);
    expect(await stateOf(kept.signUpId)).toBe("in"); // what is past is past
  });
});

describe("a member who leaves La Coopol", () => {
  it("gives her places to those who wait, in the same transaction; that she came stays, nameless", async () => {
    const gone = await createPerson("Gisèle Partie");
    const [event, past] = [await createEvent({ maximum: 1, inHours: 10 }), await createEvent({ inHours: 1 })];
    const [first, came] = [await join(gone, event.shiftId), await join(gone, past.shiftId)];
    const second = await join(jules, event.shiftId);
    await participation.answerEvent(await as(gone), { eventId: (await createEvent()).id, answer: "maybe" });
    await db.shift.update({ where: { id: past.shiftId }, data: { startsAt: new Date(0), endsAt: new Date(1) } });
    const { result } = await inTransaction((tx) =>
      participation.participationPersonalData.erase(tx, { id: gone.id, email: gone.email }),
    );
    expect(result.map(({ name }) => name)).toEqual(["shift.place-left", "shift.place-taken"]);
    expect([await stateOf(first.signUpId), await stateOf(second.signUpId)]).toEqual(["left", "in"]);
    const kept = await db.signUp.findUniqueOrThrow({ where: { id: came.signUpId } });
    expect(kept).toMatchObject({ state: "in", memberId: null });
    expect(await db.signUp.count({ where: { memberId: gone.id } })).toBe(0);
    expect(await db.eventAnswer.count({ where: { memberId: gone.id } })).toBe(0);
  });
});

describe("who comes, called over", () => {
  it("is noted present or absent, taken back, and counted; from two hours before", async () => {
    const event = await createEvent({ organiserIds: [ines.id], inHours: 1 });
    const [{ signUpId }, other] = [await join(nadia, event.shiftId, 2), await join(jules, event.shiftId)];
    const note = async (id: string, attendance: "present" | "absent" | "none") =>
      participation.noteAttendance(await as(ines), { signUpId: id, attendance });
    await note(signUpId, "present");
    await note(other.signUpId, "absent");
    for (const change of [1, 5, -1]) await participation.countWalkIns(await as(ines), { eventId: event.id, change });
    const view = await participation.getAttendance((await as(ines)).actor, event.id);
    expect(view).toMatchObject({
      counts: { expected: 3, present: 2, absent: 1, unknown: 0 },
      walkIns: 5,
      noting: true,
    });
    expect(view.shifts[0]?.attendees.map(({ name, attendance }) => [name, attendance])).toEqual([
      ["Jules Petit", "absent"],
      ["Nadia Mercier", "present"],
    ]);
    await note(signUpId, "none");
    expect((await participation.getAttendance((await as(ines)).actor, event.id)).counts.unknown).toBe(2);
    const early = await createEvent({ organiserIds: [ines.id], inHours: 5 });
    const { signUpId: soon } = await join(nadia, early.shiftId);
    await expect(note(soon, "present")).rejects.toMatchObject({ reason: "too_early_for_attendance" });
    await expect(note((await join(jules, early.shiftId)).signUpId, "present")).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("says who confirmed that she comes, and who waits, in order", async () => {
    const event = await createEvent({ organiserIds: [ines.id], maximum: 1, inHours: 20 });
    const { signUpId } = await join(nadia, event.shiftId);
    expect((await placesOf(nadia, event.id)).shifts[0]?.mine?.asked).toBe(false); // she has just said it
    await db.signUp.update({ where: { id: signUpId }, data: { signedUpAt: new Date(0) } });
    const waiting = [await join(jules, event.shiftId), await join(ines, event.shiftId)];
    expect((await placesOf(nadia, event.id)).shifts[0]?.mine?.asked).toBe(true);
    await participation.confirmComing(await as(nadia), { signUpId });
    expect((await placesOf(nadia, event.id)).shifts[0]?.mine).toMatchObject({ asked: false, confirmed: true });
    const [shift] = (await participation.getAttendance((await as(ines)).actor, event.id)).shifts;
    expect(shift?.attendees).toMatchObject([{ name: "Nadia Mercier", confirmed: true }]);
    expect(shift?.waiting.map((one) => one.signUpId)).toEqual(waiting.map((one) => one.signUpId));
    const noPlace = participation.confirmComing(await as(jules), { signUpId: waiting[0]?.signUpId ?? "" });
    await expect(noPlace).rejects.toMatchObject({ reason: "nothing_to_confirm" });
  });

  it("has its own sign-ups only: another’s are absent", async () => {
    const event = await createEvent();
    const { signUpId } = await join(nadia, event.shiftId);
    const { leaveShift, acceptOffer, confirmComing } = participation;
    for (const act of [leaveShift, acceptOffer, confirmComing])
      expect(await outcomeOf(act(await as(jules), { signUpId }))).toBe("not_found");
    expect(await outcomeOf(participation.changeSize(await as(jules), { signUpId, size: 2 }))).toBe("not_found");
    expect(await stateOf(signUpId)).toBe("in");
  });
});
