import { createEvent } from "@tests/support/events-world.ts";
import { createGroup, inviteInTheDatabase } from "@tests/support/groups-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import { fc } from "@tests/support/properties.ts";
import { actorOfColumn, createDebate, createWorld, outcomeOf, scopes, type World } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { homesOf, type Member } from "@/core/actor.ts";
import { getDebatePage } from "@/features/debates/index.ts";
import { eventAudiences, getEvent } from "@/features/events/index.ts";
import { chooseFeed } from "@/features/feed/candidates.queries.ts";
import { getPost } from "@/features/posts/index.ts";
import { db } from "@/platform/db/client.ts";
import type { Audience, Column } from "../support/matrix.ts";
import { allOfFeed, idsOf, minutesAgo, tieInTheDatabase } from "./feed-world.ts";

const RUNS = 4;
const readers = ["S", "A", "L", "F", "M", "N", "B"] as const satisfies readonly Column[];
const scopeList = Object.values(scopes);
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);

/** Something that was published somewhere. `by`, `where`: numbers of people and groups of the world. */
const thing = fc.record({
  kind: oneOf(["post", "post", "post", "profile", "debate", "event", "event"] as const),
  by: fc.nat(20),
  where: fc.nat(20),
  scope: oneOf(scopeList),
  // Few moments for many things: what was published together has an order all the same.
  minutes: fc.integer({ min: 1, max: 12 }),
  adherentsOnly: fc.boolean(),
  audience: oneOf(["coopains", "section", "members"] as const),
  debate: oneOf(["open", "members", "adherents"] as readonly Audience[]),
  event: oneOf(eventAudiences),
  state: oneOf(["shown", "shown", "shown", "hidden", "removed"] as const),
});
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never;
type Made = { id: string; kind: "post" | "debate" | "event"; hers: (reader: Member, own: Own) => boolean };
/** Whose walls a reader's feed shows. */
type Own = { groups: ReadonlySet<string>; people: ReadonlySet<string> };

describe("the feed of anybody, in any world", () => {
  let world: World;
  const groups: string[] = [];
  const people: string[] = [];

  beforeAll(async () => {
    world = await createWorld();
    people.push(...Object.values(world.cast).map(({ id }) => id), world.neverNamed.id, world.named.id);
    const of = (...names: (keyof World["cast"])[]) => names.map((name) => world.cast[name]);
    for (const place of ["national", "national/63", "national/63/63113", "national/63/63-autres", "national/03"])
      groups.push((await db.group.findUniqueOrThrow({ where: { place } })).id);
    groups.push((await createGroup({ entry: "open", members: of("S", "B"), followers: of("N") })).id);
    groups.push((await createGroup({ entry: "open", members: [world.named] })).id);
    groups.push((await createGroup({ entry: "request", members: of("A"), managers: of("F") })).id);
    groups.push((await createGroup({ entry: "closed", leads: of("S"), members: of("L", "M") })).id);
    groups.push((await createGroup({ adherentsOnly: true, members: of("A", "B", "suspended") })).id);
    const invited = await createGroup({ entry: "closed", leads: [world.named] });
    await inviteInTheDatabase(invited.id, world.cast.A.id, world.named.id);
    groups.push(invited.id);
    for (const name of ["S", "A", "N", "B"] as const) {
      await tieInTheDatabase(world.cast[name].id, world.named.id);
      if (name !== "B") await tieInTheDatabase(world.cast[name].id, world.cast.suspended.id);
      await tieInTheDatabase(world.cast[name].id, world.neverNamed.id);
    }
    await tieInTheDatabase(world.cast.S.id, world.cast.A.id);
  });

  async function make(of: Thing): Promise<Made> {
    const at = minutesAgo(of.minutes);
    const authorId = people[of.by % people.length] ?? null;
    const state = { hidden: of.state === "hidden", removed: of.state === "removed" };
    const shown = of.state === "shown";
    if (of.kind === "post") {
      const groupId = groups[of.where % groups.length] ?? "";
      const { id } = await createPostRow({ authorId, groupId, at, adherentsOnly: of.adherentsOnly, ...state });
      return { id, kind: "post", hers: (_, own) => shown && own.groups.has(groupId) };
    }
    if (of.kind === "profile") {
      const { id } = await createPostRow({ authorId, audience: of.audience, at, ...state });
      return { id, kind: "post", hers: (_, own) => shown && authorId !== null && own.people.has(authorId) };
    }
    if (of.kind === "debate") {
      const phase = shown ? "debate" : "upcoming";
      const opensAt = shown ? at : minutesAgo(-of.minutes);
      const { id } = await createDebate(of.debate, of.scope, authorId, { opensAt, phase });
      return { id, kind: "debate", hers: (reader) => shown && homesOf(reader).includes(of.scope) };
    }
    const organiserIds = of.where % 3 === 0 && authorId ? [authorId] : [];
    const stage = of.state === "removed" ? "draft" : of.where % 4 === 0 ? "cancelled" : "published";
    const { adherentsOnly, scope, event: audience } = of;
    // Of a group at times; of the audience "group" always.
    const groupId = audience === "group" || of.where % 5 === 0 ? (groups[5 + (of.where % 6)] ?? null) : null;
    const { id } = await createEvent({
      scope,
      audience,
      adherentsOnly,
      stage,
      organiserIds,
      ...(groupId && { groupId }),
    });
    const published = stage === "draft" ? null : at;
    await db.event.update({ where: { id }, data: { publishedAt: published, hiddenAt: state.hidden ? at : null } });
    const isHers = (reader: Member, own: Own) =>
      homesOf(reader).includes(scope) || (groupId !== null && own.groups.has(groupId));
    return { id, kind: "event", hers: (reader, own) => shown && isHers(reader, own) };
  }

  const opens = (reader: Member, { kind, id }: Made): Promise<unknown> =>
    kind === "post" ? getPost(reader, id) : kind === "debate" ? getDebatePage(reader, id) : getEvent(reader, id);

  async function ownOf(reader: Member): Promise<Own> {
    const [memberships, places, ties] = await Promise.all([
      db.groupMembership.findMany({ where: { memberId: reader.id } }),
      db.group.findMany({ where: { place: { in: homesOf(reader) } } }),
      db.coopain.findMany({ where: { memberId: reader.id } }),
    ]);
    return {
      groups: new Set([...memberships.map(({ groupId }) => groupId), ...places.map(({ id }) => id)]),
      people: new Set([reader.id, ...ties.map(({ otherId }) => otherId)]),
    };
  }

  it("is exactly what was published for her and what each one’s own page would show her, each once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 30, maxLength: 70 }), async (things) => {
        await db.$executeRawUnsafe("truncate post, debate, event cascade");
        const made: Made[] = [];
        for (const one of things) made.push(await make(one));
        for (const column of readers) {
          const reader = (await actorOfColumn(world, column)) as Member;
          const own = await ownOf(reader);
          const expected: string[] = [];
          for (const one of made)
            if (one.hers(reader, own) && (await outcomeOf(opens(reader, one))) === "ok") expected.push(one.id);
          // Cards ask the law again: what is chosen has to stand by itself.
          const { items: chosen } = await chooseFeed(reader, { filter: "tout", limit: things.length });
          expect(idsOf(chosen).toSorted(), column).toEqual(expected.toSorted());
          const feed = await allOfFeed(reader);
          expect(idsOf(feed).toSorted(), column).toEqual(expected.toSorted());
          const order = feed.map(({ at, id }) => [at, id] as const);
          expect(order).toEqual(order.toSorted((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1)));
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
