import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Member } from "@/core/actor.ts";
import { chooseFeed } from "@/features/feed/candidates.queries.ts";
import { pointText } from "@/features/feed/feed.rules.ts";
import { getFeed, getFeedNews } from "@/features/feed/index.ts";
import { getGroup } from "@/features/groups/index.ts";
import { listWall } from "@/features/posts/index.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { type PeopledWorld, peopledWorld, plansOf } from "./people-world.ts";
import { type Case, type Compared, compare, row, type Sides } from "./side-by-side.ts";

/** Neighbours on the map with a twentieth of the country's people: where a party of 5,000 is as dense as one of 100,000. */
const BEGINNING = ["15", "42", "63", "69"];
const SIZES = {
  small: { members: 5_000, ties: 50_000, events: 2_500, groups: 250, posts: 50_000, federations: BEGINNING },
  large: { members: 100_000, ties: 1_000_000, events: 50_000, groups: 5_000, posts: 1_000_000 },
};
const READERS = 61;
const ROUNDS = 303;
/** As the generator's busiest members. */
const GROUPS = 50;
const DAY = 24 * 3_600_000;

/** What a reader's questions need to know beforehand, asked once of each. */
type Reader = Member & { wall: string };
const wallOf = (reader: Member): string => (reader as Reader).wall;
const daysAgo = (days: number): string => pointText({ at: new Date(Date.now() - days * DAY), id: "" });

/** What a member of fifty groups asks of her feed and of a wall, as their pages do. */
const cases: Case[] = [
  { name: "feed, everything", ask: (reader) => getFeed(reader, {}) },
  { name: "feed, what to show alone", ask: (reader) => chooseFeed(reader, { filter: "tout", limit: 20 }) },
  { name: "feed, a page of three months ago", ask: (reader) => getFeed(reader, { apres: daysAgo(90) }) },
  { name: "feed, my section", ask: (reader) => getFeed(reader, { fil: "section" }) },
  { name: "feed, my groups", ask: (reader) => getFeed(reader, { fil: "groupes" }) },
  { name: "feed, coopains", ask: (reader) => getFeed(reader, { fil: "coopains" }) },
  { name: "feed, debates", ask: (reader) => getFeed(reader, { fil: "debats" }) },
  { name: "feed, events", ask: (reader) => getFeed(reader, { fil: "evenements" }) },
  { name: "is there news", ask: (reader) => getFeedNews(reader, { fil: "tout", depuis: daysAgo(0.01) }) },
  {
    name: "wall of a group",
    ask: async (reader) => [await getGroup(reader, wallOf(reader)), await listWall(reader, wallOf(reader))],
  },
];

/** Members of so many groups, at the same places along the map in both worlds, each with the busiest of her groups. */
async function readersOf({ pools, enter }: PeopledWorld): Promise<Reader[]> {
  enter();
  const { rows } = await (pools[0] as PeopledWorld["pools"][number]).query<{ id: string; wall: string }>(
    `select m.id, (select b.group_id from group_membership b where b.member_id = m.id order by (select count(*) from post w
        where w.group_id = b.group_id and w.removed_at is null and w.hidden_at is null) desc, b.group_id limit 1) as wall
     from (
       select m.id, row_number() over (order by m.section_id, m.id) as place, count(*) over () as all
       from member m join section s on s.id = m.section_id
       where s.federation_id = any($2::text[]) and m.erased_at is null
         and not exists (select 1 from suspension u where u.member_id = m.id)
         and (select count(*) from group_membership b where b.member_id = m.id) >= $3::int) as m
     where place * $1::int / m.all > (place - 1) * $1::int / m.all order by md5(m.id)`,
    [READERS, BEGINNING, GROUPS * 0.8],
  );
  const readers = await Promise.all(rows.map(async ({ id, wall }) => ({ ...(await actorOfMember(id)), wall })));
  return readers.filter((reader) => reader.kind === "member") as Reader[];
}

/** The feed and the walls of a party of 100,000 with 5,000 groups and 1,000,000 posts beside one of a twentieth, in one run. */
export async function benchFeed(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, kept: option, only: option, rounds: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const worlds: Sides<PeopledWorld> = {
    small: await peopledWorld("feed_small", SIZES.small, values.kept),
    large: await peopledWorld("feed_large", SIZES.large, values.kept),
  };
  for (const [name, { generated }] of Object.entries(worlds)) console.error(`${name}: ${JSON.stringify(generated)}`);
  const readers = { small: await readersOf(worlds.small), large: await readersOf(worlds.large) };
  console.error(`readers: ${readers.small.length}, ${readers.large.length}`);
  console.error("| what | 50,000 posts | 1,000,000 posts | bare | ratio | pages |\n|---|---|---|---|---|---|");
  const results: Record<string, Compared> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    const compared = await compare(worlds, readers, ask, Number(values.rounds ?? ROUNDS));
    results[name] = compared;
    console.error(row(name, compared));
    const reader = readers.large[7];
    if (values.plans && reader) plans.push(`## ${name}\n\n${await plansOf(worlds.large, () => ask(reader, 1))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  return { generated: { small: worlds.small.generated, large: worlds.large.generated }, results };
}
