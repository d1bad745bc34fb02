import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Grant, Member } from "@/core/actor.ts";
import { federationScope } from "@/core/scope.ts";
import { listSuggestions } from "@/features/coopains/index.ts";
import { getFederationDesk, getSectionDesk, listMembers, listNewcomers } from "@/features/desk/index.ts";
import { searchManagedMembers } from "@/features/mandates/managed-member.queries.ts";
import { getDirectory, getProfile, proposeMembers } from "@/features/profiles/index.ts";
import { getSection } from "@/features/sections/index.ts";
import { pool } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { percentile, rounded } from "./figures.ts";
import { enterWorld, type PeopledWorld, peopledWorld, readersOf, statementsOf } from "./people-world.ts";

const SMALL = { members: 5_000, ties: 50_000 };
const LARGE = { members: 100_000, ties: 1_000_000 };
const READERS = 60;
const ROUNDS = 300;
const WARM_UP = 60;
const BARE_EVERY = 3;

const typed =
  "ma le be na jo mar dup ben cla léa fat ngu mart mich roch vial nadi hugo merci carli diall belka thier isabe mercie dubreu garcia fontai merceir dupond xavi zoé".split(
    " ",
  );
const names = ["mercier", "nadia", "le", "dubreuil", "jean", "thévenet"];
const labels = ["graphisme", "photo", "cuisine", "langue des signes"];

type Case = { name: string; ask: (reader: Member, turn: number) => Promise<unknown> };
const at = <T>(list: readonly T[], turn: number): T => list[turn % list.length] as T;

const cases: Case[] = [
  { name: "typeahead", ask: (reader, turn) => proposeMembers(reader, at(typed, turn)) },
  { name: "directory, name", ask: (reader, turn) => getDirectory(reader, { q: at(names, turn) }) },
  { name: "directory, skill", ask: (reader, turn) => getDirectory(reader, { competence: at(labels, turn) }) },
  {
    name: "directory, near",
    ask: (reader, turn) => getDirectory(reader, { distance: at(["5", "10", "20", "50"], turn) }),
  },
  { name: "directory, own section", ask: (reader) => getDirectory(reader, {}) },
  { name: "suggestions", ask: (reader) => listSuggestions(reader) },
  { name: "profile", ask: async (reader) => getProfile(reader, await neighbourOf(reader)) },
  { name: "section page", ask: async (reader) => getSection(reader, await addressOf(reader)) },
  { name: "section console", ask: (reader) => getSectionDesk(leading(reader), placeOf(reader)) },
  { name: "section console, newcomers", ask: (reader) => listNewcomers(leading(reader), reader.section.id) },
  { name: "section console, members", ask: (reader) => listMembers(leading(reader), { sectionId: reader.section.id }) },
  { name: "federation console", ask: (reader) => getFederationDesk(administering(reader), placeOf(reader).federation) },
  {
    name: "national member search",
    ask: (reader, turn) => searchManagedMembers(national(reader), { membre: at(names, turn) }),
  },
];

const holding = (reader: Member, grant: Grant): Member => ({ ...reader, grants: [grant] });
const leading = (reader: Member) => holding(reader, { role: "section_leader", scope: reader.section.scope });
const national = (reader: Member) => holding(reader, { role: "national_admin", scope: "national" });
const administering = (reader: Member) =>
  holding(reader, { role: "federation_admin", scope: federationScope(reader.section.scope) ?? "national" });

function placeOf({ section }: Member): { federation: string; section: string } {
  const [, federation = "", own = ""] = section.scope.split("/");
  return { federation, section: own };
}

/** What the cases need to know beforehand, asked once in each world and kept. */
const asides = new WeakMap<object, Map<string, unknown>>();
async function aside<Row extends object>(key: string, text: string, values: unknown[]): Promise<Row> {
  const known = asides.get(pool()) ?? new Map<string, unknown>();
  asides.set(pool(), known);
  if (!known.has(key)) known.set(key, (await pool().query<Row>(text, values)).rows[0]);
  return known.get(key) as Row;
}

const neighbourOf = async ({ id }: Member) =>
  (
    await aside<{ id: string }>(
      `of ${id}`,
      "select t.other_id as id from coopain t where t.member_id = $1 and not exists (select 1 from suspension u where u.member_id = t.other_id) limit 1",
      [id],
    )
  ).id;

const addressOf = ({ section }: Member) =>
  aside<{ federation: string; section: string }>(
    `at ${section.id}`,
    "select f.slug as federation, s.slug as section from section s join federation f on f.id = s.federation_id where s.id = $1",
    [section.id],
  );

type Figures = { p50: number; p95: number };
/** `bare`: the same statements in the large party, one after the other, sent again through `pg` alone. */
type Compared = { small: Figures; large: Figures; bare: Figures; ratio: number };

/** What members ask of people, in a party of 5,000 and in one of 100,000, side by side in one run. */
export async function benchPeople(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, small: option, large: option, only: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const worlds = {
    small: values.small ? await enterWorld(values.small, SMALL) : await peopledWorld("small", SMALL),
    large: values.large ? await enterWorld(values.large, LARGE) : await peopledWorld("large", LARGE),
  };
  console.error(`generated: ${JSON.stringify([worlds.small.generated, worlds.large.generated])}`);
  const readers = { small: await readersOf(worlds.small, READERS), large: await readersOf(worlds.large, READERS) };
  const results: Record<string, Compared> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    results[name] = await compare(worlds, readers, ask);
    console.error(`${name}: ${JSON.stringify(results[name])}`);
    if (values.plans) plans.push(`## ${name}\n\n${await plansOf(worlds.large, () => ask(at(readers.large, 3), 3))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  return { small: worlds.small.generated, large: worlds.large.generated, results };
}

/** The two worlds asked in turn, the same question of as many readers. */
async function compare(
  worlds: Record<"small" | "large", PeopledWorld>,
  readers: Record<"small" | "large", Member[]>,
  ask: Case["ask"],
): Promise<Compared> {
  const samples = { small: [] as number[], large: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    for (const side of ["small", "large"] as const) {
      worlds[side].enter();
      const reader = at(readers[side], turn);
      const spent = await timed(() => ask(reader, turn));
      if (turn >= WARM_UP) samples[side].push(spent);
    }
    if (turn % BARE_EVERY > 0) continue;
    const sent = await statementsOf(worlds.large, () => ask(at(readers.large, turn), turn));
    const spent = await timed(async () => {
      for (const { pool: sentOn, asked } of sent) await sentOn.query(asked);
    });
    if (turn >= WARM_UP) samples.bare.push(spent);
  }
  const figures = (of: readonly number[]): Figures => ({
    p50: rounded(percentile(of, 0.5), 2),
    p95: rounded(percentile(of, 0.95), 2),
  });
  const [small, large, bare] = [figures(samples.small), figures(samples.large), figures(samples.bare)];
  return { small, large, bare, ratio: rounded(large.p95 / small.p95, 2) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** What Postgres does for each statement of this work. */
async function plansOf(world: PeopledWorld, work: () => Promise<unknown>): Promise<string> {
  world.enter();
  const explained = [];
  for (const { pool: sentOn, asked } of await statementsOf(world, work)) {
    const { rows } = await sentOn.query({
      text: `explain (analyze, buffers, costs off) ${asked.text}`,
      values: asked.values ?? [],
    });
    explained.push(`\`\`\`\n${rows.map((row) => Object.values(row)[0]).join("\n")}\n\`\`\``);
  }
  return explained.join("\n");
}
