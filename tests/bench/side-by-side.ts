import type { Member } from "@/core/actor.ts";
import { percentile, rounded } from "./figures.ts";
import { type PeopledWorld, pagesOf, statementsOf } from "./people-world.ts";

/** A question as a page puts it. `turn` counts from 0, so that a case may vary what it asks. */
export type Case = { name: string; ask: (reader: Member, turn: number) => Promise<unknown> };
export type Side = "small" | "large";
export type Sides<T> = Record<Side, T>;
/** p50 and p95. */
export type Figures = [number, number];
/** Milliseconds; `bare`: the large one's statements again, one after the other, through `pg` alone; `ratio`: large to small. */
export type Compared = Sides<Figures> & { bare: Figures; ratio: Figures; pages: Sides<number> };

const WARM_UP = 50;
const BARE_EVERY = 3;
const LOOKED_AT = 24;

/** The same question put in turn in both worlds, neither always first, `rounds` times after a warm-up that is not counted. */
export async function compare(
  worlds: Sides<PeopledWorld>,
  readers: Sides<readonly Member[]>,
  ask: Case["ask"],
  rounds: number,
): Promise<Compared> {
  const samples: Record<Side | "bare", number[]> = { small: [], large: [], bare: [] };
  const readerOf = (side: Side, turn: number) => readers[side][turn % readers[side].length] as Member;
  for (let turn = 0; turn < WARM_UP + rounds; turn++) {
    const order: readonly Side[] = turn % 2 === 0 ? ["small", "large"] : ["large", "small"];
    for (const side of order) {
      worlds[side].enter();
      const spent = await timed(() => ask(readerOf(side, turn), turn));
      if (turn >= WARM_UP) samples[side].push(spent);
    }
    if (turn % BARE_EVERY > 0) continue;
    worlds.large.enter();
    const sent = await statementsOf(worlds.large, () => ask(readerOf("large", turn), turn));
    const spent = await timed(async () => {
      for (const { pool, asked } of sent) await pool.query(asked);
    });
    if (turn >= WARM_UP) samples.bare.push(spent);
  }
  const of = (side: Side | "bare"): Figures => [
    rounded(percentile(samples[side], 0.5), 2),
    rounded(percentile(samples[side], 0.95), 2),
  ];
  const looked = async (side: Side) => {
    let pages = 0;
    for (let turn = 0; turn < LOOKED_AT; turn++)
      pages += await pagesOf(worlds[side], () => ask(readerOf(side, turn), turn));
    return Math.round(pages / LOOKED_AT);
  };
  const [small, large, bare] = [of("small"), of("large"), of("bare")];
  const ratio: Figures = [rounded(large[0] / small[0], 2), rounded(large[1] / small[1], 2)];
  return { small, large, bare, ratio, pages: { small: await looked("small"), large: await looked("large") } };
}

/** As docs/performance.md shows it. */
export const row = (name: string, { small, large, bare, ratio, pages }: Compared): string =>
  `| ${[name, small.join(", "), large.join(", "), bare.join(", "), ratio.join(", "), `${pages.small} → ${pages.large}`].join(" | ")} |`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
