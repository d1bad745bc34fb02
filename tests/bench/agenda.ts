import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Member } from "@/core/actor.ts";
import { getAgenda, listEventsOfScope } from "@/features/agenda/index.ts";
import { getFigures } from "@/features/field-reports/index.ts";
import { singletons } from "@/platform/singletons.ts";
import { percentile, rounded } from "./figures.ts";
import { type PeopledWorld, peopledWorld, plansOf, readersOf, statementsOf } from "./people-world.ts";

/** Neighbours on the map with a fortieth of the country's people: where 5,000 events stand as dense as 200,000. */
const BEGINNING = ["15", "42", "63"];
const SIZES = {
  small: { members: 2_500, ties: 25_000, events: 5_000, federations: BEGINNING },
  large: { members: 100_000, ties: 1_000_000, events: 200_000 },
};
const READERS = 101;
const ROUNDS = 303;
const WARM_UP = 50;
const BARE_EVERY = 3;

type Case = { name: string; ask: (reader: Member, turn: number) => Promise<unknown> };

/** What members ask of the agenda, as its pages do. */
const cases: Case[] = [
  { name: "agenda, mine", ask: (reader) => getAgenda(reader, { voir: "miens" }) },
  { name: "agenda, section", ask: (reader) => getAgenda(reader, { voir: "section" }) },
  { name: "agenda, federation", ask: (reader) => getAgenda(reader, { voir: "federation" }) },
  {
    name: "agenda, near me",
    ask: (reader, turn) => getAgenda(reader, { voir: "pres", distance: String([5, 10, 20][turn % 3]) }),
  },
  { name: "agenda, near me, short of people", ask: (reader) => getAgenda(reader, { voir: "pres", manque: "oui" }) },
  { name: "agenda, public", ask: (reader) => getAgenda(reader, { voir: "public" }) },
  { name: "agenda, month of the section", ask: (reader) => getAgenda(reader, { voir: "section", vue: "mois" }) },
  { name: "section page, next events", ask: (reader) => listEventsOfScope(reader, reader.section.scope, 5) },
  { name: "figures of the section", ask: (reader) => getFigures(reader, placeOf(reader)) },
];

function placeOf({ section }: Member) {
  const [, federation, id] = section.scope.split("/");
  return { federation, section: id };
}

/** The agenda of a party of 100,000 with 200,000 events and 2,000,000 sign-ups beside one of 5,000 events, in one run. */
export async function benchAgenda(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, kept: option, only: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const worlds = {
    small: await peopledWorld("agenda_small", SIZES.small, values.kept),
    large: await peopledWorld("agenda_large", SIZES.large, values.kept),
  };
  for (const [name, { generated }] of Object.entries(worlds)) console.error(`${name}: ${JSON.stringify(generated)}`);
  const readers = {
    small: await readersOf(worlds.small, READERS, BEGINNING),
    large: await readersOf(worlds.large, READERS, BEGINNING),
  };
  console.error("| what | 5,000 events | 200,000 events | bare | ratio |\n|---|---|---|---|---|");
  const results: Record<string, object> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    const samples = await compare(worlds, readers, ask);
    const of = (side: keyof typeof samples) => [0.5, 0.95].map((share) => rounded(percentile(samples[side], share), 2));
    const [small, large, bare] = [of("small"), of("large"), of("bare")];
    const ratio = small.map((figure, n) => rounded((large[n] ?? 0) / figure, 2));
    results[name] = { small, large, bare, ratio };
    console.error(
      `| ${[name, small, large, bare, ratio].map((cell) => String(cell).replace(",", ", ")).join(" | ")} |`,
    );
    const reader = readers.large[7];
    if (values.plans && reader) plans.push(`## ${name}\n\n${await plansOf(worlds.large, () => ask(reader, 1))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  return { generated: { small: worlds.small.generated, large: worlds.large.generated }, results };
}

/** The same question put in turn to both, neither always first; then the large one's statements again, through `pg` alone. */
async function compare(
  worlds: Record<"small" | "large", PeopledWorld>,
  readers: Record<"small" | "large", readonly Member[]>,
  ask: Case["ask"],
) {
  const samples: Record<"small" | "large" | "bare", number[]> = { small: [], large: [], bare: [] };
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    const order = turn % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const);
    const readerOf = (side: "small" | "large") => readers[side][turn % readers[side].length] as Member;
    for (const side of order) {
      worlds[side].enter();
      const spent = await timed(() => ask(readerOf(side), turn));
      if (turn >= WARM_UP) samples[side].push(spent);
    }
    if (turn % BARE_EVERY > 0) continue;
    worlds.large.enter();
    const sent = await statementsOf(worlds.large, () => ask(readerOf("large"), turn));
    const spent = await timed(async () => {
      for (const { pool, asked } of sent) await pool.query(asked);
    });
    if (turn >= WARM_UP) samples.bare.push(spent);
  }
  return samples;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
