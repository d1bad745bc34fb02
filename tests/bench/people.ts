import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Member } from "@/core/actor.ts";
import { singletons } from "@/platform/singletons.ts";
import { percentile, rounded } from "./figures.ts";
import { at, type Case, cases } from "./people-cases.ts";
import {
  densityOf,
  type PeopledWorld,
  pagesOf,
  peopledWorld,
  plansOf,
  readersOf,
  statementsOf,
} from "./people-world.ts";

/** Neighbours on the map, with a twentieth of the country's people: where a party of 5,000 is as dense as one of 100,000. */
const BEGINNING = ["15", "42", "63", "69"];
const SIZES = {
  dense: { members: 5_000, ties: 50_000, federations: BEGINNING },
  thin: { members: 5_000, ties: 50_000 },
  large: { members: 100_000, ties: 1_000_000 },
};
// A prime, so that every reader asks every question of a list.
const READERS = 101;
const ROUNDS = 303;
const WARM_UP = 60;
const BARE_EVERY = 3;
const LOOKED_AT = 24;

/** Who asks, and where: the large party is asked by members of the same places as the dense one, and by all the country's. */
type Side = "dense" | "largeThere" | "thin" | "large";
type Asked = { world: PeopledWorld; readers: Member[] };
type Figures = { p50: number; p95: number };
/** `pages`: looked at by Postgres for an answer, on average. `bare`: the statements of the large party, one after the other, sent again through `pg` alone. Milliseconds, and large to small. */
type Compared = Record<Side | "bare", Figures> & {
  equalDensity: Figures;
  spreadThin: Figures;
  pages: Record<Side, number>;
};

/** What members ask of people, in parties of 5,000 and in one of 100,000, side by side in one run. */
export async function benchPeople(args: string[]) {
  const option = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { plans: option, kept: option, only: option, json: { type: "boolean" } },
  });
  singletons.limits = { consume: async () => {} };
  const world = async (name: keyof typeof SIZES) => {
    const made = await peopledWorld(name, SIZES[name], values.kept);
    console.error(`${name}: ${JSON.stringify(made.generated)}`);
    return made;
  };
  const [dense, thin, large] = [await world("dense"), await world("thin"), await world("large")];
  const asked = async (where: PeopledWorld, federations: string[] | null): Promise<Asked> => ({
    world: where,
    readers: await readersOf(where, READERS, federations),
  });
  const sides: Record<Side, Asked> = {
    dense: await asked(dense, BEGINNING),
    largeThere: await asked(large, BEGINNING),
    thin: await asked(thin, null),
    large: await asked(large, null),
  };
  const sections: Record<string, object> = {};
  for (const [side, { world: where, readers }] of Object.entries(sides))
    sections[side] = await densityOf(where, readers);
  console.error(`members of the readers' sections: ${JSON.stringify(sections)}\n${header}`);
  const results: Record<string, Compared> = {};
  const plans: string[] = [];
  for (const { name, ask } of cases.filter((one) => !values.only || one.name.includes(values.only))) {
    const compared = await compare(sides, ask);
    results[name] = compared;
    console.error(rowOf(name, compared));
    if (values.plans)
      plans.push(`## ${name}\n\n${await plansOf(large, () => ask(at(sides.largeThere.readers, 3), 3))}\n`);
  }
  if (values.plans) writeFileSync(values.plans, plans.join("\n"));
  const generated = { dense: dense.generated, thin: thin.generated, large: large.generated };
  return { generated, sections, results };
}

/** The same question put in turn on every side, and none always first. */
async function compare(sides: Record<Side, Asked>, ask: Case["ask"]): Promise<Compared> {
  const order = Object.keys(sides) as Side[];
  const samples: Record<Side | "bare", number[]> = { dense: [], largeThere: [], thin: [], large: [], bare: [] };
  for (let turn = 0; turn < WARM_UP + ROUNDS; turn++) {
    for (let step = 0; step < order.length; step++) {
      const side = at(order, turn + step);
      const { world, readers } = sides[side];
      world.enter();
      const spent = await timed(() => ask(at(readers, turn), turn));
      if (turn >= WARM_UP) samples[side].push(spent);
    }
    if (turn % BARE_EVERY > 0) continue;
    const { world, readers } = sides.largeThere;
    world.enter();
    const sent = await statementsOf(world, () => ask(at(readers, turn), turn));
    const spent = await timed(async () => {
      for (const { pool, asked } of sent) await pool.query(asked);
    });
    if (turn >= WARM_UP) samples.bare.push(spent);
  }
  const of = (side: Side | "bare"): Figures => ({
    p50: rounded(percentile(samples[side], 0.5), 2),
    p95: rounded(percentile(samples[side], 0.95), 2),
  });
  const pages = { dense: 0, largeThere: 0, thin: 0, large: 0 };
  for (const side of order) {
    const { world, readers } = sides[side];
    for (let turn = 0; turn < LOOKED_AT; turn++)
      pages[side] += (await pagesOf(world, () => ask(at(readers, turn), turn))) / LOOKED_AT;
    pages[side] = Math.round(pages[side]);
  }
  const figures = { dense: of("dense"), largeThere: of("largeThere"), thin: of("thin"), large: of("large") };
  return {
    ...figures,
    pages,
    bare: of("bare"),
    equalDensity: ratio(figures.largeThere, figures.dense),
    spreadThin: ratio(figures.large, figures.thin),
  };
}

const ratio = (large: Figures, small: Figures): Figures => ({
  p50: rounded(large.p50 / small.p50, 2),
  p95: rounded(large.p95 / small.p95, 2),
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The results as docs/performance.md shows them. */
const header = `| what | 5,000 as dense | 100,000 | bare | ratio | pages | 5,000 spread thin | 100,000 | ratio |
|---|---|---|---|---|---|---|---|---|`;
const pair = ({ p50, p95 }: Figures, digits: number) => `${p50.toFixed(digits)}, ${p95.toFixed(digits)}`;
const rowOf = (name: string, { dense, largeThere, bare, equalDensity, pages, thin, large, spreadThin }: Compared) =>
  `| ${[name, pair(dense, 1), pair(largeThere, 1), pair(bare, 1), pair(equalDensity, 2), `${pages.dense}, ${pages.largeThere}`, pair(thin, 1), pair(large, 1), pair(spreadThin, 2)].join(" | ")} |`;
