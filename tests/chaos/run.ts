import { percentile } from "../bench/figures.ts";
import { check, type Verdict } from "./checker.ts";
import { type Fault, planFaults, strike } from "./faults.ts";
import type { History } from "./history.ts";
import { lastWords, load } from "./load.ts";
import { createMember } from "./member.ts";
import { randomFrom, until } from "./pace.ts";
import { joinPostgres } from "./postgres.ts";
import { type Product, prepareProduct } from "./product.ts";
import { createRunState, type Mutant } from "./run-state.ts";
import { openScreen } from "./screen.ts";
import { createWorld, readStored } from "./world.ts";

export type Options = {
  kills: number;
  postgresRestarts: number;
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
  recoveryMs: { p50: number; max: number } | null;
};

const OPENING_MS = 30_000;
const SETTLING_MS = 20_000;
const SERVER_MUTANTS: readonly (string | undefined)[] = ["acknowledge-before-commit", "emit-before-commit"];

/** Runs the product under load and faults, and judges what its clients saw. */
export async function runChaos(options: Options): Promise<Outcome> {
  const postgres = options.postgresRestarts > 0 ? await joinPostgres() : null;
  const planted = SERVER_MUTANTS.includes(options.mutant);
  const product = await prepareProduct(
    planted ? "tests/chaos/hasty-server.ts" : "tests/chaos/product-server.ts",
    planted ? options.mutant : undefined,
  );
  try {
    await product.start();
    return await observe(options, product, postgres);
  } finally {
    await product.stop();
    await postgres?.start(); // whatever happened: the run's database is put away by who started it
    await postgres?.release();
  }
}

async function observe(
  { clients, kills, postgresRestarts, rate, seconds, seed, mutant }: Options,
  product: Product,
  postgres: Awaited<ReturnType<typeof joinPostgres>> | null,
): Promise<Outcome> {
  const random = randomFrom(seed);
  const visitors = Math.max(1, Math.floor(clients / 5));
  const tabs = Math.floor((clients - visitors) / 10); // a member's second tab: it only reads
  const world = await createWorld(clients - visitors - tabs);
  const memberIds = new Set(world.members.map(({ id }) => id));
  const run = createRunState({ ...product, debateId: world.debateId, memberIds, mutant });
  const members = world.members.map(({ id, cookie }, n) =>
    createMember(run, id, openScreen(run, `member ${n}`, cookie)),
  );
  const screens = [
    ...members.map(({ screen }) => screen),
    ...world.members.slice(0, tabs).map(({ cookie }, n) => openScreen(run, `member ${n}, second tab`, cookie)),
    ...Array.from({ length: visitors }, (_, n) => openScreen(run, `visitor ${n}`, "")),
  ];
  const crowd = { run, members, screens, random };
  const hidden = new Map<string, number>();
  const read = async (): Promise<History> => ({
    ...run,
    pages: [...run.closedPages, ...screens.map((screen) => screen.page().history(true))],
    stored: await readStored(world.debateId),
    hidden,
    named: world.named,
  });
  try {
    const opened = () => screens.every((screen) => screen.isJoined() && screen.page().feed().lastSeq > 0);
    if (!(await until(opened, OPENING_MS))) throw new Error("the clients could not open the debate");
    const faults: Fault[] = [...Array(kills).fill("kill"), ...Array(postgresRestarts).fill("postgres")];
    const end = performance.now() + seconds * 1000;
    let struck = false;
    const striking = strike(planFaults(faults, seconds, random), { run, product, postgres }).finally(() => {
      struck = true;
    });
    await load(crowd, { rate, hidden, isDone: () => struck && performance.now() >= end });
    const recoveries = await striking;
    await until(() => members.every((member) => !member.isWriting()), SETTLING_MS);
    await until(() => screens.every((screen) => screen.isJoined()), SETTLING_MS);
    await lastWords(crowd);
    run.over = true;
    // A later read: browsers that were never there before.
    screens.push(
      openScreen(run, "a later member", world.members[0]?.cookie ?? ""),
      openScreen(run, "a later visitor", ""),
    );
    await until(async () => check(await read()).breaches.length === 0, SETTLING_MS);

    const verdict = check(await read());
    for (const { fault, recoveryMs } of recoveries)
      if (recoveryMs === null) verdict.breaches.push(`recovery: nothing was acknowledged after a ${fault}`);
    if (product.crashes() > 0)
      verdict.breaches.push(`recovery: the product ended by itself ${product.crashes()} times`);
    for (const [word, times] of run.refusals) {
      console.error(`answered ${times} times: ${word}`);
      // An outage has its own word; "unexpected" is a fault of ours.
      if (word.includes(" unexpected:")) verdict.breaches.push(`clear word: answered ${times} times: ${word}`);
    }
    const times = recoveries.flatMap(({ recoveryMs }) => recoveryMs ?? []);
    return {
      ...verdict,
      sent: run.sent.length,
      acked: run.sent.filter(({ ack }) => ack).length,
      votes: run.casts.filter(({ acked }) => acked).length,
      recoveryMs: times.length > 0 ? { p50: percentile(times, 0.5), max: Math.max(...times) } : null,
    };
  } finally {
    run.over = true;
    for (const screen of screens) screen.close();
  }
}
