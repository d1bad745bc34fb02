import { moment, oneOf } from "./pace.ts";
import type { Postgres } from "./postgres.ts";
import type { Product } from "./product.ts";
import type { Redis } from "./redis.ts";
import type { RunState } from "./run-state.ts";

export type Fault = "kill" | "postgres" | "redis";
export type Recovery = { fault: Fault; recoveryMs: number | null };
const GIVE_UP_MS = 45_000;
const REDIS_AWAY_MS = 3_000;

/** When each fault strikes, in ms after the beginning: in any order, each at a random moment of its own share of the time. */
export function planFaults(
  faults: readonly Fault[],
  seconds: number,
  random: () => number,
): { fault: Fault; at: number }[] {
  const order = faults.map((fault) => ({ fault, rank: random() })).sort((a, b) => a.rank - b.rank);
  const share = (seconds * 1000) / order.length;
  return order.map(({ fault }, index) => ({ fault, at: share * (index + 0.05 + random() * 0.5) }));
}

type Targets = {
  run: RunState;
  products: readonly Product[];
  postgres: Postgres | null;
  redis: Redis | null;
  random: () => number;
};

/** Strikes at the planned moments; answers how long each took until the next acknowledgement, in ms, or null for never. */
export async function strike(
  plan: readonly { fault: Fault; at: number }[],
  { run, products, postgres, redis, random }: Targets,
): Promise<Recovery[]> {
  const begin = performance.now();
  const recoveries: Recovery[] = [];
  for (const { fault, at } of plan) {
    await moment(begin + at);
    const product = oneOf(products, random); // one process at a time
    const struck = performance.now();
    if (fault === "kill") await product?.kill();
    else if (fault === "postgres") await postgres?.stopAtOnce();
    else await redis?.kill();
    const recovered = run.firstAcknowledged(performance.now());
    const started = restart(fault);
    const gaveUp = moment(performance.now() + GIVE_UP_MS).then(() => null);
    const first = await Promise.race([recovered, gaveUp]);
    await started;
    recoveries.push({ fault, recoveryMs: first && Math.round(first - struck) });
    console.error(`${fault} at ${Math.round(at)} ms: first acknowledgement after ${recoveries.at(-1)?.recoveryMs} ms`);
    if (first === null) break;

    async function restart(what: Fault): Promise<void> {
      if (what === "kill") await product?.start();
      else if (what === "postgres") await postgres?.start();
      else {
        await moment(performance.now() + REDIS_AWAY_MS);
        await redis?.start();
      }
    }
  }
  return recoveries;
}
