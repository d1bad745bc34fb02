import { createEvent } from "@tests/support/events-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  refusalOf,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getEventFile, getMemberFeed, getPlaceFeed, makeFeed } from "@/features/agenda/index.ts";
import { structuredData } from "@/features/agenda/structured-data.rules.ts";
import * as events from "@/features/events/index.ts";
import * as participation from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import type { Mail } from "@/platform/mail.ts";
import { callerOf, emptyQueue, occurrencesOf, people } from "./events-series-world.ts";
import { addressesOf, composeParticipation, deliver, sent, signUp, textOf, tokenOf } from "./participation-world.ts";
import { createProfile } from "./profiles-world.ts";

// What was tried against taking part, and worked.

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

const HOUR_MS = 3_600_000;
const WHY = "Le créneau est réservé aux équipes formées.";
const asVisitor = { actor: visitor };
let cast: Awaited<ReturnType<typeof people>>;
const as = (person: Person) => callerOf(person);
const organised = (options: Parameters<typeof createEvent>[0] = {}) =>
  createEvent({ organiserIds: [cast.organiser.id], ...options });
const join = async (person: Person, shiftId: string) => participation.joinShift(await as(person), { shiftId });

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  await composeParticipation();
  cast = await people();
});
beforeEach(() => emptyQueue());
afterEach(() => vi.restoreAllMocks());

describe("whoever an organiser took off the list", () => {
  async function removed(options: Parameters<typeof createEvent>[0] = {}) {
    const event = await organised(options);
    const { signUpId } = await join(cast.nadia, event.shiftId);
    await participation.removeSignUp(await as(cast.organiser), { signUpId, words: WHY });
    await deliver();
    return { event, signUpId };
  }
  const places = async (id: string) => participation.getPlaces((await as(cast.nadia)).actor, { id });
  const list = async (id: string) => participation.getAttendance((await as(cast.organiser)).actor, id);

  it("does not come back by herself, on no shift of that event; on others she does", async () => {
    const { event } = await removed();
    const other = newId();
    const { startsAt, endsAt } = event;
    await db.shift.create({ data: { id: other, eventId: event.id, startsAt, endsAt } });
    for (const shiftId of [event.shiftId, other])
      expect(await refusalOf(join(cast.nadia, shiftId))).toMatchObject({ code: "conflict", reason: "taken_off" });
    expect(await places(event.id)).toMatchObject({ takenOff: true, lost: { because: "removed", words: WHY } });
    expect((await list(event.id)).takenOff).toMatchObject([{ name: "Nadia Vient" }]);
    expect(await outcomeOf(join(cast.jules, event.shiftId))).toBe("ok");
    expect(await outcomeOf(join(cast.nadia, (await organised()).shiftId))).toBe("ok");
  });

  it("is let back in by who runs it, told so, once; by nobody else", async () => {
    const { event, signUpId } = await removed();
    expect(await outcomeOf(participation.restoreSignUp(await as(cast.nadia), { signUpId }))).toBe("not_found");
    expect(await outcomeOf(participation.restoreSignUp(await as(cast.jules), { signUpId }))).toBe("not_found");
    for (const _ of [1, 2]) await participation.restoreSignUp(await as(cast.organiser), { signUpId });
    const mails = await deliver();
    expect(addressesOf(mails)).toEqual([cast.nadia.email]);
    expect(mails[0]?.subject).toContain("Tu peux revenir");
    expect(await places(event.id)).toMatchObject({ takenOff: false });
    expect((await list(event.id)).takenOff).toEqual([]);
    expect(await outcomeOf(join(cast.nadia, event.shiftId))).toBe("ok");
    // Removed once more, she has to be let in once more.
    const again = await db.signUp.findFirstOrThrow({
      where: { shiftId: event.shiftId, memberId: cast.nadia.id, state: "in" },
    });
    await participation.removeSignUp(await as(cast.organiser), { signUpId: again.id, words: WHY });
    expect(await outcomeOf(join(cast.nadia, event.shiftId))).toBe("conflict");
  });

  it("restores nothing of who left by herself", async () => {
    const event = await organised();
    const { signUpId } = await join(cast.jules, event.shiftId);
    await participation.leaveShift(await as(cast.jules), { signUpId });
    await deliver();
    await participation.restoreSignUp(await as(cast.organiser), { signUpId });
    expect(await db.signUp.findUniqueOrThrow({ where: { id: signUpId } })).toMatchObject({ restoredAt: null });
    expect(await deliver()).toEqual([]);
  });

  it("comes back when she is invited since, whether or not she was before", async () => {
    const { event } = await removed();
    const invitation = { eventId: event.id, memberId: cast.nadia.id };
    const invited = { invitedAt: new Date(clock.now().getTime() - HOUR_MS) };
    await db.eventInvitee.create({ data: { ...invitation, ...invited } });
    expect(await outcomeOf(join(cast.nadia, event.shiftId))).toBe("conflict");
    const candidates = { id: event.id, q: "Nadia Vient", pour: "inviter" };
    expect(
      (await events.listEventCandidates((await as(cast.organiser)).actor, candidates)).map(({ id }) => id),
    ).toContain(cast.nadia.id);
    await events.inviteMember(await as(cast.organiser), invitation);
    expect(await outcomeOf(join(cast.nadia, event.shiftId))).toBe("ok");
  });

  it("without an account comes back by her link once she is let in", async () => {
    const event = await organised({ audience: "everyone" });
    const { id: eventId, shiftId } = event;
    const email = `${newId()}@example.org`;
    await participation.askAsGuest(asVisitor, { eventId, shiftId, name: "Vera", email, consent: "oui" });
    await participation.confirmAsGuest(asVisitor, { token: tokenOf((await deliver())[0]) });
    const token = tokenOf((await deliver())[0]);
    const { id: signUpId } = await db.signUp.findFirstOrThrow({ where: { shiftId } });
    await participation.removeSignUp(await as(cast.organiser), { signUpId, words: WHY });
    await deliver();
    expect(await outcomeOf(participation.changeAsGuest(asVisitor, { token, shiftId }))).toBe("forbidden");
    expect((await list(eventId)).takenOff).toMatchObject([{ name: "Vera" }]);
    await participation.restoreSignUp(await as(cast.organiser), { signUpId });
    const [mail] = await deliver();
    expect(mail?.to).toBe(email);
    expect(await outcomeOf(participation.changeAsGuest(asVisitor, { token: tokenOf(mail), shiftId }))).toBe("ok");
  });
});

describe("an invitation that is taken back", () => {
  it("is taken back from the following dates of its series, of those that she runs, and from none before", async () => {
    const event = await organised({ audience: "invited" });
    const memberId = cast.nadia.id;
    await events.inviteMember(await as(cast.organiser), { eventId: event.id, memberId });
    await events.repeatEvent(await as(cast.organiser), { eventId: event.id, repeat: "weekly", until: "" });
    const dates = (await occurrencesOf(event.id)).map(({ id }) => id);
    const [first, second, third, fourth] = dates;
    const seen = async (id: string | undefined) => outcomeOf(events.getEvent((await as(cast.nadia)).actor, id ?? ""));
    for (const id of dates) expect(await seen(id)).toBe("ok");
    // Somebody else's date: she does not decide there.
    await db.eventOrganiser.deleteMany({ where: { eventId: fourth ?? "" } });
    await events.uninviteMember(await as(cast.organiser), { eventId: second ?? "", memberId });
    expect(await Promise.all([first, second, third, fourth].map(seen))).toEqual(["ok", "not_found", "not_found", "ok"]);
    const facts = await db.$queryRaw<unknown[]>(sql`
      select 1 from fact where name = 'event.invitation-taken-back' and ids->>'memberId' = ${memberId}`);
    expect(facts).toHaveLength(dates.length - 2);
  });
});

describe("the name beside a question", () => {
  it("follows the law of cards: not across a block, nor of a closed card; those who run it read it", async () => {
    const event = await organised({ audience: "everyone" });
    const closed = await createProfile("Zélie Discrète", { shown: { card: "coopains" } });
    const [blocked, reader] = [await createPerson("Bruno Bloqué"), cast.jules];
    for (const person of [cast.nadia, closed, blocked, reader]) await signUp(person, event.shiftId);
    await blockInTheDatabase(cast.nadia.id, blocked.id);
    const ask = async (person: Person, words: string) =>
      participation.askQuestion(await as(person), { eventId: event.id, words });
    const { noteId } = await ask(cast.nadia, "Où se gare-t-on ?");
    await ask(closed, "Faut-il des bottes ?");
    const names = async (person: Person) => {
      const notes = await participation.findNotes((await as(person)).actor, event.id);
      return Object.fromEntries((notes?.questions ?? []).map(({ words, by }) => [words, by]));
    };
    expect(await names(reader)).toEqual({ "Où se gare-t-on ?": "Nadia Vient", "Faut-il des bottes ?": null });
    expect(await names(blocked)).toEqual({ "Où se gare-t-on ?": null, "Faut-il des bottes ?": null });
    expect(await names(closed)).toMatchObject({ "Faut-il des bottes ?": "Zélie Discrète" });
    expect(await names(cast.organiser)).toMatchObject({ "Faut-il des bottes ?": "Zélie Discrète" });
    // The mail of an answer names nobody that the page does not.
    await blockInTheDatabase(cast.organiser.id, cast.nadia.id);
    await participation.answerQuestion(await as(cast.organiser), { noteId, words: "Place Delille." });
    const [mail] = await deliver();
    expect(mail?.to).toBe(cast.nadia.email);
    expect(textOf(mail as Mail)).toContain("Place Delille.");
    expect(textOf(mail as Mail)).not.toContain("Odile");
  });
});

describe("what somebody without an account asked for", () => {
  const asked = (event: { id: string; shiftId: string }, email: string, more: object = {}) =>
    participation.askAsGuest(asVisitor, {
      ...{ eventId: event.id, shiftId: event.shiftId, name: "Vera Visiteuse", email, consent: "oui", ...more },
    });
  const rowOf = (email: string) => db.eventGuest.findFirstOrThrow({ where: { email } });

  it("is not rewritten by whoever else knows her address: it stands, and is written to again", async () => {
    const event = await organised({ audience: "everyone" });
    const email = `${newId()}@example.org`;
    await asked(event, email);
    const [first] = await deliver();
    const before = await rowOf(email);
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + HOUR_MS));
    await asked(event, email, { name: "Un Plaisantin", accompanied: "oui" });
    expect(await rowOf(email)).toEqual(before);
    const mails = await deliver();
    expect(mails.map(({ to, link }) => [to, link?.path])).toEqual([[email, first?.link?.path]]);
  });

  it("is hers to say anew once it ran out, or its shift is gone", async () => {
    const event = await organised({ audience: "everyone" });
    const [late, moved] = [`${newId()}@example.org`, `${newId()}@example.org`];
    const other = newId();
    const { startsAt, endsAt } = event;
    await db.shift.create({ data: { id: other, eventId: event.id, startsAt, endsAt } });
    await asked(event, late);
    await asked({ ...event, shiftId: other }, moved);
    await db.shift.update({ where: { id: other }, data: { removedAt: clock.now() } });
    await asked(event, moved, { name: "Vera Revient" });
    expect(await rowOf(moved)).toMatchObject({ name: "Vera Revient", shiftId: event.shiftId });
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 49 * HOUR_MS));
    await asked(event, late, { name: "Vera Tardive", accompanied: "oui" });
    expect(await rowOf(late)).toMatchObject({ name: "Vera Tardive", size: 2 });
  });
});

describe("the telephone of a contact who blocked an organiser", () => {
  it("is not read by her, nor that there is one; the others read it", async () => {
    const event = await organised();
    await db.eventOrganiser.create({ data: { eventId: event.id, memberId: cast.jules.id, addedAt: clock.now() } });
    const contact = { memberId: cast.nadia.id, phone: "+33612345678", consentedAt: clock.now(), askedAt: clock.now() };
    await db.eventContact.create({ data: { eventId: event.id, ...contact } });
    await blockInTheDatabase(cast.nadia.id, cast.organiser.id);
    const read = async (person: Person) => events.getContact((await as(person)).actor, event.id);
    expect(await read(cast.organiser)).toMatchObject({ phone: null, given: false, can: { withdraw: true } });
    expect((await read(cast.jules))?.phone?.href).toBe("tel:+33612345678");
  });
});

describe("the link of an event on line", () => {
  const LINK = "https://visio.example/salle";
  const pageOf = async (person: Person | null, id: string) =>
    events.getEvent(person ? (await as(person)).actor : visitor, id);

  it("is on the page of those who come, or run it, and of nobody else; who waits has none yet", async () => {
    const event = await organised({ audience: "everyone", communeCode: null, maximum: 1 });
    for (const person of [null, cast.jules])
      expect(await pageOf(person, event.id)).toMatchObject({ online: true, onlineUrl: null });
    await signUp(cast.nadia, event.shiftId);
    await signUp(cast.jules, event.shiftId);
    for (const person of [cast.nadia, cast.organiser, cast.leader])
      expect(await pageOf(person, event.id)).toMatchObject({ onlineUrl: LINK });
    expect((await pageOf(cast.jules, event.id)).onlineUrl).toBeNull();
    expect(structuredData(await pageOf(null, event.id), "https://coopol.example")).not.toContain("visio.example");
  });

  it("goes into their calendars, and into no public one", async () => {
    const event = await organised({ audience: "everyone", communeCode: null, scope: "national/63/63113" });
    await signUp(cast.nadia, event.shiftId);
    const fileOf = async (person: Person | null) =>
      (await getEventFile(person ? (await as(person)).actor : visitor, { id: event.id })).body.replace(/\r\n /g, "");
    for (const person of [cast.nadia, cast.organiser]) expect(await fileOf(person)).toContain(LINK);
    for (const person of [null, cast.jules]) expect(await fileOf(person)).not.toContain(LINK);
    const place = await getPlaceFeed(visitor, { lieu: "63/63113" });
    expect(place.body).toContain(event.id);
    expect(place.body).not.toContain("visio.example");
    const feed = async (person: Person) => {
      const { token } = await makeFeed(await as(person), {});
      return (await getMemberFeed(visitor, { jeton: token })).body.replace(/\r\n /g, "");
    };
    expect(await feed(cast.nadia)).toContain(LINK);
    await participation.answerEvent(await as(cast.jules), { eventId: event.id, answer: "maybe" });
    const maybe = await feed(cast.jules);
    expect(maybe).toContain(event.id);
    expect(maybe).not.toContain("visio.example");
  });

  it("goes to a guest once she has her place, not by the first mail nor to who waits", async () => {
    const event = await organised({ audience: "everyone", communeCode: null, maximum: 1 });
    const guest = async () => {
      const { id: eventId, shiftId } = event;
      const asking = { eventId, shiftId, name: "Vera", email: `${newId()}@example.org`, consent: "oui" } as const;
      await participation.askAsGuest(asVisitor, asking);
      const [first] = await deliver();
      const asked = await participation.getGuestPage(tokenOf(first));
      await participation.confirmAsGuest(asVisitor, { token: tokenOf(first) });
      const [second] = await deliver();
      return { first: textOf(first as Mail), asked, second: textOf(second as Mail), token: tokenOf(second) };
    };
    const [comes, waits] = [await guest(), await guest()];
    expect(comes.first).toContain("en ligne");
    for (const text of [comes.first, JSON.stringify(comes.asked), waits.second]) expect(text).not.toContain(LINK);
    expect(comes.second).toContain(LINK);
    expect(await participation.getGuestPage(comes.token)).toMatchObject({ event: { onlineUrl: LINK } });
    expect(await participation.getGuestPage(waits.token)).toMatchObject({ event: { online: true, onlineUrl: null } });
  });
});
