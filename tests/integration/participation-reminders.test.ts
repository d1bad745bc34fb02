import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, outcomeOf, refusalOf, suspendInTheDatabase, withoutLimits } from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { zonedMoment } from "@/core/zoned-time.ts";
import {
  askAsGuest,
  confirmAsGuest,
  confirmByLink,
  getReminderPage,
  leaveByLink,
} from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { Mail } from "@/platform/mail.ts";
import {
  addressesOf,
  composeParticipation,
  deliver,
  leave,
  runJob,
  sent,
  signUp,
  textOf,
  tokenOf,
} from "./participation-world.ts";

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const HOUR = 3_600_000;
const ZONE = "Europe/Paris";
beforeAll(async () => {
  withoutLimits();
  await composeParticipation();
});
beforeEach(async () => {
  await db.$executeRaw(sql`delete from pgboss.job`);
  await db.$executeRaw(sql`update event set stage = 'draft'`); // those of other tests are nobody's
});
afterEach(() => vi.restoreAllMocks());

/** The wall clock of the tests, in the zone of the event. */
function at(field: string, zone = ZONE): Date {
  const moment = zonedMoment(field, zone);
  if (!moment) throw new Error(field);
  vi.spyOn(clock, "now").mockReturnValue(moment);
  return moment;
}
/** An event at an hour of its zone, told before anybody signs up. */
async function eventAt(field: string, options: Parameters<typeof createEvent>[0] & { zone?: string } = {}) {
  const { zone = ZONE, ...rest } = options;
  const startsAt = zonedMoment(field, zone) as Date;
  const event = await createEvent(rest);
  const endsAt = new Date(startsAt.getTime() + 2 * HOUR);
  await db.event.update({ where: { id: event.id }, data: { startsAt, endsAt, zone } });
  await db.shift.update({ where: { id: event.shiftId }, data: { startsAt, endsAt } });
  return { ...event, startsAt, endsAt };
}
async function remind(): Promise<Mail[]> {
  await runJob("participation.remind");
  return deliver();
}

describe("the reminder of the day before", () => {
  it("leaves between 30 and 16 hours before, at a decent hour there, once", async () => {
    at("2027-03-01T10:00");
    const event = await eventAt("2027-03-13T07:30");
    const nadia = await createPerson("Nadia Matinale");
    await signUp(nadia, event.shiftId);
    for (const early of ["2027-03-12T01:00", "2027-03-12T08:50"]) {
      at(early);
      expect(await remind()).toEqual([]);
    }
    at("2027-03-12T09:00");
    const [mail, ...others] = await remind();
    expect(others).toEqual([]);
    expect(mail?.to).toBe(nadia.email);
    expect(textOf(mail as Mail)).toMatch(/samedi\s13\smars, de 7\sh\s30 à 9\sh\s30/);
    at("2027-03-12T09:10");
    expect(await remind()).toEqual([]);
  });

  it("leaves for what begins in the middle of the night, too, the day before", async () => {
    at("2027-02-01T10:00");
    const events = await Promise.all(["02:00", "02:30", "03:00", "03:30"].map((hour) => eventAt(`2027-02-10T${hour}`)));
    for (const { shiftId } of events) await signUp(await createPerson("Nadia Nocturne"), shiftId);
    const told = new Set<string>();
    for (const hour of ["09:00", "09:50", "10:10"]) {
      at(`2027-02-09T${hour}`);
      for (const { to } of await remind()) told.add(to);
    }
    expect(told.size).toBe(4);
  });

  it("keeps to the hours of an overseas zone", async () => {
    at("2027-03-01T10:00");
    const event = await eventAt("2027-03-13T10:00", { zone: "Indian/Reunion" });
    await signUp(await createPerson("Nadia Lointaine"), event.shiftId);
    at("2027-03-12T08:30", "Indian/Reunion");
    expect(await remind()).toEqual([]);
    at("2027-03-12T09:30", "Indian/Reunion");
    const [mail] = await remind();
    expect(textOf(mail as Mail)).toContain("heure locale");
  });

  it("goes to guests with a way to change, not to who waits, left, is suspended or signed up since", async () => {
    at("2027-04-01T10:00");
    const event = await eventAt("2027-04-10T15:00", { audience: "everyone", maximum: 4 });
    const [suspended, gone] = [await createPerson("Sylvie Suspendue"), await createPerson("Gaël Parti")];
    const { signUpId } = await signUp(gone, event.shiftId);
    await leave(signUpId);
    await signUp(suspended, event.shiftId);
    await suspendInTheDatabase(suspended.id);
    const email = `${newId()}@example.org`;
    const { id: eventId, shiftId } = event;
    await askAsGuest({ actor: visitor }, { eventId, shiftId, name: "Vera", email, consent: "oui" });
    await confirmAsGuest({ actor: visitor }, { token: tokenOf((await deliver())[0]) });
    await deliver();
    at("2027-04-09T10:00");
    await signUp(await createPerson("Lise Tardive"), shiftId); // 29 hours before
    await signUp(await createPerson("Ines Dernière"), shiftId);
    await signUp(await createPerson("Wanda Attend"), shiftId);
    await deliver();
    at("2027-04-09T11:00");
    const mails = await remind();
    expect(addressesOf(mails)).toEqual([email]);
    expect(mails[0]?.smallLink?.path).toMatch(/^\/evenements\/invite\//);
  });

  it("is taken once by two processes at once", async () => {
    at("2027-05-01T10:00");
    const event = await eventAt("2027-05-08T15:00");
    for (let number = 0; number < 12; number++) await signUp(await createPerson(`Nadia ${number}`), event.shiftId);
    at("2027-05-07T12:00");
    await Promise.all([1, 2, 3].map(() => runJob("participation.remind")));
    const rows = await db.$queryRaw<{ id: string }[]>(sql`
      select data->>'signUpId' as id from pgboss.job where name = 'participation.write'`);
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(12);
  });

  it("is said again when the event moves to another day", async () => {
    at("2027-06-01T10:00");
    const event = await eventAt("2027-06-12T15:00");
    await signUp(await createPerson("Nadia Patiente"), event.shiftId);
    at("2027-06-11T12:00");
    expect(await remind()).toHaveLength(1);
    const startsAt = new Date(event.startsAt.getTime() + 48 * HOUR);
    const endsAt = new Date(startsAt.getTime() + 2 * HOUR);
    await db.shift.update({ where: { id: event.shiftId }, data: { startsAt, endsAt } });
    await db.signUp.updateMany({ where: { shiftId: event.shiftId }, data: { remindedDayAt: null } }); // as a move does
    at("2027-06-13T12:00");
    expect(await remind()).toHaveLength(1);
  });
});

describe("the reminder of two hours before", () => {
  it("says where, whom to call and what to bring, at any hour, once; the phone to members alone", async () => {
    at("2027-03-01T10:00");
    const event = await eventAt("2027-03-20T07:00", { audience: "everyone" });
    const [nadia, contact] = [await createPerson("Nadia Matinale"), await createPerson("Claire Contact")];
    await db.event.update({ where: { id: event.id }, data: { meetingPoint: "devant la halle" } });
    await db.eventContact.create({
      data: {
        eventId: event.id,
        memberId: contact.id,
        phone: "+33612345678",
        consentedAt: clock.now(),
        askedAt: clock.now(),
      },
    });
    const item = newId();
    await db.eventItem.create({ data: { id: item, eventId: event.id, label: "Gilets", quantity: 4, position: 0 } });
    await db.eventItemClaim.create({ data: { itemId: item, memberId: nadia.id, quantity: 1, claimedAt: clock.now() } });
    await signUp(nadia, event.shiftId);
    const email = `${newId()}@example.org`;
    const { id: eventId, shiftId } = event;
    await askAsGuest({ actor: visitor }, { eventId, shiftId, name: "Vera", email, consent: "oui" });
    await confirmAsGuest({ actor: visitor }, { token: tokenOf((await deliver())[0]) });
    await deliver();
    at("2027-03-20T04:50");
    expect(await remind()).toEqual([]);
    at("2027-03-20T05:10");
    const mails = await remind();
    expect(addressesOf(mails)).toEqual([nadia.email, email].sort());
    const [toMember, toGuest] = [nadia.email, email].map((to) => textOf(mails.find((mail) => mail.to === to) as Mail));
    expect(toMember).toContain("devant la halle");
    expect(toMember).toContain("Claire Contact, +33612345678");
    expect(toMember).toContain("Tu apportes\u00a0: Gilets");
    expect(toMember).toContain("Gilets (3)");
    expect(toGuest).toContain("devant la halle");
    expect(toGuest).not.toContain("33612345678");
    expect(toGuest).not.toContain("Claire");
    expect(await remind()).toEqual([]);
  });

  it("keeps the phone back from who is blocked, and without consent", async () => {
    at("2027-03-01T10:00");
    const event = await eventAt("2027-03-21T10:00");
    const [nadia, contact] = [await createPerson("Nadia Bloquée"), await createPerson("Claire Contact")];
    await signUp(nadia, event.shiftId);
    await db.eventContact.create({
      data: {
        eventId: event.id,
        memberId: contact.id,
        phone: "+33612345678",
        consentedAt: clock.now(),
        askedAt: clock.now(),
      },
    });
    await db.block.create({ data: { blockerId: contact.id, blockedId: nadia.id, blockedAt: clock.now() } });
    at("2027-03-21T08:30");
    const [mail] = await remind();
    expect(mail?.to).toBe(nadia.email);
    expect(textOf(mail as Mail)).not.toContain("33612345678");
  });
});

describe("answering a reminder by its link", () => {
  const as = { actor: visitor };
  async function linked(options: Parameters<typeof createEvent>[0] = {}) {
    at("2027-09-01T10:00");
    const event = await eventAt("2027-09-11T15:00", options);
    const nadia = await createPerson("Nadia Rappelée");
    const { signUpId } = await signUp(nadia, event.shiftId);
    at("2027-09-10T12:00");
    const [mail] = await remind();
    return { event, nadia, signUpId, token: tokenOf(mail) };
  }
  const rowOf = (id: string) => db.signUp.findUniqueOrThrow({ where: { id } });

  it("confirms signed out, by a button and not by reading; twice is once", async () => {
    const { signUpId, token, event } = await linked();
    expect(await getReminderPage(token)).toMatchObject({
      state: "in",
      confirmed: false,
      can: { confirm: true, leave: true },
    });
    expect((await rowOf(signUpId)).confirmedAt).toBeNull();
    await Promise.all([confirmByLink(as, { token }), confirmByLink(as, { token })]);
    expect((await rowOf(signUpId)).confirmedAt).toEqual(clock.now());
    expect(await getReminderPage(token)).toMatchObject({ confirmed: true, can: { confirm: false, leave: true } });
    const facts = await db.$queryRaw<unknown[]>(sql`
      select 1 from fact where name = 'reminder.confirmed' and ids->>'eventId' = ${event.id}`);
    expect(facts).toHaveLength(1);
  });

  it("gives the place up, and whoever waits has it", async () => {
    const { event, signUpId, token } = await linked({ maximum: 1 });
    const next = await signUp(await createPerson("Wanda Attend"), event.shiftId);
    await leaveByLink(as, { token });
    await leaveByLink(as, { token });
    expect(await rowOf(signUpId)).toMatchObject({ state: "left", leftBecause: "cancelled" });
    expect((await rowOf(next.signUpId)).state).toBe("offered");
    expect(await getReminderPage(token)).toMatchObject({ state: "left", can: { confirm: false, leave: false } });
    expect(await refusalOf(confirmByLink(as, { token }))).toMatchObject({ reason: "not_signed_up" });
  });

  it("is bound to one sign-up: another’s id, another purpose, a changed letter open nothing", async () => {
    const { token, signUpId } = await linked();
    const other = await linked();
    const forged = [other.signUpId + token.slice(12), signUpId + "0".repeat(26), `${token}0`, token.slice(1), ""];
    for (const bad of forged) {
      expect(await outcomeOf(getReminderPage(bad))).toBe("not_found");
      expect(await outcomeOf(leaveByLink(as, { token: bad }))).toBe("not_found");
    }
    expect((await rowOf(other.signUpId)).state).toBe("in");
  });

  it("closes with the account, and with the event; a cancelled one says so", async () => {
    const { nadia, token, event } = await linked();
    await db.event.update({ where: { id: event.id }, data: { stage: "cancelled" } });
    expect(await getReminderPage(token)).toMatchObject({
      event: { cancelled: {} },
      can: { confirm: false, leave: false },
    });
    expect(await refusalOf(confirmByLink(as, { token }))).toMatchObject({ reason: "event_cancelled" });
    await db.event.update({ where: { id: event.id }, data: { stage: "published" } });
    await db.suspension.create({
      data: { id: newId(), memberId: nadia.id, reason: "Règle 2.", beginsAt: clock.now() },
    });
    expect(await outcomeOf(getReminderPage(token))).toBe("not_found");
    expect(await outcomeOf(leaveByLink(as, { token }))).toBe("not_found");
  });
});
