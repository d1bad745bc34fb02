import { outcomeOf, refusalOf, withoutLimits } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { jobs } from "@/composition.ts";
import { zonedField } from "@/core/zoned-time.ts";
import {
  cancelEvent,
  changeEvent,
  discardEvent,
  duplicateEvent,
  findLastOfKind,
  getEvent,
  getEventToEdit,
  getNewEvent,
  setEventCover,
} from "@/features/events/index.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { actorOfMember } from "@/platform/session.ts";
import { as, createAs, dayIn, type EventsCast, eventsCast, factsOf, leafleting, signUp } from "./events-cast.ts";

let people: EventsCast;
beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  people = await eventsCast();
});

const shiftsOf = (eventId: string) =>
  db.shift.findMany({ where: { eventId, removedAt: null }, orderBy: { startsAt: "asc" } });
const changesOf = (eventId: string) =>
  db.eventChange.findMany({ where: { eventId, kind: "changed" }, orderBy: { at: "asc" } });

/** What the form of this event holds, with its shifts by id. */
async function held(eventId: string) {
  const { kind: _, scope: __, ...content } = leafleting();
  const [first, last] = await shiftsOf(eventId);
  const numbers = { needed: 4, maximum: 6 };
  return {
    ...content,
    eventId,
    shifts: [
      { id: first?.id ?? null, label: "Équipe de la halle", from: "09:00", to: "10:30", ...numbers },
      { id: last?.id ?? null, label: "", from: "10:30", to: "12:00", ...numbers },
    ],
  };
}
const change = async (who: keyof EventsCast, eventId: string, more: object = {}) =>
  changeEvent(await as(people[who]), { ...(await held(eventId)), ...more });

describe("changing an event", () => {
  it("writes one line and one fact for one save, with what it was; another hour is always told", async () => {
    const { id } = await createAs(people.leader);
    const was = await getEvent(await actorOfMember(people.leader.id), id);
    const { shifts } = await held(id);
    const moved = shifts.map((shift, index) => (index === 0 ? { ...shift, from: "08:30" } : shift));
    await change("leader", id, { shifts: moved, title: "Tractage place de Jaude" });
    const lines = await changesOf(id);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields.sort()).toEqual(["hours", "startsAt", "title"]);
    expect(lines[0]?.told).toBe(true);
    expect(lines[0]?.before).toMatchObject({
      title: "Tractage au marché Saint-Pierre",
      startsAt: new Date(was.startsAt).toISOString(),
    });
    expect(await factsOf(id)).toEqual(["event.published", "event.changed"]);
    const event = await db.event.findUniqueOrThrow({ where: { id } });
    expect(event).toMatchObject({ sequence: 1, slug: "tractage-place-de-jaude" });
    expect(zonedField(event.startsAt, event.zone).slice(11)).toBe("08:30");
  });

  it("tells of the rest only when one chose it, and nothing when nothing changed", async () => {
    const { id } = await createAs(people.leader);
    await change("leader", id);
    expect(await changesOf(id)).toEqual([]);
    await change("leader", id, { description: "On se retrouve au café." });
    await change("leader", id, { description: "On se retrouve au bar.", tell: true });
    await change("leader", id, { description: "On se retrouve au bar.", meetingPoint: "Devant la halle" });
    expect((await changesOf(id)).map(({ told, fields }) => [fields, told])).toEqual([
      [["description"], false],
      [["description"], true],
      [["meetingPoint"], true],
    ]);
  });

  it("keeps people on their shifts, and does not go under those who come", async () => {
    const { id } = await createAs(people.leader);
    const [first] = await shiftsOf(id);
    for (const who of ["adherent", "sympathiser"] as const) await signUp(people[who], first?.id ?? "");
    const { shifts } = await held(id);
    const smaller = (maximum: number) =>
      shifts.map((one, index) => (index === 0 ? { ...one, needed: 1, maximum } : one));
    expect(await refusalOf(change("leader", id, { shifts: smaller(1) }))).toMatchObject({ reason: "below_taken" });
    expect((await db.event.findUniqueOrThrow({ where: { id } })).sequence).toBe(0); // all or nothing
    await change("leader", id, { shifts: smaller(2).slice(0, 1) });
    expect((await shiftsOf(id)).map(({ taken, maximum }) => [taken, maximum])).toEqual([[2, 2]]);
    expect((await changesOf(id))[0]?.fields.sort()).toEqual(["endsAt", "hours", "places"]);
  });

  it("takes no shift of another event", async () => {
    const [mine, other] = [await createAs(people.leader), await createAs(people.leader)];
    const { shifts } = await held(other.id);
    expect(await outcomeOf(change("leader", mine.id, { shifts }))).toBe("conflict");
  });

  it("is for its organisers and those who answer for its place, until it is over or cancelled", async () => {
    const { id } = await createAs(people.adherent);
    for (const who of ["adherent", "leader", "federal"] as const)
      expect(await outcomeOf(change(who, id, { title: `Tractage de ${who}` }))).toBe("ok");
    expect(await outcomeOf(change("sympathiser", id))).toBe("forbidden");
    expect(await outcomeOf(change("stranger", id))).toBe("not_found");
    expect(await outcomeOf(getEventToEdit(await actorOfMember(people.sympathiser.id), id))).toBe("not_found");
    const { values } = await getEventToEdit(await actorOfMember(people.leader.id), id);
    expect(values).toMatchObject({ day: dayIn(5), "shifts.0.from": "09:00", "shifts.1.maximum": "6" });
    await cancelEvent(await as(people.leader), { eventId: id, reason: "Il va neiger." });
    expect(await refusalOf(change("leader", id, { title: "Encore" }))).toMatchObject({ reason: "event_cancelled" });
  });

  it("of a draft is nobody’s news", async () => {
    const { id } = await createAs(people.adherent, { stage: "draft" });
    await change("adherent", id, { meetingPoint: "Ailleurs" });
    expect((await changesOf(id))[0]?.told).toBe(false);
    expect(await factsOf(id)).toEqual(["event.created"]);
  });

  it("gives it a picture that only those who see it get", async () => {
    const image = { large: new Uint8Array([1, 2]), small: new Uint8Array([3]), width: 8, height: 8 };
    const { id } = await createAs(people.leader);
    expect(await outcomeOf(setEventCover(await as(people.sympathiser), { eventId: id, image }))).toBe("forbidden");
    await setEventCover(await as(people.leader), { eventId: id, image });
    const first = await db.event.findUniqueOrThrow({ where: { id } });
    await setEventCover(await as(people.leader), { eventId: id, image });
    expect(await db.image.count({ where: { id: first.coverId ?? "" } })).toBe(0);
    expect((await changesOf(id)).map(({ told }) => told)).toEqual([false, false]);
  });
});

describe("cancelling an event", () => {
  it("says why on its page, frees everybody, and records it once", async () => {
    const { id } = await createAs(people.leader);
    const [first] = await shiftsOf(id);
    await signUp(people.adherent, first?.id ?? "");
    expect(await outcomeOf(cancelEvent(await as(people.adherent), { eventId: id, reason: "Non." }))).toBe("forbidden");
    await cancelEvent(await as(people.leader), { eventId: id, reason: "Il va neiger." });
    expect(await getEvent(await actorOfMember(people.sympathiser.id), id)).toMatchObject({
      stage: "cancelled",
      cancelledBecause: "Il va neiger.",
    });
    const left = await db.signUp.findMany({ where: { shift: { eventId: id } } });
    expect(left.map(({ state, leftBecause }) => [state, leftBecause])).toEqual([["left", "event_cancelled"]]);
    expect(await factsOf(id)).toEqual(["event.published", "event.cancelled"]);
    expect((await db.event.findUniqueOrThrow({ where: { id } })).sequence).toBe(1);
    const again = cancelEvent(await as(people.leader), { eventId: id, reason: "Encore." });
    expect(await refusalOf(again)).toMatchObject({ reason: "event_cancelled" });
  });

  it("is not for what is over, nor for a draft, which goes away", async () => {
    const draft = await createAs(people.adherent, { stage: "draft", items: [{ label: "Tracts" }] });
    const published = await createAs(people.adherent);
    const cancel = async (eventId: string) => cancelEvent(await as(people.adherent), { eventId, reason: "Non merci." });
    expect(await outcomeOf(cancel(draft.id))).toBe("conflict");
    expect(await outcomeOf(discardEvent(await as(people.adherent), { eventId: published.id }))).toBe("conflict");
    expect(await outcomeOf(discardEvent(await as(people.sympathiser), { eventId: draft.id }))).toBe("not_found");
    await discardEvent(await as(people.adherent), { eventId: draft.id });
    expect(await outcomeOf(getEvent(await actorOfMember(people.adherent.id), draft.id))).toBe("not_found");
    const past = { startsAt: new Date("2026-01-01T09:00Z"), endsAt: new Date("2026-01-01T10:00Z") };
    await db.event.update({ where: { id: published.id }, data: past });
    expect(await refusalOf(cancel(published.id))).toMatchObject({ reason: "event_past" });
  });
});

describe("another event like this one", () => {
  it("is a draft of whoever copies it, a week later at the same hour, without those who come", async () => {
    const { id } = await createAs(people.adherent, { items: [{ label: "Tracts", quantity: 3 }] });
    const [first] = await shiftsOf(id);
    await signUp(people.sympathiser, first?.id ?? "");
    expect(await outcomeOf(duplicateEvent(await as(people.sympathiser), { eventId: id }))).toBe("forbidden");
    const copy = await duplicateEvent(await as(people.leader), { eventId: id });
    const [was, is] = await Promise.all(
      [id, copy.id].map(async (one) => getEvent(await actorOfMember(people.leader.id), one)),
    );
    expect(is).toMatchObject({ stage: "draft", organises: true, title: was?.title });
    const local = (at = 0) => zonedField(new Date(at), "Europe/Paris");
    expect(local(is?.startsAt)).toBe(`${dayIn(12)}${local(was?.startsAt).slice(10)}`);
    expect((await shiftsOf(copy.id)).map(({ taken, label }) => [taken, label])).toEqual([
      [0, "Équipe de la halle"],
      [0, ""],
    ]);
    expect(await db.eventItem.findMany({ where: { eventId: copy.id } })).toMatchObject([
      { label: "Tracts", quantity: 3 },
    ]);
  });

  it("begins as the last one of its kind in one’s places, at the next day of its week", async () => {
    const one = await eventsCast();
    await createAs(one.leader, { kind: "canvassing", title: "Porte-à-porte à la Gauthière", day: dayIn(2) });
    await createAs(one.stranger, {
      kind: "canvassing",
      scope: "national/03/03185",
      communeCode: "03185",
      day: dayIn(20),
    });
    const last = await findLastOfKind(await actorOfMember(one.adherent.id), "canvassing");
    expect(last?.values).toMatchObject({
      title: "Porte-à-porte à la Gauthière",
      day: dayIn(9),
      "shifts.0.from": "09:00",
    });
    // What took place comes before what is still to come, whatever a series has written ahead.
    const past = await createAs(one.leader, { kind: "canvassing", title: "Porte-à-porte de mardi" });
    const at = (days: number) => new Date(Date.parse(`${dayIn(days)}T08:00Z`));
    const moved = { startsAt: at(-3), endsAt: new Date(at(-3).getTime() + 3_600_000) };
    await db.event.update({ where: { id: past.id }, data: moved });
    const done = await findLastOfKind(await actorOfMember(one.adherent.id), "canvassing");
    expect(done?.values).toMatchObject({ title: "Porte-à-porte de mardi", day: dayIn(4) });
    expect(last?.values).not.toHaveProperty(["shifts.0.id"]);
    expect(await findLastOfKind(await actorOfMember(one.adherent.id), "phone_bank")).toBeNull();
    const actor = await actorOfMember(one.adherent.id);
    if (actor.kind !== "member") throw new Error("a member");
    expect(await getNewEvent(actor, { type: "canvassing", comme: "derniere" })).toMatchObject({ likeLast: true });
    expect(await getNewEvent(actor, { type: "canvassing" })).toMatchObject({
      likeLast: false,
      proposes: false,
      values: { title: "Porte-à-porte", commune: "Clermont-Ferrand (63)" },
    });
    expect(await getNewEvent(actor, { type: "autre" })).toMatchObject({ step: "kind" });
  });
});
