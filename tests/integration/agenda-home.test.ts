import { createEvent } from "@tests/support/events-world.ts";
import { createPerson, type Person } from "@tests/support/worlds.ts";
import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getActivity } from "@/features/activity/index.ts";
import { agendaHomeActs, listNextActions } from "@/features/agenda/index.ts";
import { listSuggestions } from "@/features/coopains/suggestions.queries.ts";
import { getMemberHome } from "@/features/home/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";

/** Clermont-Ferrand is everybody’s in these tests: each has a commune of its own, far from the others’. */
let place = 0;
async function somewhere() {
  const communes = await db.commune.findMany({
    where: {
      kind: "commune",
      latitude: { not: null },
      federationId: { in: ["15", "29", "64", "67", "06", "59"] },
      population: { gt: 20_000 },
    },
    orderBy: { code: "asc" },
    include: { section: true },
  });
  const commune = communes[place++];
  if (!commune?.section) throw new Error("no commune left");
  return {
    code: commune.code,
    section: commune.section,
    latitude: commune.latitude ?? 0,
    longitude: commune.longitude ?? 0,
  };
}

/** Saturday at 8 in Paris, at least two days from now. */
function nextSaturday(): Date {
  const day = new Date(clock.now().getTime() + 2 * 24 * 3_600_000);
  while (day.getUTCDay() !== 6) day.setUTCDate(day.getUTCDate() + 1);
  day.setUTCHours(8, 0, 0, 0);
  return day;
}

describe("what a member’s home proposes", () => {
  let home: Awaited<ReturnType<typeof somewhere>>;
  let nadia: Person;
  let member: Member;
  const offer = (data: { willing?: string[]; free?: string[]; reachKm?: number }) =>
    db.profile.upsert({
      where: { memberId: member.id },
      create: { memberId: member.id, updatedAt: clock.now(), ...data },
      update: data,
    });
  /** A tractage next Saturday at the market, 900 m away, that misses two people. */
  async function market(options: Parameters<typeof createEvent>[0] = {}, km = 0.9) {
    const { code: communeCode, section, latitude, longitude } = home;
    const event = await createEvent({ communeCode, scope: section.scope, needed: 2, ...options });
    const [startsAt, endsAt] = [nextSaturday(), new Date(nextSaturday().getTime() + 2 * 3_600_000)];
    await db.event.update({
      where: { id: event.id },
      data: { startsAt, endsAt, latitude: latitude + km / 111.2, longitude },
    });
    await db.shift.update({ where: { id: event.shiftId }, data: { startsAt, endsAt } });
    return event;
  }

  beforeEach(async () => {
    home = await somewhere();
    nadia = await createPerson("Nadia Maison", { section: home.section.id });
    await db.member.update({ where: { id: nadia.id }, data: { communeCode: home.code } });
    member = (await actorOfSession(nadia.session)) as Member;
  });

  it("completes a team: how many are missing, when, how far", async () => {
    const { id } = await market();
    const [act] = await agendaHomeActs(member);
    expect(act?.title).toBe("Complète l’équipe : Marché Saint-Pierre");
    expect(act?.reason).toMatch(/^il\smanque\s2\spersonnes\ssamedi(?:\s\d+\s\S+)?\s·\sà\s900\sm\sde chez toi$/);
    expect(act?.href).toContain(id);
    expect((await getMemberHome(member)).acts.map(({ href }) => href)).toContain(act?.href);
  });

  it("leaves out what she said no to, is on, is full, is far, or may not see", async () => {
    const refused = await market();
    await db.eventAnswer.create({
      data: { eventId: refused.id, memberId: member.id, answer: "no", answeredAt: clock.now() },
    });
    const joined = await market();
    const signUp = { id: newId(), shiftId: joined.shiftId, memberId: member.id, arrival: 1, signedUpAt: clock.now() };
    await db.signUp.create({ data: { ...signUp, state: "waiting" } });
    const full = await market({ needed: 0 });
    const far = await market({ audience: "everyone", scope: "national/63" }, 20);
    const secret = await market({ audience: "invited" });
    const proposed = await agendaHomeActs(member);
    expect(proposed.map(({ href }) => href)).toEqual([]);
    await offer({ reachKm: 40 });
    const further = await agendaHomeActs(member);
    expect(further.map(({ href }) => href)).toEqual([expect.stringContaining(far.id)]);
    for (const { id } of [refused, joined, full, secret]) expect(JSON.stringify(further)).not.toContain(id);
  });

  it("keeps to what she would do and when, and says so", async () => {
    const leafleting = await market();
    const postering = await market({ kind: "postering" });
    await offer({ willing: ["collage"], free: ["samedi"] });
    expect((await agendaHomeActs(member)).map(({ href }) => href)).toEqual([expect.stringContaining(postering.id)]);
    const [act] = (await getMemberHome(member)).acts;
    expect(act).toMatchObject({
      kind: "collage",
      reason: expect.stringMatching(/^tu as dit vouloir coller · il\smanque\s2/),
    });
    await offer({ willing: ["tractage"], free: ["dimanche"] });
    expect(await agendaHomeActs(member)).toEqual([]);
    await offer({ willing: ["graphisme"], free: [] });
    expect(await agendaHomeActs(member)).toEqual([]);
    await offer({ willing: [], free: [] });
    expect((await agendaHomeActs(member)).map(({ href }) => href).join()).toContain(leafleting.id);
  });

  it("shows her own next events, then what her section lacks people for", async () => {
    const short = await market();
    const own = await market({ audience: "invited", needed: 0 });
    const signUp = { id: newId(), shiftId: own.shiftId, memberId: member.id, arrival: 1, signedUpAt: clock.now() };
    await db.signUp.create({ data: { ...signUp, state: "in" } });
    await market({ needed: 0 }); // lacks nobody
    const refused = await market();
    await db.eventAnswer.create({
      data: { eventId: refused.id, memberId: member.id, answer: "no", answeredAt: clock.now() },
    });
    const found = await listNextActions(member);
    expect(found.map(({ id }) => id).sort()).toEqual([short.id, own.id].sort());
  });
});

describe("what was done together", () => {
  it("counts as a day of activity, and brings those who met on the field together", async () => {
    const [nadia, jules] = [await createPerson("Nadia Terrain"), await createPerson("Jules Terrain")];
    const member = (await actorOfSession(nadia.session)) as Member;
    const before = await getActivity(member, nadia.id);
    const past = await createEvent({ inHours: -72, scope: "national/63", audience: "everyone" });
    for (const [n, { id: memberId }] of [nadia, jules].entries()) {
      const signUp = { id: newId(), shiftId: past.shiftId, memberId, arrival: n + 1, signedUpAt: clock.now() };
      await db.signUp.create({ data: { ...signUp, state: "in" } });
    }
    expect(before?.details).toContainEqual({ label: "actions de terrain et réunions", days: 0 });
    const after = await getActivity(member, nadia.id);
    expect(after?.details).toContainEqual({ label: "actions de terrain et réunions", days: 1 });
    const suggested = await listSuggestions(member);
    expect(suggested.find(({ id }) => id === jules.id)?.reasons).toContain("vous avez tracté ensemble");
  });
});
