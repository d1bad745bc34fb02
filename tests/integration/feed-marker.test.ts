import { createGroup } from "@tests/support/groups-world.ts";
import { createPostRow } from "@tests/support/posts-world.ts";
import { actorOfColumn, createPerson, createWorld, outcomeOf, type Person } from "@tests/support/worlds.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/core/actor.ts";
import { feedPersonalData, getFeed, markRead } from "@/features/feed/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { actorOfSession } from "@/platform/session.ts";
import { columns, rows } from "../support/matrix.ts";
import { minutesAgo } from "./feed-world.ts";

const asMember = async ({ session }: Person) => (await actorOfSession(session)) as Member;
const markerOf = async (memberId: string) => (await db.feedMarker.findUnique({ where: { memberId } }))?.readAt ?? null;

describe("one’s place in the feed", () => {
  let reader: Person;
  let author: Person;
  let member: Member;
  let group: { id: string };
  const says = (minutes: number, authorId = author.id) =>
    createPostRow({ authorId, groupId: group.id, at: minutesAgo(minutes) });
  const seen = (at: Date) => markRead({ actor: member }, { readAt: at.getTime() });

  beforeAll(async () => {
    reader = await createPerson("Nadia Ordinaire");
    author = await createPerson("Paul Autre");
    group = await createGroup({ members: [reader, author] });
    member = await asMember(reader);
    for (const minutes of [10, 20, 30]) await says(minutes);
  });

  it("is nowhere at first: nothing is old, nothing is new", async () => {
    expect(await getFeed(member, { fil: "groupes" })).toMatchObject({ readAt: null, line: null, fresh: 0 });
  });

  it("moves on when the top was seen, and stands between what is new and what is not", async () => {
    const { top } = await getFeed(member);
    await seen(new Date(top?.at ?? 0));
    expect(await getFeed(member, { fil: "groupes" })).toMatchObject({ readAt: top?.at, line: 0, fresh: 0 });
    await says(2);
    await says(1, reader.id); // her own words are no news to her
    expect(await getFeed(member, { fil: "groupes" })).toMatchObject({ line: 2, fresh: 1 });
  });

  it("never moves back, whichever of two screens speaks last", async () => {
    const [newer, older] = [minutesAgo(1), minutesAgo(40)];
    await seen(newer);
    await seen(older);
    expect(await markerOf(reader.id)).toEqual(newer);
    await Promise.all(Array.from({ length: 20 }, (_, n) => seen(new Date(newer.getTime() + n))));
    expect(await markerOf(reader.id)).toEqual(new Date(newer.getTime() + 19));
  });

  it("does not run ahead of the clock", async () => {
    await seen(minutesAgo(-60 * 24 * 365));
    expect((await markerOf(reader.id))?.getTime()).toBeLessThanOrEqual(clock.now().getTime());
  });

  it("stays where it was through the later pages of one visit", async () => {
    const other = await createPerson("Lectrice Lente");
    const wall = await createGroup({ members: [other] });
    for (let n = 0; n < 30; n++)
      await createPostRow({ authorId: author.id, groupId: wall.id, at: minutesAgo(100 + n) });
    const her = await asMember(other);
    await markRead({ actor: her }, { readAt: minutesAgo(124.5).getTime() });
    const first = await getFeed(her, { fil: "groupes" });
    expect(first).toMatchObject({ line: null, fresh: 20 });
    await markRead({ actor: her }, { readAt: first.top?.at ?? 0 });
    const depuis = (first.readAt ?? 0).toString(36);
    const second = await getFeed(her, { fil: "groupes", apres: first.next, depuis });
    expect(second).toMatchObject({ line: 5, first: false, top: null, next: null });
    expect(second.items).toHaveLength(10);
  });

  it("is in her export, and goes with her account", async () => {
    expect(Object.values(await feedPersonalData.read(reader.id))).toEqual([await markerOf(reader.id)]);
    const told = await db.$transaction((tx) => feedPersonalData.erase(tx as unknown as Tx, reader));
    expect(told).toEqual([]);
    expect(await markerOf(reader.id)).toBeNull();
  });

  it("is kept by members for themselves alone, and tells nobody", async () => {
    const world = await createWorld();
    const facts = await db.fact.count();
    for (const column of columns) {
      const actor = await actorOfColumn(world, column);
      const outcome = await outcomeOf(markRead({ actor }, { readAt: 1_000 }));
      const refused = column === "suspended" ? "forbidden" : "unauthenticated";
      expect(outcome, column).toBe(rows.homeFeed.cells[column] === "o" ? "ok" : refused);
      if (actor.kind === "member") expect(await markerOf(actor.id)).toEqual(new Date(1_000));
    }
    expect(await db.fact.count()).toBe(facts);
    expect(await outcomeOf(markRead({ actor: member }, { readAt: 5, memberId: author.id } as never))).toBe("invalid");
  });
});
