import { createEvent } from "@tests/support/events-world.ts";
import { createGroup } from "@tests/support/groups-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import {
  blockInTheDatabase,
  createDebate,
  createPerson,
  outcomeOf,
  type Person,
  suspendInTheDatabase,
} from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Member, visitor } from "@/core/actor.ts";
import { moveTown } from "@/features/accounts/index.ts";
import { PAGE_SIZE } from "@/features/feed/feed.rules.ts";
import { getFeed, getFeedNews } from "@/features/feed/index.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { toAppError } from "@/platform/db/errors.ts";
import { actorOfSession } from "@/platform/session.ts";
import { allOfFeed, idsOf, minutesAgo, tieInTheDatabase } from "./feed-world.ts";

const SECTION = "national/63/63113";
const asMember = async ({ session }: Person) => (await actorOfSession(session)) as Member;
const wallOf = async (place: string) => (await db.group.findUniqueOrThrow({ where: { place } })).id;

describe("the feed", () => {
  let nadia: Person;
  let friend: Person;
  let someone: Person;
  let me: Member;

  beforeAll(async () => {
    nadia = await createPerson("Nadia Ordinaire");
    friend = await createPerson("Colette Amie", { section: "03185", adherent: true });
    someone = await createPerson("Paul Autre", { adherent: true });
    await tieInTheDatabase(nadia.id, friend.id);
    me = await asMember(nadia);
  });

  const shown = async (fil = "tout") => idsOf((await getFeed(me, { fil })).items);
  const says = (groupId: string, at: Date, more: object = {}) =>
    createPostRow({ authorId: someone.id, groupId, at, ...more });

  it("shows what her places, her groups and her coopains published, the newest first, and nothing else", async () => {
    const mine = await createGroup({ members: [nadia] });
    const followed = await createGroup({ followers: [nadia] });
    const other = await createGroup({ members: [someone] });
    const expected = [
      (await says(await wallOf("national"), minutesAgo(1))).id,
      (await says(await wallOf("national/63"), minutesAgo(2))).id,
      (await says(await wallOf(SECTION), minutesAgo(3))).id,
      (await says(mine.id, minutesAgo(4))).id,
      (await says(followed.id, minutesAgo(5))).id,
      (await createPostRow({ authorId: friend.id, audience: "coopains", at: minutesAgo(6) })).id,
      (await createPostRow({ authorId: nadia.id, audience: "coopains", at: minutesAgo(7) })).id,
      (await createDebate("members", "national/63", null, { opensAt: minutesAgo(8) })).id,
      (await publishedAt(await createEvent({ audience: "section" }), minutesAgo(9))).id,
      (
        await publishedAt(
          await createEvent({ scope: "national/63", stage: "cancelled", audience: "federation" }),
          minutesAgo(10),
        )
      ).id,
    ];
    const elsewhere = [
      await says(other.id, minutesAgo(1)),
      await says(await wallOf("national/03"), minutesAgo(1)),
      await createPostRow({ authorId: someone.id, audience: "members", at: minutesAgo(1) }),
      await createDebate("open", "national/03", null, { opensAt: minutesAgo(1) }),
      await createDebate("members", SECTION, null, {
        opensAt: minutesAgo(-60),
        closesAt: minutesAgo(-90),
        phase: "upcoming",
      }),
      await createEvent({ scope: "national/03/03185", audience: "everyone" }),
      await createEvent({ stage: "draft", organiserIds: [nadia.id] }),
    ];
    expect(await shown()).toEqual(expected);
    expect(elsewhere).toHaveLength(7);
    expect(await shown("section")).toEqual([expected[2], expected[8]]);
    expect(await shown("groupes")).toEqual([expected[3], expected[4]]);
    expect(await shown("coopains")).toEqual([expected[5]]);
    expect(await shown("debats")).toEqual([expected[7]]);
    expect(await shown("evenements")).toEqual([expected[8], expected[9]]);
  });

  it("shows an event that her section prepares with another, and one of a group of hers, once each", async () => {
    const group = await createGroup({ members: [nadia] });
    const together = await createEvent({ scope: "national/03/03185", audience: "section" });
    for (const scope of [SECTION, "national/63"])
      await db.eventCoSection.create({
        data: { eventId: together.id, scope, accepted: true, askedAt: clock.now(), answeredAt: clock.now() },
      });
    const ours = await createEvent({ scope: SECTION, audience: "group" });
    await db.event.update({ where: { id: ours.id }, data: { groupId: group.id } });
    const found = await shown("evenements");
    expect(found.filter((id) => id === together.id)).toHaveLength(1);
    expect(found.filter((id) => id === ours.id)).toHaveLength(1);
    expect(await shown("groupes")).toContain(ours.id);
  });

  it("tells of what comes back every Saturday the first time alone", async () => {
    const [first, second] = [await createEvent(), await createEvent({ inHours: 72 + 168 })];
    const day = (date: Date) => new Date(`${date.toISOString().slice(0, 10)}T00:00Z`);
    const { id: seriesId } = await db.eventSeries.create({
      data: {
        id: "series000001",
        frequency: "weekly",
        weekday: 6,
        startMinute: 540,
        minutes: 120,
        zone: "Europe/Paris",
        fromDay: day(first.startsAt),
        createdAt: clock.now(),
      },
    });
    for (const { id, startsAt } of [first, second])
      await db.event.update({ where: { id }, data: { seriesId, seriesDay: day(startsAt) } });
    const found = await shown("evenements");
    expect(found).toContain(first.id);
    expect(found).not.toContain(second.id);
  });

  it("goes from page to page without a gap or a repeat, while people publish and at one and the same moment", async () => {
    const reader = await createPerson("Lectrice Assidue", { section: "42218" });
    const group = await createGroup({ members: [reader] });
    const wall = await wallOf("national/42/42218");
    const posts: { id: string }[] = [];
    for (let n = 0; n < 3 * PAGE_SIZE + 7; n++)
      posts.push(await says(n % 3 ? group.id : wall, minutesAgo(100 + Math.floor(n / 4))));
    const member = await asMember(reader);
    const before = new Set(idsOf(await allOfFeed(member)));
    for (const { id } of posts) expect(before.has(id)).toBe(true);
    const later = new Set<string>();
    const read = await allOfFeed(member, "tout", async () => {
      for (let n = 0; n < 5; n++) later.add((await says(group.id, clock.now())).id);
    });
    expect(new Set(idsOf(read)).size).toBe(read.length);
    expect(new Set(idsOf(read))).toEqual(before);
    expect(
      idsOf((await getFeed(member)).items)
        .slice(0, 5)
        .every((id) => later.has(id)),
    ).toBe(true);
    const moments = read.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
  });

  it("leaves nothing out of ten walls that all spoke at once", async () => {
    const reader = await createPerson("Lectrice Comblée", { section: "26362" });
    const at = minutesAgo(30);
    const posts: string[] = [];
    for (let n = 0; n < 10; n++) {
      const group = await createGroup({ members: [reader] });
      for (let post = 0; post < 7; post++) posts.push((await says(group.id, at)).id);
    }
    const read = idsOf(await allOfFeed(await asMember(reader), "groupes"));
    expect(read).toEqual(posts.toSorted((a, b) => (a < b ? 1 : -1)));
  });

  it("looks further when a whole page was not for her", async () => {
    const reader = await createPerson("Sympathisante Patiente", { section: "38185" });
    const group = await createGroup({ members: [reader] });
    const first = await says(group.id, minutesAgo(500));
    for (let n = 0; n < 3 * PAGE_SIZE; n++) await says(group.id, minutesAgo(n), { adherentsOnly: true });
    const member = await asMember(reader);
    expect(idsOf((await getFeed(member, { fil: "groupes" })).items)).toEqual([first.id]);
    for (let n = 0; n < 5 * PAGE_SIZE; n++) await says(group.id, minutesAgo(n), { adherentsOnly: true });
    // Further than one page looks: it says where to go on, without the id of what is hidden.
    const view = await getFeed(member, { fil: "groupes" });
    expect(view.items).toEqual([]);
    const edge = view.next?.split("-")[1] ?? "";
    expect(edge).toMatch(/^.{3}z{9}$/);
    expect(idsOf(await allOfFeed(member, "groupes"))).toEqual([first.id]);
  });

  it("takes back what was hidden or removed, and a place or a group that she left", async () => {
    const reader = await createPerson("Voyageuse Léa", { section: "15014" });
    const group = await createGroup({ members: [reader] });
    const inGroup = await says(group.id, minutesAgo(1));
    const hidden = await says(group.id, minutesAgo(2));
    const removed = await says(group.id, minutesAgo(3));
    const [home, debate] = [
      await wallOf("national/15/15014"),
      await createDebate("members", "national/15/15014", null),
    ];
    const atHome = await says(home, minutesAgo(4));
    const event = await createEvent({ scope: "national/15/15014" });
    const feed = async () => idsOf(await allOfFeed(await asMember(reader)));
    const everything = [inGroup.id, hidden.id, removed.id, debate.id, atHome.id, event.id];
    expect(await feed()).toEqual(expect.arrayContaining(everything));
    await db.post.update({ where: { id: hidden.id }, data: { hiddenAt: clock.now() } });
    await db.post.update({ where: { id: removed.id }, data: { removedAt: clock.now() } });
    await db.event.update({ where: { id: event.id }, data: { hiddenAt: clock.now() } });
    const still = await feed();
    for (const gone of [hidden, removed, event]) expect(still).not.toContain(gone.id);
    expect(still).toContain(atHome.id);
    await moveTown({ actor: await asMember(reader) }, { communeCode: "63113" });
    const moved = await feed();
    for (const gone of [atHome, debate]) expect(moved).not.toContain(gone.id);
    expect(moved).toContain(inGroup.id);
    await db.groupMembership.deleteMany({ where: { groupId: group.id, memberId: reader.id } });
    expect(await feed()).not.toContain(inGroup.id);
  });

  it("hides the profile’s words of who is suspended, or no coopain any more; on a common wall they stay", async () => {
    const [one, two] = [await createPerson("Amie Suspendue"), await createPerson("Ami Bloqué")];
    const group = await createGroup({ members: [nadia, one, two] });
    for (const person of [one, two]) await tieInTheDatabase(nadia.id, person.id);
    const said = async (person: Person) => ({
      own: (await createPostRow({ authorId: person.id, audience: "coopains" })).id,
      common: (await createPostRow({ authorId: person.id, groupId: group.id })).id,
    });
    const [ofOne, ofTwo] = [await said(one), await said(two)];
    expect(await shown()).toEqual(expect.arrayContaining([ofOne.own, ofOne.common, ofTwo.own, ofTwo.common]));
    await suspendInTheDatabase(one.id);
    await blockInTheDatabase(two.id, nadia.id); // without ending the tie: the law of who sees whom is enough
    const found = await shown();
    expect(found).toEqual(expect.arrayContaining([ofOne.common, ofTwo.common]));
    expect(found).not.toContain(ofOne.own);
    expect(found).not.toContain(ofTwo.own);
  });

  it("reads addresses that make no sense as the first page", async () => {
    const first = await getFeed(me);
    for (const input of [
      { fil: "x" },
      { apres: "zzzzzzzzzz-" },
      { apres: "' or 1=1" },
      { apres: ["a", "b"], depuis: "é" },
      { fil: ["tout", "section"], depuis: "-1" },
    ])
      expect({ ...(await getFeed(me, input)), readAt: null }, JSON.stringify(input)).toEqual({
        ...first,
        readAt: null,
      });
    expect((await getFeed(me, { apres: "zzzzzzzzz-zzzzzzzzzzzz" })).items.length).toBe(first.items.length);
    expect((await getFeed(me, { apres: "0-" })).items).toEqual([]);
  });

  it("is nobody’s but a member’s, and counts news for her alone", async () => {
    expect(await outcomeOf(getFeedNews(visitor, { depuis: "0-" }))).toBe("not_found");
    const suspended = await createPerson("Suzanne Absente");
    await suspendInTheDatabase(suspended.id);
    expect(await outcomeOf(getFeedNews(await actorOfSession(suspended.session), { depuis: "0-" }))).toBe("not_found");
    for (const input of [{}, { depuis: "jamais" }, { depuis: "1", fil: "tout" }])
      expect(toAppError(await getFeedNews(me, input).catch((error) => error)).code).toBe("invalid");
    const reader = await createPerson("Curieuse Zoé", { section: "26362" });
    const group = await createGroup({ members: [reader] });
    const member = await asMember(reader);
    const first = await says(group.id, minutesAgo(5));
    const { top } = await getFeed(member, { fil: "groupes" });
    const depuis = top?.point ?? "";
    const news = () => getFeedNews(member, { fil: "groupes", depuis });
    expect(await news()).toEqual({ count: 0, more: false });
    await createPostRow({ authorId: reader.id, groupId: group.id });
    await says(group.id, minutesAgo(9)); // older than what she saw
    await says(group.id, clock.now(), { adherentsOnly: true }); // not for her
    expect(await news()).toEqual({ count: 0, more: false });
    await says(group.id, clock.now());
    expect(await news()).toEqual({ count: 1, more: false });
    for (let n = 0; n < 25; n++) await says(group.id, clock.now());
    expect(await news()).toEqual({ count: 20, more: true });
    expect(idsOf((await getFeed(member, { fil: "groupes" })).items)).not.toContain(first.id);
  });
});

async function publishedAt<T extends { id: string }>(event: T, publishedAt: Date): Promise<T> {
  await db.event.update({ where: { id: event.id }, data: { publishedAt } });
  return event;
}
