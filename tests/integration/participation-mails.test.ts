import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { eventCancelled, eventChanged } from "@/features/events/index.ts";
import { askAsGuest, confirmAsGuest } from "@/features/participation/index.ts";
import { leaveAll } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import { forgetClaims } from "@/platform/mail-claims.ts";
import {
  addressesOf,
  composeParticipation,
  deliver,
  leave,
  recorded,
  runJob,
  sent,
  signUp,
  textOf,
  tokenOf,
} from "./participation-world.ts";

/** What the mail server does with the next messages: nothing says that it takes them. */
const server = { next: [] as (object | null)[] };
vi.mock("@/platform/mail.ts", () => ({
  sendMail: async (mail: Mail) => {
    const fault = server.next.shift();
    // What was sent before the connection broke may have arrived.
    if (!fault || "after" in fault) sent.push(mail);
    if (fault) throw Object.assign(new Error("mail server"), fault);
  },
}));

const HOUR = 3_600_000;
let nadia: Person;
let jules: Person;
let organiser: Person;
beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
  nadia = await createPerson("Nadia Présente");
  jules = await createPerson("Jules Présent");
  organiser = await createPerson("Odile Organise", { adherent: true });
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from pgboss.job`);
  await db.$executeRaw(sql`delete from mail_claim`);
  server.next = [];
  sent.length = 0;
});
afterEach(() => vi.restoreAllMocks());

type Event = Awaited<ReturnType<typeof createEvent>>;
/** A guest who has confirmed: her address. */
async function guestOf(event: Event): Promise<string> {
  const email = `${newId()}@example.org`;
  const { id: eventId, shiftId } = event;
  await askAsGuest({ actor: visitor }, { eventId, shiftId, name: "Vera Visiteuse", email, consent: "oui" });
  await confirmAsGuest({ actor: visitor }, { token: tokenOf((await deliver())[0]) });
  await deliver();
  return email;
}

/** Changes an event as its command does: the row, the fact, once. */
async function change(event: Event, data: object, before: object, options: { told?: boolean; byId?: string } = {}) {
  const changeId = newId();
  await recorded(async ({ tx, record }) => {
    await tx.event.update({ where: { id: event.id }, data });
    await tx.eventChange.create({
      data: {
        ...{ id: changeId, eventId: event.id, kind: "changed", fields: Object.keys(data), before },
        ...{ told: options.told ?? true, byId: options.byId ?? null, at: clock.now() },
      },
    });
    record(eventChanged({ eventId: event.id, changeId }));
  });
  return changeId;
}

async function cancel(event: Event, reason: string) {
  await recorded(async ({ tx, record }) => {
    const now = clock.now();
    await leaveAll(tx, { eventId: event.id, because: "event_cancelled", now, record });
    await tx.event.update({ where: { id: event.id }, data: { stage: "cancelled" } });
    await tx.eventChange.create({ data: { id: newId(), eventId: event.id, kind: "cancelled", reason, at: now } });
    record(eventCancelled({ eventId: event.id }));
  });
}

describe("mails about a place", () => {
  it("say nothing of a place that one took oneself, and that one waits", async () => {
    const event = await createEvent({ maximum: 1 });
    await signUp(nadia, event.shiftId);
    expect(await deliver()).toEqual([]);
    await signUp(jules, event.shiftId);
    const [mail, ...others] = await deliver();
    expect(others).toEqual([]);
    expect(mail?.to).toBe(jules.email);
    expect(mail?.subject).toContain("liste d’attente");
    expect(mail?.link?.path).toBe(`/evenements/${event.id}-${event.slug}`);
  });

  it("offer a place with its last hour, to the first of the queue alone", async () => {
    const event = await createEvent({ maximum: 1 });
    const held = await signUp(nadia, event.shiftId);
    await signUp(jules, event.shiftId);
    await signUp(organiser, event.shiftId);
    await deliver();
    await leave(held.signUpId);
    const [mail, ...others] = await deliver();
    expect(others).toEqual([]);
    expect(mail?.to).toBe(jules.email);
    expect(textOf(mail as Mail)).toMatch(/gardée pour toi jusqu’au \d+(?:er)?\s\S+\s\d{4}\sà\s\d+\sh/);
    expect(mail?.link?.path).toMatch(/^\/evenements\/rappel\/[0-9a-z]{38}$/);
  });

  it("tell at once who is put in when little time is left", async () => {
    const event = await createEvent({ maximum: 1, inHours: 5 });
    const held = await signUp(nadia, event.shiftId);
    await signUp(jules, event.shiftId);
    await deliver();
    await leave(held.signUpId);
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([jules.email]);
    expect(mails[0]?.subject).toContain("Tu as une place");
  });

  it("tell who was removed, with the organiser’s word; who left by herself reads nothing", async () => {
    const event = await createEvent();
    const removed = await signUp(nadia, event.shiftId);
    const left = await signUp(jules, event.shiftId);
    await leave(left.signUpId);
    await leave(removed.signUpId, "removed");
    await db.signUp.update({ where: { id: removed.signUpId }, data: { leftWords: "Nous sommes déjà trop nombreux." } });
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([nadia.email]);
    expect(textOf(mails[0] as Mail)).toContain("déjà trop nombreux");
  });

  it("are not written to who is suspended, nor about what is no longer so when they leave", async () => {
    const event = await createEvent({ maximum: 1 });
    const troubled = await createPerson("Tom Trouble");
    await signUp(nadia, event.shiftId);
    await signUp(troubled, event.shiftId);
    await suspendInTheDatabase(troubled.id);
    const waiting = await signUp(jules, event.shiftId);
    await leave(waiting.signUpId);
    expect(await deliver()).toEqual([]);
  });
});

describe("mails about an event", () => {
  it("say what changed, before and after, once, to who comes and not to who waits, left, or changed it", async () => {
    const event = await createEvent({ audience: "everyone", maximum: 3, organiserIds: [organiser.id] });
    await signUp(nadia, event.shiftId);
    await signUp(organiser, event.shiftId);
    const guest = await guestOf(event);
    await signUp(jules, event.shiftId); // waits
    await deliver();
    const startsAt = new Date(event.startsAt.getTime() + 30 * 60_000);
    const changeId = await change(
      event,
      { startsAt, meetingPoint: "devant la fontaine" },
      { startsAt: event.startsAt.toISOString(), meetingPoint: "devant la halle" },
      { byId: organiser.id },
    );
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([nadia.email, guest].sort());
    for (const mail of mails) {
      expect(textOf(mail)).toContain("devant la halle → devant la fontaine");
      expect(textOf(mail)).toMatch(/Quand\s: .+ → \S+ /);
    }
    expect(mails.find(({ to }) => to === guest)?.link?.path).toMatch(/^\/evenements\/invite\//);
    // Told again by a retry of the queue: nobody gets two.
    await runJob("participation.tell-changed", { eventId: event.id, changeId });
    expect(await deliver()).toEqual([]);
  });

  it("tell of two quick changes each its own", async () => {
    const event = await createEvent();
    await signUp(nadia, event.shiftId);
    await change(event, { meetingPoint: "au pont" }, { meetingPoint: "à la halle" });
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 1000));
    await change(event, { meetingPoint: "à la gare" }, { meetingPoint: "au pont" });
    const told = (await deliver()).map(textOf).sort();
    expect(told).toHaveLength(2);
    expect(told.filter((text) => text.includes("à la halle → au pont"))).toHaveLength(1);
    expect(told.filter((text) => text.includes("au pont → à la gare"))).toHaveLength(1);
  });

  it("stay unsaid where the organiser chose so", async () => {
    const event = await createEvent();
    await signUp(nadia, event.shiftId);
    await change(event, { description: "Plus claire." }, { description: "" }, { told: false });
    expect(await deliver()).toEqual([]);
  });

  it("tell of a cancellation with its reason, once to each person, guests and those who waited too", async () => {
    const event = await createEvent({ audience: "everyone", maximum: 2 });
    const other = newId();
    const { startsAt, endsAt } = event;
    await db.shift.create({ data: { id: other, eventId: event.id, startsAt, endsAt } });
    await signUp(nadia, event.shiftId);
    await signUp(nadia, other); // on both: one mail
    const guest = await guestOf(event);
    await signUp(jules, event.shiftId); // waits
    await deliver();
    await cancel(event, "Alerte orange aux orages.");
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([nadia.email, jules.email, guest].sort());
    for (const mail of mails) expect(textOf(mail)).toContain("Alerte orange");
    await runJob("participation.tell-cancelled", { eventId: event.id });
    expect(await deliver()).toEqual([]);
  });

  it("are not written about what moderation has hidden", async () => {
    const event = await createEvent();
    await signUp(nadia, event.shiftId);
    await change(event, { meetingPoint: "au pont" }, { meetingPoint: "" });
    await db.event.update({ where: { id: event.id }, data: { hiddenAt: clock.now() } });
    expect(await deliver()).toEqual([]);
  });
});

describe("a mail server that fails", () => {
  const waiting = async () => {
    const event = await createEvent({ maximum: 1 });
    await signUp(nadia, event.shiftId);
    const { signUpId } = await signUp(jules, event.shiftId);
    await db.$executeRaw(sql`delete from pgboss.job`);
    return () => runJob("participation.write", { kind: "waiting", signUpId });
  };

  it("is asked again when it surely took nothing", async () => {
    const write = await waiting();
    server.next = [{ code: "ECONNREFUSED" }, { responseCode: 451 }];
    await expect(write()).rejects.toThrow();
    await expect(write()).rejects.toThrow();
    await write();
    await write();
    expect(addressesOf(sent)).toEqual([jules.email]);
  });

  it("is not asked again when the message may have left", async () => {
    const write = await waiting();
    server.next = [{ code: "ETIMEDOUT", after: true }];
    await write();
    await write();
    expect(sent).toHaveLength(1);
  });

  it("gets one mail from two processes at once", async () => {
    const write = await waiting();
    await Promise.all([write(), write(), write()]);
    expect(sent).toHaveLength(1);
  });
});

describe("what is kept of mails", () => {
  it("names nobody, and goes after a month", async () => {
    const event = await createEvent({ maximum: 1 });
    await signUp(nadia, event.shiftId);
    await signUp(jules, event.shiftId);
    await deliver();
    const kept = await db.mailClaim.findMany();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(jules.id);
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 31 * 24 * HOUR));
    await forgetClaims();
    expect(await db.mailClaim.count()).toBe(0);
  });
});
