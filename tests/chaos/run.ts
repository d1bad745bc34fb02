import { percentile } from "../bench/figures.ts";
import { openBadLine } from "./bad-line.ts";
import { check, type Verdict } from "./checker.ts";
import { openCrowd } from "./crowd.ts";
import { type Fault, planFaults, type Recovery, strike } from "./faults.ts";
import type { History } from "./history.ts";
import { type Crowd, lastWords, load } from "./load.ts";
import { randomFrom, until } from "./pace.ts";
import { joinPostgres, type Postgres } from "./postgres.ts";
import { choosePorts, type Product, prepareProduct } from "./product.ts";
import { type Redis, startRedis } from "./redis.ts";
import type { Mutant, RunState } from "./run-state.ts";
import type { Talks } from "./talks.ts";
import { readStored } from "./world.ts";

export type Options = {
  kills: number;
  postgresRestarts: number;
  redisRestarts: number;
  /** Times that a random third of the lines is reset. */
  resets: number;
  processes: number;
  clients: number;
  /** Contributions a second, in all. */
  rate: number;
  seconds: number;
  seed: number;
  mutant: Mutant | undefined;
};
export type Outcome = Verdict & {
  sent: number;
  acked: number;
  votes: number;
  edits: number;
  hidings: number;
  pagesRead: number;
  messages: { conversations: number; sent: number; acked: number; edits: number; deletions: number; reads: number };
  done: RunState["done"];
  recoveryMs: { p50: number; max: number } | null;
};
type Services = { origin: string; products: readonly Product[]; postgres: Postgres | null; redis: Redis | null };

const OPENING_MS = 30_000;
const SETTLING_MS = 30_000;
/** A line that went dead is noticed by the heartbeat. */
const WAKING_MS = 40_000;
const SERVER_MUTANTS: readonly (string | undefined)[] = ["ack-before-commit", "emit-before-commit"];

/** Runs the product under load and faults, and judges what its clients saw. */
export async function runChaos(options: Options): Promise<Outcome> {
  const { mutant, processes } = options;
  const postgres = options.postgresRestarts > 0 ? await joinPostgres() : null;
  const redis = processes > 1 ? await startRedis() : null;
  const { origin, ports } = await choosePorts(processes);
  const planted = SERVER_MUTANTS.includes(mutant);
  const entry = `tests/chaos/${planted ? "hasty-server" : "product-server"}.ts`;
  const args = mutant ? [planted ? mutant : "no-net"] : [];
  const products = ports.map((port) => prepareProduct({ entry, args, origin, port, redisUrl: redis?.url }));
  try {
    await Promise.all(products.map((product) => product.start()));
    return await observe(options, { origin, products, postgres, redis });
  } finally {
    await Promise.all(products.map((product) => product.stop()));
    await redis?.kill();
    await postgres?.start(); // whatever happened: the run's database is put away by who started it
    await postgres?.release();
  }
}

async function observe(options: Options, services: Services): Promise<Outcome> {
  const { products, postgres, redis, origin } = services;
  const random = randomFrom(options.seed);
  const badLine = await openBadLine(Number(new URL(products[0]?.url ?? "").port));
  const crowd = await openCrowd(options, { origin, products, badLine, random });
  const { run, members, screens, talks } = crowd;
  const active = () => crowd.tabs.filter(({ memberId }) => !run.suspended.has(memberId ?? ""));
  try {
    const opened = () =>
      screens.every((screen) => screen.isJoined() && screen.page().feed().lastSeq > 0) &&
      talks.tabs().every((tab) => tab.isJoined());
    if (!(await until(opened, OPENING_MS)))
      throw new Error("the clients could not open the debate and the conversations");
    const { kills, postgresRestarts, redisRestarts, seconds } = options;
    const faults: Fault[] = [
      ...Array(kills).fill("kill"),
      ...Array(postgresRestarts).fill("postgres"),
      ...Array(redis ? redisRestarts : 0).fill("redis"),
    ];
    const end = performance.now() + seconds * 1000;
    let struck = false;
    const striking = strike(planFaults(faults, seconds, random), { run, products, postgres, redis, random }).finally(
      () => {
        struck = true;
      },
    );
    await load(crowd, { ...options, isDone: () => struck && performance.now() >= end });
    const recoveries = await striking;
    await until(() => members.every((member) => !member.isWriting()), SETTLING_MS);
    await until(() => active().every((tab) => tab.isJoined() && !tab.isSleeping()), WAKING_MS);
    await lastWords(crowd);
    run.over = true;
    crowd.openLater();
    const read = () => historyOf(crowd, options);
    await until(async () => check(await read()).breaches.length === 0, SETTLING_MS);
    return conclude(await read(), crowd, services, recoveries);
  } finally {
    run.over = true;
    for (const tab of crowd.tabs) tab.close();
    for (const talker of talks.talkers) talker.stop();
    badLine.close();
  }
}

async function historyOf(
  { run, screens, pages, world, talks }: Crowd & { world: { named: Set<string> }; talks: Talks },
  options: Options,
): Promise<History> {
  const isFinal = (memberId: string | null) => !run.suspended.has(memberId ?? "");
  return {
    ...run,
    pages: [
      ...run.closedPages,
      ...screens.map((screen) => screen.page().history(isFinal(screen.memberId))),
      pages.history(),
    ],
    stored: await readStored(run.debate.id),
    named: world.named,
    talks: await talks.histories(isFinal),
    // Another process learns by NOTIFY that a page is stale, or sweeps up what a killed one could not tell.
    onItsWay: { frame: 1_000, pull: 0, page: options.processes > 1 ? 6_000 : 0 },
  };
}

function conclude(
  history: History,
  { run, pages, talks }: Crowd & { talks: Talks },
  { products }: Services,
  recoveries: readonly Recovery[],
): Outcome {
  const verdict = check(history);
  for (const { fault, recoveryMs } of recoveries)
    if (recoveryMs === null) verdict.breaches.push(`recovery: nothing was acknowledged after a ${fault}`);
  const crashes = products.reduce((sum, product) => sum + product.crashes(), 0);
  if (crashes > 0) verdict.breaches.push(`recovery: the product ended by itself ${crashes} times`);
  for (const [word, times] of run.refusals) {
    console.error(`answered ${times} times: ${word}`);
    // An outage has its own word; "unexpected" is a fault of ours.
    if (word.includes(" unexpected:")) verdict.breaches.push(`clear word: answered ${times} times: ${word}`);
  }
  for (const { refusals } of products)
    for (const [reason, times] of refusals) console.error(`orders without effect: ${times} times ${reason}`);
  const times = recoveries.flatMap(({ recoveryMs }) => recoveryMs ?? []);
  return {
    ...verdict,
    sent: run.sent.length,
    acked: run.sent.filter(({ ack }) => ack).length,
    votes: run.casts.filter(({ acked }) => acked).length,
    edits: run.edits.filter(({ acked }) => acked).length,
    hidings: [...run.hidden.values()].filter(Number.isFinite).length,
    pagesRead: pages.count(),
    messages: talks.counts(),
    done: run.done,
    recoveryMs: times.length > 0 ? { p50: percentile(times, 0.5), max: Math.max(...times) } : null,
  };
}
