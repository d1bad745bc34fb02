import { createEvent } from "@tests/support/events-world.ts";
import { fc } from "@tests/support/properties.ts";
import { inTransaction } from "@tests/support/shifts-world.ts";
import { createPerson, outcomeOf } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  changeSignUpSize,
  confirmOffer,
  leaveEverything,
  leavePlace,
  OFFER_MS,
  reshapeShifts,
  settleShift,
  takePlace,
} from "@/features/shifts/index.ts";
import { db } from "@/platform/db/client.ts";

const PEOPLE = 6;
const HOUR = 3_600_000;
/** The event begins so many hours after the first act: histories cross the last day, its beginning and its end. */
const BEGINS = 72;
const ENDS = 74;

const person = fc.nat({ max: PEOPLE - 1 });
const size = fc.constantFrom(1, 1, 2);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("join" as const), who: person, size }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("leave" as const), who: person }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("confirm" as const), who: person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("resize" as const), who: person, size }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("capacity" as const),
      maximum: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("suspend" as const), who: person }) },
);
type Act = typeof act extends fc.Arbitrary<infer Shape> ? Shape : never;
const history = fc.record({
  maximum: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }),
  acts: fc.array(act, { minLength: 5, maxLength: 30 }),
});

type Place = { who: number; size: number; state: "in" | "offered" | "waiting"; arrival: number; until: number };

/** The law of places told again, without SQL: a list of who is there, the hour, and the maximum. */
class Model {
  places: Place[] = [];
  hour = 0;
  arrivals = 0;
  constructor(public maximum: number | null) {}

  of = (who: number) => this.places.find((place) => place.who === who);
  taken = () => this.places.reduce((sum, { state, size: places }) => sum + (state === "waiting" ? 0 : places), 0);
  queue = () => this.places.filter(({ state }) => state === "waiting").sort((a, b) => a.arrival - b.arrival);
  fits = (places: number) => this.maximum === null || this.taken() + places <= this.maximum;
  drop = (who: number) => {
    this.places = this.places.filter((place) => place.who !== who);
  };

  promote() {
    if (this.hour >= ENDS) return;
    for (const head of this.queue()) {
      if (!this.fits(head.size)) return;
      head.state = BEGINS - this.hour < 24 ? "in" : "offered";
      head.until = this.hour + 24;
    }
  }

  settle() {
    this.places = this.places.filter(({ state, until }) => state !== "offered" || until > this.hour);
    this.promote();
  }

  /** What the engine must answer, and the state after it. */
  apply(done: Act): string {
    const mine = "who" in done ? this.of(done.who) : undefined;
    switch (done.kind) {
      case "join": {
        if (this.hour >= ENDS || (this.maximum !== null && done.size > this.maximum) || mine) return "conflict";
        const state = this.queue().length === 0 && this.fits(done.size) ? "in" : "waiting";
        this.arrivals += 1;
        this.places.push({ who: done.who, size: done.size, state, arrival: this.arrivals, until: 0 });
        return "ok";
      }
      case "leave":
        this.drop(done.who);
        if (mine) this.promote();
        return "ok";
      case "suspend":
        // Of what is over, that she came stays.
        if (this.hour >= ENDS && mine?.state === "in") return "ok";
        this.drop(done.who);
        if (mine) this.promote();
        return "ok";
      case "confirm":
        if (mine?.state === "in") return "ok";
        if (!mine || mine.state === "waiting" || mine.until <= this.hour) return "conflict";
        mine.state = "in";
        return "ok";
      case "resize": {
        if (!mine) return "conflict";
        const more = done.size - mine.size;
        if (more === 0) return "ok";
        if (this.maximum !== null && done.size > this.maximum) return "conflict";
        if (mine.state !== "waiting" && more > 0 && (this.queue().length > 0 || !this.fits(more))) return "conflict";
        mine.size = done.size;
        this.promote();
        return "ok";
      }
      case "capacity": {
        const before = structuredClone(this.places);
        this.settle();
        if (done.maximum !== null && done.maximum < this.taken()) {
          this.places = before; // refused: nothing of it happened
          return "conflict";
        }
        this.maximum = done.maximum;
        for (const place of this.queue()) place.size = Math.min(place.size, done.maximum ?? 2);
        this.settle();
        return "ok";
      }
      case "wait":
        this.hour += done.hours;
        this.settle();
        return "ok";
    }
  }
}

describe("places over any history", () => {
  let members: string[];

  beforeAll(async () => {
    members = [];
    for (let n = 0; n < PEOPLE; n++) members.push((await createPerson(`Membre ${n}`)).id);
  });

  /** Plays one act on the engine, as commands and jobs do, each in a transaction of its own. */
  async function play(shift: { id: string; eventId: string; start: Date }, now: Date, done: Act): Promise<string> {
    const memberId = "who" in done ? (members[done.who] ?? "") : "";
    const hers = { shiftId: shift.id, memberId, state: { not: "left" as const } };
    const signUpId = (await db.signUp.findFirst({ where: hers, select: { id: true } }))?.id ?? "absent";
    return outcomeOf(
      inTransaction(async (tx, record) => {
        const at = { now, record };
        switch (done.kind) {
          case "join":
            return takePlace(tx, { shiftId: shift.id, who: { memberId }, size: done.size, ...at });
          case "leave":
            return leavePlace(tx, { signUpId, because: "cancelled", ...at });
          case "confirm":
            return confirmOffer(tx, { signUpId, ...at });
          case "resize":
            return changeSignUpSize(tx, { signUpId, size: done.size, ...at });
          case "suspend":
            return leaveEverything(tx, { memberId, because: "suspended", ...at });
          case "wait":
            return settleShift(tx, { shiftId: shift.id, ...at });
          case "capacity": {
            const endsAt = new Date(shift.start.getTime() + ENDS * HOUR);
            const startsAt = new Date(shift.start.getTime() + BEGINS * HOUR);
            const plan = { id: shift.id, label: "", startsAt, endsAt, needed: 0, maximum: done.maximum };
            return reshapeShifts(tx, { eventId: shift.eventId, plans: [plan], ...at });
          }
        }
      }),
    );
  }

  it("never pass the maximum, keep the order, put nobody in twice, and promote at once", {
    timeout: 300_000,
  }, async () => {
    expect(OFFER_MS).toBe(24 * HOUR);
    const run = async ({ maximum, acts }: { maximum: number | null; acts: readonly Act[] }) => {
      const event = await createEvent({ maximum, inHours: BEGINS });
      const start = new Date(event.startsAt.getTime() - BEGINS * HOUR);
      const shift = { id: event.shiftId, eventId: event.id, start };
      const model = new Model(maximum);
      for (const [step, done] of acts.entries()) {
        const hour = done.kind === "wait" ? model.hour + done.hours : model.hour;
        const answer = await play(shift, new Date(start.getTime() + hour * HOUR), done);
        const say = `${step}: ${JSON.stringify(done)}`;
        expect(`${say} ${answer}`).toBe(`${say} ${model.apply(done)}`);
        const row = await db.shift.findUniqueOrThrow({
          where: { id: shift.id },
          include: { signUps: { where: { state: { not: "left" } }, orderBy: { arrival: "asc" } } },
        });
        // The same people, the same places, in the same order.
        const found = row.signUps.map((one) => [members.indexOf(one.memberId ?? ""), one.state, one.size]);
        const wanted = model.places.sort((a, b) => a.arrival - b.arrival).map((one) => [one.who, one.state, one.size]);
        expect([say, found]).toEqual([say, wanted]);
        // What holds whatever the model says.
        const held = row.signUps.filter(({ state }) => state !== "waiting");
        const taken = held.reduce((sum, one) => sum + one.size, 0);
        expect(row.taken).toBe(taken);
        expect(taken).toBeLessThanOrEqual(row.maximum ?? taken);
        expect(new Set(row.signUps.map(({ memberId }) => memberId)).size).toBe(row.signUps.length);
        const head = row.signUps.find(({ state }) => state === "waiting");
        if (head && model.hour < ENDS) expect(taken + head.size).toBeGreaterThan(row.maximum ?? 0);
        if (head && row.maximum === null) expect(model.hour).toBeGreaterThanOrEqual(ENDS);
      }
    };
    await fc.assert(fc.asyncProperty(history, run), { numRuns: 60 });
  });
});
