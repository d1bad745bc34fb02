import {
  blockInTheDatabase,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
  withoutLimits,
} from "@tests/support/worlds.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { jobs } from "@/composition.ts";
import { system, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import * as events from "@/features/events/index.ts";
import { findCoRequest, findNewsForMember, listWhoAsked } from "@/features/events/organiser-mail.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { prepareJobs } from "@/platform/jobs.ts";
import { anEvent, callerOf, emptyQueue, occurrencesOf, people, queued, signUp } from "./events-series-world.ts";

type Cast = Awaited<ReturnType<typeof people>> & { far: Person; farLeader: Person; national: Person };
let cast: Cast;
const as = (who: keyof Cast) => callerOf(cast[who]);
type Told = { news: string; eventId: string; to: string };
const told = async () => (await queued<Told>("events.tell")).map(({ news, to }) => [news, to]);
const ISSOIRE = "national/03/03185";

beforeAll(async () => {
  withoutLimits();
  await prepareJobs(jobs, { working: false });
  cast = {
    ...(await people()),
    far: await createPerson("Lise Lointaine", { section: "03185" }),
    farLeader: await createPerson("Léa Voisine", {
      section: "03185",
      adherent: true,
      mandates: [{ role: "section_leader", scope: ISSOIRE }],
    }),
    national: await createPerson("Noé National", {
      adherent: true,
      mandates: [{ role: "national_admin", scope: "national" }],
    }),
  };
});
beforeEach(() => emptyQueue());
afterEach(() => vi.restoreAllMocks());

describe("those who prepare an event", () => {
  it("ask somebody whom they see and who may come; she is told once, and runs it too", async () => {
    const { id: eventId } = await anEvent(cast.organiser);
    const person = { eventId, memberId: cast.nadia.id };
    await events.addOrganiser(await as("organiser"), person);
    await events.addOrganiser(await as("organiser"), person);
    expect(await told()).toEqual([["organiser-added", cast.nadia.id]]);
    expect((await events.getOrganisers((await as("nadia")).actor, eventId)).organisers.map(({ id }) => id)).toEqual([
      cast.organiser.id,
      cast.nadia.id,
    ]);
    expect(await findNewsForMember({ news: "organiser-added", eventId, to: cast.nadia.id })).toMatchObject({
      email: cast.nadia.email,
    });
  });

  it("cannot ask who may not come, who is hidden from them, suspended or a minor; nobody else adds anyone", async () => {
    const { id: eventId } = await anEvent(cast.organiser);
    const [blocked, suspended, young] = [
      await createPerson("Bloqué"),
      await createPerson("Suspendu"),
      await createPerson("Jeune"),
    ];
    await blockInTheDatabase(blocked.id, cast.organiser.id);
    await suspendInTheDatabase(suspended.id);
    await db.member.update({ where: { id: young.id }, data: { adultOn: new Date("2099-01-01") } });
    for (const { id: memberId } of [cast.far, blocked, suspended, young])
      expect(await outcomeOf(events.addOrganiser(await as("organiser"), { eventId, memberId }))).toBe("conflict");
    const person = { eventId, memberId: cast.jules.id };
    expect(await outcomeOf(events.addOrganiser(await as("nadia"), person))).toBe("forbidden");
    expect(await outcomeOf(events.addOrganiser(await as("far"), person))).toBe("not_found");
    expect(await outcomeOf(events.addOrganiser({ actor: visitor }, person))).toBe("not_found");
    expect(await outcomeOf(events.getOrganisers((await as("nadia")).actor, eventId))).toBe("not_found");
    const names = async (who: keyof Cast, q: string) =>
      (await events.listEventCandidates((await as(who)).actor, { id: eventId, q, pour: "organiser" })).map(
        ({ name }) => name,
      );
    expect(await names("organiser", "vient")).toEqual(["Jules Vient", "Nadia Vient"]);
    for (const q of ["Lointaine", "Bloqué", "Suspendu", "Jeune", "v"]) expect(await names("organiser", q)).toEqual([]);
    expect(await outcomeOf(names("nadia", "vient"))).toBe("not_found");
  });

  it("leave, but for the last one, whom those in charge alone let go", async () => {
    const { id: eventId } = await anEvent(cast.organiser);
    const own = { eventId, memberId: cast.organiser.id };
    expect(await outcomeOf(events.removeOrganiser(await as("organiser"), own))).toBe("conflict");
    await events.addOrganiser(await as("organiser"), { eventId, memberId: cast.nadia.id });
    expect(await events.removeOrganiser(await as("organiser"), own)).toMatchObject({ left: true });
    expect(await outcomeOf(events.removeOrganiser(await as("organiser"), own))).toBe("forbidden");
    await events.removeOrganiser(await as("leader"), { eventId, memberId: cast.nadia.id });
    expect(await db.eventOrganiser.count({ where: { eventId } })).toBe(0);
  });

  it("of a series: on one date alone, or on those after it too; what is made later follows", async () => {
    const event = await anEvent(cast.organiser);
    await events.repeatEvent(await as("organiser"), { eventId: event.id, repeat: "weekly" });
    const all = await occurrencesOf(event.id);
    const [, second, third] = all;
    const last = all.at(-1);
    await events.addOrganiser(await as("organiser"), { eventId: second?.id ?? "", memberId: cast.nadia.id });
    await events.addOrganiser(await as("organiser"), {
      eventId: third?.id ?? "",
      memberId: cast.jules.id,
      alsoNext: "oui",
    });
    // By itself, on the one that the next ones copy: they do not have her.
    await events.addOrganiser(await as("organiser"), { eventId: last?.id ?? "", memberId: cast.nadia.id });
    vi.spyOn(clock, "now").mockReturnValue(new Date(clock.now().getTime() + 21 * 24 * 3_600_000));
    await events.extendSeries(
      { actor: system },
      { seriesId: event ? ((await occurrencesOf(event.id))[0]?.seriesId ?? "") : "" },
    );
    const with_ = async (memberId: string) =>
      (await occurrencesOf(event.id)).map(({ organisers }) => organisers.some((one) => one.memberId === memberId));
    const [nadia, jules] = [await with_(cast.nadia.id), await with_(cast.jules.id)];
    expect(nadia.map((is, index) => is && index).filter((index) => index !== false)).toEqual([1, all.length - 1]);
    expect(jules).toEqual(jules.map((_, index) => index >= 2));
    expect(jules.length).toBeGreaterThan(all.length);
  });
});

describe("another section that is asked to organise an event too", () => {
  it("accepts: its members see it, its leaders run it, those who asked read the answer", async () => {
    const { id: eventId } = await anEvent(cast.organiser);
    await events.askCoSection(await as("organiser"), { eventId, scope: ISSOIRE });
    expect(await queued("events.tell-co-request")).toEqual([{ eventId, scope: ISSOIRE }]);
    expect(await findCoRequest(eventId, ISSOIRE)).toMatchObject({ accepted: null, byName: "Odile Organise" });
    expect(await outcomeOf(events.getEvent((await as("far")).actor, eventId))).toBe("not_found");
    const waiting = async (who: keyof Cast) => events.listCoSectionRequests((await as(who)).actor, ISSOIRE);
    expect(await waiting("farLeader")).toMatchObject([{ eventId, dates: 1, askedBy: "Odile Organise" }]);
    expect(await waiting("leader")).toEqual([]);
    expect(await waiting("far")).toEqual([]);
    const answer = { eventId, scope: ISSOIRE, answer: "oui" } as const;
    expect(await outcomeOf(events.answerCoSection(await as("leader"), answer))).toBe("forbidden");
    expect(await outcomeOf(events.answerCoSection(await as("far"), answer))).toBe("not_found");
    await events.answerCoSection(await as("farLeader"), answer);
    expect(await outcomeOf(events.answerCoSection(await as("farLeader"), answer))).toBe("conflict");
    expect(await outcomeOf(events.getEvent((await as("far")).actor, eventId))).toBe("ok");
    expect((await events.getEvent((await as("farLeader")).actor, eventId)).can.edit).toBe(true);
    expect((await listWhoAsked(eventId, ISSOIRE)).map(({ id }) => id)).toEqual([cast.organiser.id]);
    await events.leaveCoSection(await as("farLeader"), { eventId, scope: ISSOIRE });
    expect(await outcomeOf(events.getEvent((await as("far")).actor, eventId))).toBe("not_found");
  });

  it("declines and sees it no more; nobody asks a place that organises it already, twice, or one that is none", async () => {
    const { id: eventId } = await anEvent(cast.organiser);
    const ask = async (scope: string) => outcomeOf(events.askCoSection(await as("organiser"), { eventId, scope }));
    for (const scope of ["national", "national/63", "national/63/63113", "national/99"])
      expect(await ask(scope)).toBe("conflict");
    expect([await ask(ISSOIRE), await ask(ISSOIRE)]).toEqual(["ok", "conflict"]);
    await events.answerCoSection(await as("farLeader"), { eventId, scope: ISSOIRE, answer: "non" });
    expect(await outcomeOf(events.getEvent((await as("farLeader")).actor, eventId))).toBe("not_found");
    const draft = await anEvent(cast.organiser, { stage: "draft" });
    expect(await outcomeOf(events.askCoSection(await as("organiser"), { eventId: draft.id, scope: ISSOIRE }))).toBe(
      "conflict",
    );
  });

  it("answers once for all the dates of a series", async () => {
    const event = await anEvent(cast.organiser);
    await events.repeatEvent(await as("organiser"), { eventId: event.id, repeat: "weekly" });
    await events.askCoSection(await as("organiser"), { eventId: event.id, scope: ISSOIRE, alsoNext: "oui" });
    const dates = (await occurrencesOf(event.id)).length;
    const mine = (await events.listCoSectionRequests((await as("farLeader")).actor, ISSOIRE)).filter(
      ({ eventId }) => eventId === event.id,
    );
    expect(mine).toMatchObject([{ dates }]);
    await events.answerCoSection(await as("farLeader"), { eventId: event.id, scope: ISSOIRE, answer: "oui" });
    expect(
      await db.eventCoSection.count({
        where: { accepted: true, event: { seriesId: { not: null }, slug: event.slug }, scope: ISSOIRE },
      }),
    ).toBeGreaterThanOrEqual(dates);
  });
});

describe("the person to call", () => {
  const given = { phone: "06 12 34 56 78", consent: "oui" } as const;
  const phoneFor = async (who: keyof Cast | null, eventId: string) =>
    (await events.getContact(who ? (await as(who)).actor : visitor, eventId))?.phone?.href ?? null;

  it("is named by who runs it, gives her number herself, and only who comes or runs it reads it", async () => {
    const { id: eventId } = await anEvent(cast.organiser, { audience: "everyone" });
    await events.nameContact(await as("organiser"), { eventId, memberId: cast.nadia.id });
    expect(await told()).toEqual([["contact-asked", cast.nadia.id]]);
    for (const who of ["organiser", "leader", "jules"] as const)
      expect(await outcomeOf(events.answerContact(await as(who), { eventId, ...given }))).toBe("not_found");
    expect(await outcomeOf(events.answerContact(await as("nadia"), { eventId, phone: "06 12", consent: "oui" }))).toBe(
      "invalid",
    );
    expect(await outcomeOf(events.answerContact(await as("nadia"), { eventId, phone: given.phone } as never))).toBe(
      "invalid",
    );
    await events.answerContact(await as("nadia"), { eventId, ...given });
    expect((await told()).at(-1)).toEqual(["contact-given", cast.organiser.id]);
    for (const who of ["nadia", "organiser", "leader"] as const)
      expect(await phoneFor(who, eventId)).toBe("tel:+33612345678");
    for (const who of ["jules", "far", "national", null] as const) {
      const contact = await events.getContact(who ? (await as(who)).actor : visitor, eventId);
      expect(contact?.phone).toBeNull();
      if (who !== "national") expect(JSON.stringify(contact)).not.toMatch(/Nadia|612/);
    }
    await signUp(eventId, cast.jules.id);
    expect(await phoneFor("jules", eventId)).toBe("tel:+33612345678");
    await events.withdrawContact(await as("nadia"), { eventId });
    expect(await db.eventContact.count({ where: { eventId } })).toBe(0);
    expect((await told()).at(-1)).toEqual(["contact-withdrawn", cast.organiser.id]);
  });

  it("is not read from the waiting list, and from above only once it is written down", async () => {
    const { id: eventId } = await anEvent(cast.organiser, { maximum: 1, needed: 1 });
    await db.eventContact.create({
      data: { eventId, memberId: cast.nadia.id, phone: "+33612345678", consentedAt: clock.now(), askedAt: clock.now() },
    });
    await signUp(eventId, cast.nadia.id);
    await signUp(eventId, cast.jules.id);
    expect(await phoneFor("jules", eventId)).toBeNull();
    for (const who of ["jules", "leader", "organiser"] as const)
      expect(await outcomeOf(events.readContact(await as(who), { eventId }))).toBe("not_found");
    expect(await events.readContact(await as("national"), { eventId })).toEqual({ phone: "+33612345678" });
    expect(
      await db.contactView.findFirst({ where: { memberId: cast.nadia.id, viewerId: cast.national.id } }),
    ).toMatchObject({
      purpose: expect.stringContaining("Marché Saint-Pierre"),
    });
  });

  it("agrees for a whole series, and takes it back from all of it in one click", async () => {
    const event = await anEvent(cast.organiser);
    await events.repeatEvent(await as("organiser"), { eventId: event.id, repeat: "weekly" });
    await events.nameContact(await as("organiser"), { eventId: event.id, memberId: cast.nadia.id });
    await events.answerContact(await as("nadia"), { eventId: event.id, ...given, forSeries: "oui" });
    const all = await occurrencesOf(event.id);
    expect(all.map(({ contact }) => contact?.phone)).toEqual(all.map(() => "+33612345678"));
    await events.withdrawContact(await as("nadia"), { eventId: all[3]?.id ?? "" });
    expect((await occurrencesOf(event.id)).every(({ contact }) => contact === null)).toBe(true);
  });

  it("is wiped seven days after the end, and hidden at that moment even before", async () => {
    const past = await anEvent(cast.organiser, { inHours: -3 });
    const contact = { memberId: cast.nadia.id, phone: "+33612345678", consentedAt: clock.now(), askedAt: clock.now() };
    await db.eventContact.create({ data: { eventId: past.id, ...contact } });
    expect(await phoneFor("organiser", past.id)).toBe("tel:+33612345678");
    await events.wipePhones({ actor: system }, {});
    expect(await db.eventContact.count({ where: { eventId: past.id } })).toBe(1);
    vi.spyOn(clock, "now").mockReturnValue(new Date(past.endsAt.getTime() + 7 * 24 * 3_600_000 + 1000));
    expect(await phoneFor("organiser", past.id)).toBeNull();
    expect(await outcomeOf(events.wipePhones(await as("national"), {}))).toBe("forbidden");
    await events.wipePhones({ actor: system }, {});
    expect(await db.eventContact.count({ where: { eventId: past.id } })).toBe(0);
  });
});

describe("what to bring", () => {
  async function withItem(quantity = 3) {
    const event = await anEvent(cast.organiser, { maximum: 20 });
    const itemId = newId();
    await db.eventItem.create({ data: { id: itemId, eventId: event.id, label: "Tracts", quantity, position: 0 } });
    return { eventId: event.id, itemId };
  }

  it("is claimed by who comes, never more than is needed, also at once", async () => {
    const { eventId, itemId } = await withItem();
    expect(await outcomeOf(events.claimItem(await as("jules"), { itemId, quantity: 1 }))).toBe("conflict");
    expect(await outcomeOf(events.claimItem(await as("far"), { itemId, quantity: 1 }))).toBe("not_found");
    const crowd = await Promise.all(Array.from({ length: 8 }, (_, n) => createPerson(`Porteuse ${n}`)));
    for (const { id } of crowd) await signUp(eventId, id);
    const outcomes = await Promise.all(
      crowd.map(async (one) => outcomeOf(events.claimItem(await callerOf(one), { itemId, quantity: 1 }))),
    );
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(5);
  });

  it("is given back, and no longer counts of who gave her place up", async () => {
    const { eventId, itemId } = await withItem(1);
    const signUpId = await signUp(eventId, cast.nadia.id);
    await signUp(eventId, cast.jules.id);
    await events.claimItem(await as("nadia"), { itemId, quantity: 1 });
    expect(await outcomeOf(events.claimItem(await as("jules"), { itemId, quantity: 1 }))).toBe("conflict");
    await events.unclaimItem(await as("nadia"), { itemId });
    await events.claimItem(await as("nadia"), { itemId, quantity: 1 });
    await db.signUp.update({
      where: { id: signUpId },
      data: { state: "left", leftAt: clock.now(), leftBecause: "cancelled" },
    });
    expect((await events.listItems((await as("jules")).actor, eventId))?.items[0]).toMatchObject({
      claimed: 0,
      bringers: 0,
    });
    expect(await outcomeOf(events.claimItem(await as("jules"), { itemId, quantity: 1 }))).toBe("ok");
  });

  it("names who brings it to those who run it and to her coopains, and counts for the others", async () => {
    const { eventId, itemId } = await withItem();
    await signUp(eventId, cast.nadia.id);
    await events.claimItem(await as("nadia"), { itemId, quantity: 2 });
    const read = async (who: keyof Cast) => (await events.listItems((await as(who)).actor, eventId))?.items[0];
    expect(await read("organiser")).toMatchObject({ names: ["Nadia Vient"], claimed: 2 });
    expect(await read("nadia")).toMatchObject({ names: ["Nadia Vient"], mine: 2 });
    expect(await read("jules")).toMatchObject({ names: [], bringers: 1, claimed: 2, mine: 0 });
  });

  it("is put on the list and taken off it by who runs it, never below what is claimed", async () => {
    const { eventId, itemId } = await withItem();
    await signUp(eventId, cast.nadia.id);
    await events.claimItem(await as("nadia"), { itemId, quantity: 2 });
    expect(await outcomeOf(events.addItem(await as("nadia"), { eventId, label: "Badges", quantity: 2 }))).toBe(
      "forbidden",
    );
    await events.addItem(await as("organiser"), { eventId, label: "Badges", quantity: "2" });
    await events.addItem(await as("organiser"), { eventId, label: "tracts", quantity: 1 });
    expect(
      await db.eventItem.findMany({
        where: { eventId },
        orderBy: { position: "asc" },
        select: { label: true, quantity: true },
      }),
    ).toEqual([
      { label: "Tracts", quantity: 2 },
      { label: "Badges", quantity: 2 },
    ]);
    await events.removeItem(await as("organiser"), { itemId });
    expect(await db.eventItemClaim.count({ where: { itemId } })).toBe(0);
  });
});

describe("an invitation", () => {
  it("opens an event to one member, is written once whatever is taken back and done again", async () => {
    const { id: eventId } = await anEvent(cast.organiser, { audience: "invited" });
    const person = { eventId, memberId: cast.nadia.id };
    const sees = async () => outcomeOf(events.getEvent((await as("nadia")).actor, eventId));
    expect(await sees()).toBe("not_found");
    expect(await outcomeOf(events.inviteMember(await as("nadia"), person))).toBe("not_found");
    await events.inviteMember(await as("organiser"), person);
    expect(await sees()).toBe("ok");
    await events.uninviteMember(await as("organiser"), person);
    expect(await sees()).toBe("not_found");
    await events.inviteMember(await as("organiser"), person);
    expect(await sees()).toBe("ok");
    expect(await told()).toEqual([["invited", cast.nadia.id]]);
  });

  it("is not for whom one does not see, nor for a draft; who declined stays on the list", async () => {
    const { id: eventId } = await anEvent(cast.organiser, { audience: "invited" });
    const hidden = await createPerson("Hélène Cachée");
    await blockInTheDatabase(hidden.id, cast.organiser.id);
    expect(await outcomeOf(events.inviteMember(await as("organiser"), { eventId, memberId: hidden.id }))).toBe(
      "not_found",
    );
    const draft = await anEvent(cast.organiser, { stage: "draft" });
    expect(
      await outcomeOf(events.inviteMember(await as("organiser"), { eventId: draft.id, memberId: cast.nadia.id })),
    ).toBe("conflict");
    await events.inviteMember(await as("organiser"), { eventId, memberId: cast.jules.id });
    await db.eventAnswer.create({ data: { eventId, memberId: cast.jules.id, answer: "no", answeredAt: clock.now() } });
    expect((await events.getInvitees((await as("organiser")).actor, eventId)).invitees).toMatchObject([
      { name: "Jules Vient", answer: "no" },
    ]);
    expect(await outcomeOf(events.getInvitees((await as("jules")).actor, eventId))).toBe("not_found");
  });
});
