import { createEvent } from "@tests/support/events-world.ts";
import { fc } from "@tests/support/properties.ts";
import { actorOfColumn, createWorld, scopes, type World } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, type Member, visitor } from "@/core/actor.ts";
import { newId } from "@/core/ids.ts";
import { getAgenda, listEventCards, listEventsOfGroup, listEventsOfScope } from "@/features/agenda/index.ts";
import { eventAudiences, visibleEvents } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { columns } from "../support/matrix.ts";
import { createGroup } from "./events-groups-world.ts";

const inDays = (days: number) => new Date(clock.now().getTime() + days * 24 * 3_600_000);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

async function sees(actor: Actor, eventId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    select 1 from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  return rows.length === 1;
}

/** Every event of a list, page after page. */
async function allOf(actor: Actor, input: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (let apres: string | null = ""; apres !== null; ) {
    const view: Awaited<ReturnType<typeof getAgenda>> = await getAgenda(actor, { ...input, ...(apres && { apres }) });
    ids.push(...view.running.map(({ id }) => id), ...view.events.map(({ id }) => id));
    apres = view.next;
  }
  return ids;
}

async function signUp(memberId: string, shiftId: string, state: "in" | "waiting" = "in") {
  const id = newId();
  const { arrivals } = await db.shift.update({
    where: { id: shiftId },
    data: { arrivals: { increment: 1 }, ...(state === "in" && { taken: { increment: 1 } }) },
  });
  await db.signUp.create({ data: { id, shiftId, memberId, state, arrival: arrivals, signedUpAt: clock.now() } });
  return id;
}

describe("the agenda", () => {
  let world: World;
  const made: { id: string; scope: string; audience: string }[] = [];

  beforeAll(async () => {
    world = await createWorld();
    let hours = 24;
    for (const scope of Object.values(scopes))
      for (const audience of eventAudiences)
        for (const adherentsOnly of [false, true]) {
          const { id } = await createEvent({ scope, audience, adherentsOnly, inHours: hours++ });
          made.push({ id, scope, audience });
        }
    for (const stage of ["draft", "proposed", "cancelled"] as const)
      made.push({
        ...(await createEvent({ stage, audience: "everyone", inHours: hours++ })),
        scope: "national/63/63113",
        audience: "everyone",
      });
    const hidden = await createEvent({ audience: "everyone", inHours: hours++ });
    await db.event.update({ where: { id: hidden.id }, data: { hiddenAt: clock.now() } });
    made.push({ id: hidden.id, scope: "national/63/63113", audience: "everyone" });
  });

  it.each(columns)(
    "shows %s in every list and every card exactly what the page of each event would",
    async (column) => {
      const actor = await actorOfColumn(world, column);
      const visible = new Map<string, boolean>();
      for (const { id } of made) visible.set(id, await sees(actor, id));
      const cards = await listEventCards(
        actor,
        made.map(({ id }) => id),
      );
      expect(cards.map(({ id }) => id).sort()).toEqual(
        made
          .map(({ id }) => id)
          .filter((id) => visible.get(id))
          .sort(),
      );
      for (const voir of ["miens", "section", "federation", "groupes", "pres", "public"]) {
        const listed = await allOf(actor, { voir, lieu: "63000", distance: "5" });
        expect(
          listed.filter((id) => !visible.get(id)),
          voir,
        ).toEqual([]);
        expect(new Set(listed).size, voir).toBe(listed.length);
      }
    },
  );

  it("misses nothing of a section, a federation, a neighbourhood and what is open", async () => {
    const member = (await actorOfColumn(world, "A")) as Member;
    const shown = async (keep: (event: (typeof made)[number]) => boolean) => {
      const kept: string[] = [];
      for (const one of made.filter(keep)) if (await sees(member, one.id)) kept.push(one.id);
      const published = await db.event.findMany({
        where: { id: { in: kept }, stage: { in: ["published", "cancelled"] } },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      });
      return published.map(({ id }) => id);
    };
    expect(await allOf(member, { voir: "section" })).toEqual(await shown(({ scope }) => scope === "national/63/63113"));
    expect(await allOf(member, { voir: "federation" })).toEqual(
      await shown(({ scope }) => scope.startsWith("national/63")),
    );
    expect(await allOf(member, { voir: "pres" })).toEqual(await shown(() => true));
    expect(await allOf(member, { voir: "public" })).toEqual(
      await shown(
        ({ scope, audience }) =>
          audience === "everyone" ||
          audience === "members" ||
          (scope === "national" && audience !== "invited" && audience !== "group"),
      ),
    );
    const group = await createGroup([[member, "member"]], { scope: "national/03/03185" });
    const followed = await createGroup([[member, "follower"]], { entry: "open" });
    for (const groupId of [group.id, followed.id])
      for (const audience of ["everyone", "section", "group"] as const)
        made.push({
          ...(await createEvent({ groupId, audience, inHours: 20, scope: group.scope })),
          audience,
          scope: groupId,
        });
    const ofGroup = await shown(({ scope }) => scope === group.id);
    expect(ofGroup).toHaveLength(2); // the one for a section is not her section's
    expect(await allOf(member, { voir: "groupes" })).toEqual(ofGroup);
    const tab = await listEventsOfGroup(member, { ...group, reads: true }, {});
    expect(tab.events.map(({ id, place }) => [id, place])).toEqual(ofGroup.map((id) => [id, "Groupe Collectif Vélo"]));
    const own = await listEventsOfScope(member, "national/63/63113", 3);
    expect(own.map(({ id }) => id)).toEqual((await allOf(member, { voir: "section" })).slice(0, 3));
  });

  it("gives a visitor no list but the public ones, whatever she asks for", async () => {
    const asked = await getAgenda(visitor, { voir: "section" });
    expect(asked.lists).toEqual(["public", "pres"]);
    expect(asked.choice.voir).toBe("public");
    expect(asked.events.every(({ audience }) => audience === "everyone")).toBe(true);
    expect((await getAgenda(visitor, { voir: "pres" })).unknown).toBe("no_place");
    expect((await getAgenda(visitor, { voir: "pres", lieu: "xqzwvkjh" })).unknown).toBe("lieu");
    expect((await getAgenda(visitor, { voir: "pres", lieu: "63000" })).place?.name).toBe("Clermont-Ferrand");
  });

  it("shows nothing to a suspended member", async () => {
    const actor = await actorOfColumn(world, "suspended");
    for (const voir of ["miens", "section", "public"]) expect(await allOf(actor, { voir })).toEqual([]);
  });
});

describe("what is mine", () => {
  it("holds what I signed up for, organise, was invited to and may come to; not what I left", async () => {
    const { cast } = await createWorld();
    const actor = (await actorOfColumn({ cast } as World, "S")) as Member;
    const memberId = actor.id;
    const joined = await createEvent({ inHours: 30, scope: "national/03/03185", audience: "invited" });
    await signUp(memberId, joined.shiftId);
    const draft = await createEvent({ inHours: 31, stage: "draft", organiserIds: [memberId] });
    const invited = await createEvent({ inHours: 32, scope: "national/03", audience: "invited" });
    await db.eventInvitee.create({ data: { eventId: invited.id, memberId, invitedAt: clock.now() } });
    const perhaps = await createEvent({ inHours: 33, audience: "everyone" });
    await db.eventAnswer.create({ data: { eventId: perhaps.id, memberId, answer: "maybe", answeredAt: clock.now() } });
    const left = await createEvent({ inHours: 34, audience: "everyone" });
    const signUpId = await signUp(memberId, left.shiftId, "waiting");
    await db.signUp.update({
      where: { id: signUpId },
      data: { state: "left", leftAt: clock.now(), leftBecause: "cancelled" },
    });
    const { events } = await getAgenda(actor, { voir: "miens" });
    expect(events.map(({ id, myPart }) => [id, myPart])).toEqual([
      [joined.id, "in"],
      [draft.id, "organises"],
      [invited.id, null],
      [perhaps.id, "maybe"],
    ]);
  });
});

describe("filters and shapes", () => {
  let member: Member;
  beforeAll(async () => {
    member = (await actorOfColumn(await createWorld(), "A")) as Member;
  });

  it("keeps a kind, and what still needs people", async () => {
    const full = await createEvent({ kind: "postering", inHours: 50, needed: 1, maximum: 1 });
    await signUp(member.id, full.shiftId);
    const short = await createEvent({ kind: "postering", inHours: 51, needed: 3 });
    const { events } = await getAgenda(member, { voir: "section", genre: "collage" });
    expect(events.map(({ id }) => id)).toEqual([full.id, short.id]);
    const lacking = await getAgenda(member, { voir: "section", genre: "collage", manque: "oui" });
    expect(lacking.events.map(({ id, missing }) => [id, missing])).toEqual([[short.id, 3]]);
  });

  it("measures from an event’s own point where it has one, else from its commune", async () => {
    const there = await createEvent({ kind: "canvassing", inHours: 60 });
    const far = await createEvent({ kind: "canvassing", inHours: 61 });
    const home = await db.commune.findUniqueOrThrow({ where: { code: "63113" } });
    const place = { latitude: (home.latitude ?? 0) + 0.06, longitude: home.longitude ?? 0 }; // 6.7 km to the north
    await db.event.update({ where: { id: far.id }, data: place });
    const asked = { voir: "pres", genre: "porte-a-porte" };
    const near = await getAgenda(member, { ...asked, distance: "5" });
    expect(near.events.map(({ id }) => id)).toEqual([there.id]);
    const around = await getAgenda(member, { ...asked, distance: "15" });
    expect(around.events.map(({ id, km }) => [id, Math.round(km ?? -1)])).toEqual([
      [there.id, 0],
      [far.id, 7],
    ]);
  });

  it("shows what runs now apart, and what was on a day in the past when asked", async () => {
    const running = await createEvent({ kind: "training", inHours: -1 });
    const over = await createEvent({ kind: "training", inHours: -30 });
    const asked = { voir: "section", genre: "formation" };
    const now = await getAgenda(member, asked);
    expect([now.running.map(({ id }) => id), now.events]).toEqual([[running.id], []]);
    const before = await getAgenda(member, { ...asked, du: dayOf(inDays(-3)), au: dayOf(clock.now()) });
    expect(before.events.map(({ id }) => id)).toEqual([over.id, running.id]);
  });

  it("puts an event on every day of a month that it covers, and says which day is a holiday", async () => {
    const event = await createEvent({ kind: "convivial" });
    await db.event.update({
      where: { id: event.id },
      data: { startsAt: new Date("2027-05-01T08:00Z"), endsAt: new Date("2027-05-02T22:00Z") }, // midnight in Paris
    });
    const { calendar } = await getAgenda(member, {
      voir: "section",
      vue: "mois",
      jour: "2027-05-15",
      genre: "moment-convivial",
    });
    const days = calendar?.weeks.flat() ?? [];
    expect(days.filter(({ events }) => events.length > 0).map(({ day }) => day)).toEqual(["2027-05-01", "2027-05-02"]);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(["2027-04-26", "2027-06-06"]);
    expect(days.find(({ day }) => day === "2027-05-01")).toMatchObject({ holiday: "1er mai", inside: true });
    expect([calendar?.earlier, calendar?.later]).toEqual(["2027-04-01", "2027-06-01"]);
  });

  it("leaves out what makes no sense in its address", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom("voir", "vue", "genre", "manque", "lieu", "distance", "du", "au", "jour", "apres"),
          fc.oneof(
            fc.string(),
            fc.constantFrom("2027-02-31", "9999-99-99", "zzzzzzzzz-zzz", "mois", "pres", "\u0000", "constructor"),
            fc.constant(["a", "b"]),
          ),
        ),
        async (asked) => {
          const view = await getAgenda(member, asked);
          expect(view.lists).toContain(view.choice.voir);
        },
      ),
      { numRuns: 60 },
    );
  });
});
