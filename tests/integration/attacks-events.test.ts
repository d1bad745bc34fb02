import { createEvent as eventInTheDatabase } from "@tests/support/events-world.ts";
import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { factJobs, jobs, keptPages } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import * as events from "@/features/events/index.ts";
import { getCase, reportObject } from "@/features/moderation/index.ts";
import { confirmToken, hashOfConfirm } from "@/features/participation/guest.rules.ts";
import { announce, answerQuestion, askQuestion, confirmAsGuest } from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { createLimits } from "@/platform/limits.ts";
import type { Mail } from "@/platform/mail.ts";
import { singletons } from "@/platform/singletons.ts";
import { CLERMONT, leafleting } from "./events-cast.ts";
import { anEvent, callerOf, occurrencesOf, people, queued, signUp } from "./events-series-world.ts";
import { composeParticipation, deliver, leave, sent, signUp as takePart } from "./participation-world.ts";

// What was once tried against events, series, places and reports, and worked.

vi.mock("@/platform/mail.ts", () => ({ sendMail: async (mail: Mail) => void sent.push(mail) }));

type Cast = Awaited<ReturnType<typeof people>>;
let cast: Cast;
const as = (person: Person) => callerOf(person);
const weekly = (eventId: string) => ({ eventId, repeat: "weekly", until: "" }) as const;
const hide = (id: string) => db.event.update({ where: { id }, data: { hiddenAt: clock.now() } });
const seen = async (person: Person, id: string) => outcomeOf(events.getEvent((await as(person)).actor, id));
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  await prepareJobs(jobs, { working: false });
  cast = await people();
});
beforeEach(() => {
  withoutLimits();
  sent.length = 0;
});

/** A published event of the organiser's that comes back every week. */
async function aSeries(options: Parameters<typeof anEvent>[1] = {}) {
  const event = await anEvent(cast.organiser, options);
  await events.repeatEvent(await as(cast.organiser), weekly(event.id));
  return { event, dates: await occurrencesOf(event.id) };
}

describe("making the next dates of a series appear", () => {
  it("does not publish what waits for an answer, however it is edited", async () => {
    const samia = await createPerson("Samia Propose");
    const { id } = await events.createEvent(await as(samia), leafleting({ repeat: "weekly" }));
    await events.addItem(await as(samia), { eventId: id, label: "Tracts", quantity: 2 });
    const { shifts } = await db.event.findUniqueOrThrow({ where: { id }, include: { shifts: true } });
    const content = leafleting({
      title: "Une autre date",
      shifts: [{ id: shifts[0]?.id, from: "09:00", to: "10:00" }],
    });
    const { kind: _, scope: __, ...changed } = content;
    await events.changeEvent(await as(samia), { eventId: id, spread: "one", ...changed });
    expect((await occurrencesOf(id)).map(({ stage }) => stage)).toEqual(["proposed"]);
  });

  it("does not show again the words that moderation hid", async () => {
    const { dates } = await aSeries();
    const last = dates.at(-1);
    await hide(last?.id ?? "");
    await events.addItem(await as(cast.organiser), { eventId: last?.id ?? "", label: "Tracts", quantity: 2 });
    expect(await occurrencesOf(last?.id ?? "")).toHaveLength(dates.length);
  });

  it("is not how who may only propose, or organises elsewhere, publishes", async () => {
    const samia = await createPerson("Samia Approuvée");
    const approved = await anEvent(samia);
    expect(await outcomeOf(events.repeatEvent(await as(samia), weekly(approved.id)))).toBe("forbidden");
    const away = await anEvent(cast.organiser, { scope: "national/03/03185" });
    expect(await outcomeOf(events.repeatEvent(await as(cast.organiser), weekly(away.id)))).toBe("forbidden");
    expect((await events.getEvent((await as(samia)).actor, approved.id)).can.repeat).toBe(false);
  });
});

describe("who was asked to help with one date of a series", () => {
  it("ends, recasts or rewrites none of the others, and brings nobody in there", async () => {
    const { dates } = await aSeries();
    const [first, second] = dates;
    const eventId = first?.id ?? "";
    await events.addOrganiser(await as(cast.organiser), { eventId, memberId: cast.nadia.id });
    const nadia = await as(cast.nadia);
    const { kind: _, scope: __, ...content } = leafleting();
    const shifts = [{ id: first?.shifts[0]?.id, from: "09:00", to: "10:00" }];
    for (const attempt of [
      () => events.endSeries(nadia, { eventId, reason: "Plus jamais." }),
      () => events.changeRule(nadia, { ...weekly(eventId), repeat: "weekly2", spread: "all" }),
      () => events.changeEvent(nadia, { eventId, spread: "next", ...content, shifts }),
      () => events.addOrganiser(nadia, { eventId, memberId: cast.jules.id, alsoNext: "oui" }),
      () => events.removeOrganiser(nadia, { eventId, memberId: cast.organiser.id, alsoNext: "oui" }),
      () => events.addItem(nadia, { eventId, label: "Rien", quantity: 1, alsoNext: "oui" }),
      () => events.askCoSection(nadia, { eventId, scope: "national/03/03185", alsoNext: "oui" }),
    ])
      expect(await outcomeOf(attempt())).toBe("forbidden");
    const after = await occurrencesOf(eventId);
    expect(after.map(({ stage, title }) => [stage, title])).toEqual(dates.map(({ stage, title }) => [stage, title]));
    expect(after.find(({ id }) => id === second?.id)?.organisers.map(({ memberId }) => memberId)).toEqual([
      cast.organiser.id,
    ]);
    // Who runs them all still does.
    expect(await outcomeOf(events.endSeries(await as(cast.organiser), { eventId, reason: "Plus jamais." }))).toBe("ok");
  });

  it("named as the contact of one date, becomes that of those alone that she sees", async () => {
    const stranger = await createPerson("Paul Passant", { section: "03185" });
    const { dates } = await aSeries();
    const [first, second] = dates;
    const eventId = first?.id ?? "";
    await db.eventContact.create({ data: { eventId, memberId: stranger.id, askedAt: clock.now() } });
    const given = { eventId, phone: "06 12 34 56 78", consent: "oui", forSeries: "oui" } as const;
    await events.answerContact(await as(stranger), given);
    expect(await seen(stranger, second?.id ?? "")).toBe("not_found");
  });
});

describe("what a contact agreed to for a whole series", () => {
  it("is taken back from all of it, though it was cut in two since", async () => {
    const { dates } = await aSeries();
    const [first, , third] = dates;
    const eventId = first?.id ?? "";
    await db.eventContact.create({ data: { eventId, memberId: cast.nadia.id, askedAt: clock.now() } });
    const given = { eventId, phone: "06 12 34 56 78", consent: "oui", forSeries: "oui" } as const;
    await events.answerContact(await as(cast.nadia), given);
    const cut = { ...weekly(third?.id ?? ""), until: "2099-01-01", spread: "next" } as const;
    await events.changeRule(await as(cast.organiser), cut);
    await events.withdrawContact(await as(cast.nadia), { eventId: third?.id ?? "" });
    expect(await db.eventContact.count({ where: { memberId: cast.nadia.id } })).toBe(0);
  });
});

describe("what moderation hid", () => {
  it("is hidden from a place that was asked to organise it too, and from its contact", async () => {
    const scope = "national/03/03185";
    const asked = await createPerson("Denis Demandé", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "section_leader", scope }],
    });
    const contact = await createPerson("Carla Contact", { section: "03185" });
    const event = await anEvent(cast.organiser);
    await db.eventCoSection.create({ data: { eventId: event.id, scope, askedAt: clock.now() } });
    await db.eventContact.create({ data: { eventId: event.id, memberId: contact.id, askedAt: clock.now() } });
    for (const person of [asked, contact]) expect(await seen(person, event.id)).toBe("ok");
    await hide(event.id);
    for (const person of [asked, contact]) expect(await seen(person, event.id)).toBe("not_found");
    expect(await seen(cast.organiser, event.id)).toBe("ok");
  });
});

describe("a complaint about an event", () => {
  it("is not read by those who prepare it, though they answer for its place", async () => {
    const { id } = await anEvent(cast.organiser);
    const asked = { eventId: id, memberId: cast.leader.id, addedAt: clock.now() };
    await db.eventOrganiser.create({ data: asked });
    const words = "Ce titre blesse des gens.";
    await reportObject(await as(cast.nadia), { kind: "event", objectId: id, rule: "1", words });
    const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { kind: "event", objectId: id } });
    const leader = await as(cast.leader);
    expect(await outcomeOf(getCase(leader.actor, caseId))).toBe("not_found");
    await db.eventOrganiser.delete({ where: { eventId_memberId: { eventId: id, memberId: cast.leader.id } } });
    expect(await outcomeOf(getCase(leader.actor, caseId))).toBe("ok");
  });
});

describe("the telephone of a contact", () => {
  it("is not read by whom she blocked, or who blocked her, place or no place; nor once she is suspended", async () => {
    const carla = await createPerson("Carla Contact");
    const [blocked, blocker] = [await createPerson("Bruno Bloqué"), await createPerson("Bertille Bloque")];
    const event = await anEvent(cast.organiser, { maximum: 10 });
    const phone = { phone: "+33612345678", consentedAt: clock.now(), askedAt: clock.now() };
    await db.eventContact.create({ data: { eventId: event.id, memberId: carla.id, ...phone } });
    for (const person of [blocked, blocker, cast.jules]) await signUp(event.id, person.id);
    await blockInTheDatabase(carla.id, blocked.id);
    await blockInTheDatabase(blocker.id, carla.id);
    const read = async (person: Person) => events.getContact((await as(person)).actor, event.id);
    for (const person of [blocked, blocker])
      expect(await read(person)).toMatchObject({ person: null, phone: null, given: false });
    expect((await read(cast.jules))?.phone?.href).toBe("tel:+33612345678");
    await suspendInTheDatabase(carla.id);
    expect(await read(cast.jules)).toMatchObject({ person: null, phone: null, given: false });
  });
});

describe("writing to people again and again", () => {
  const past = (id: string, hours: number) => {
    const at = (plus: number) => new Date(clock.now().getTime() - (hours - plus) * HOUR_MS);
    const times = { startsAt: at(0), endsAt: at(2) };
    return Promise.all([
      db.event.update({ where: { id }, data: times }),
      db.shift.updateMany({ where: { eventId: id }, data: times }),
    ]);
  };

  it("ends a week after the event: those who came are no list to write to", async () => {
    const event = await anEvent(cast.organiser);
    await past(event.id, 24);
    const word = { eventId: event.id, words: "Merci d’être venu·es." };
    expect(await outcomeOf(announce(await as(cast.organiser), word))).toBe("ok");
    await past(event.id, 24 * 8);
    expect(await outcomeOf(announce(await as(cast.organiser), word))).toBe("conflict");
  });

  it("is not done by editing an event over and over", async () => {
    const event = await anEvent(cast.organiser, { audience: "everyone" });
    singletons.limits = createLimits();
    const { kind: _, scope: __, ...content } = leafleting({ audience: "everyone" });
    const shifts = [{ id: event.shiftId, from: "09:00", to: "10:00" }];
    const caller = await as(cast.organiser);
    const outcomes: unknown[] = [];
    for (let n = 0; n < 22; n++)
      outcomes.push(
        await outcomeOf(events.changeEvent(caller, { eventId: event.id, ...content, shifts, title: `Titre ${n}` })),
      );
    expect(outcomes.at(0)).toBe("ok");
    expect(outcomes.at(-1)).toBe("rate_limited");
  });

  it("is not done by asking the same person, or the place that refused, again", async () => {
    const [event, scope] = [await anEvent(cast.organiser), "national/03/03185"];
    singletons.limits = createLimits();
    const caller = await as(cast.organiser);
    const target = await createPerson("Tina Tranquille");
    const input = { eventId: event.id, memberId: target.id };
    const outcomes: unknown[] = [];
    for (let n = 0; n < 8; n++) {
      outcomes.push(await outcomeOf(events.addOrganiser(caller, input)));
      await outcomeOf(events.removeOrganiser(caller, input));
    }
    expect([outcomes.at(0), outcomes.at(-1)]).toEqual(["ok", "rate_limited"]);
    // Another organiser is not stopped by what this one did.
    expect(await outcomeOf(events.addOrganiser(await as(cast.leader), input))).toBe("ok");

    const answered = { answeredAt: clock.now(), accepted: false, askedAt: clock.now() };
    await db.eventCoSection.create({ data: { eventId: event.id, scope, ...answered } });
    await outcomeOf(events.leaveCoSection(caller, { eventId: event.id, scope }));
    expect(await outcomeOf(events.askCoSection(caller, { eventId: event.id, scope }))).toBe("conflict");
    expect(await queued("events.tell-co-request")).toEqual([]);
  });
});

describe("a right that ended", () => {
  it("brings no answer any more to who asked and is no longer among those who come", async () => {
    await composeParticipation();
    const event = await eventInTheDatabase({ organiserIds: [cast.organiser.id], scope: CLERMONT });
    const asker = await createPerson("Aline Demande");
    const { signUpId } = await takePart(asker, event.shiftId);
    const { noteId } = await askQuestion(await as(asker), { eventId: event.id, words: "À quelle heure ?" });
    await leave(signUpId, "removed");
    await deliver();
    await answerQuestion(await as(cast.organiser), { noteId, words: "Chez Odile, 3 rue Haute." });
    expect(await deliver()).toEqual([]);
  });

  it("is that of a guest's first link, two days after it was asked for", async () => {
    const event = await eventInTheDatabase({ organiserIds: [cast.organiser.id], audience: "everyone" });
    const guest = async (hours: number) => {
      const id = newId();
      const askedAt = new Date(clock.now().getTime() - hours * HOUR_MS);
      const who = { name: "Gaël Passant", email: `${id}@exemple.test`, shiftId: event.shiftId };
      await db.eventGuest.create({ data: { id, eventId: event.id, ...who, tokenHash: hashOfConfirm(id), askedAt } });
      return { token: confirmToken(id) };
    };
    const { actor } = await as(cast.jules);
    expect(await outcomeOf(confirmAsGuest({ actor }, await guest(47)))).toBe("ok");
    expect(await outcomeOf(confirmAsGuest({ actor }, await guest(49)))).toBe("not_found");
  });
});

describe("the process as it is composed", () => {
  it("does what follows a fact once", () => {
    for (const [fact, following] of Object.entries(factJobs))
      expect(new Set(following).size, fact).toBe(following.length);
  });

  it("drops what visitors keep of the other dates of a series when one of them is hidden, changed or cancelled", () => {
    const path = `/evenements/${newId()}-marche-saint-pierre`;
    const tags = keptPages.flatMap((page) => {
      const match = page.path.exec(path);
      return match ? page.tags(match) : [];
    });
    const ids = { eventId: newId(), changeId: newId() };
    for (const fact of events.eventFacts.filter(({ factName }) => /hidden|shown|changed|cancelled/.test(factName)))
      expect(
        fact(ids).stale.some((tag) => tags.includes(tag)),
        fact.factName,
      ).toBe(true);
  });
});
