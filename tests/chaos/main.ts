import { parseArgs } from "node:util";
import { closeDatabase } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { runChaos } from "./run.ts";
import { MUTANTS, type Mutant } from "./run-state.ts";

// npm run chaos -- [--kills N] [--postgres-restarts N] [--processes N] [--redis-restarts N] [--resets N] [--clients N]
//   [--rate N] [--seconds N] [--seed N] [--mutant NAME] [--json]
// Ends with 1 when a claim of TRUST.md section 5 breaks; a mutant is there to show that it does.
const BREACHES_SHOWN = 20;
const number = (byDefault: number) => ({ type: "string", default: String(byDefault) }) as const;

const { values } = parseArgs({
  options: {
    kills: number(2),
    "postgres-restarts": number(0),
    processes: number(1),
    "redis-restarts": number(0),
    resets: number(2),
    clients: number(50),
    rate: number(10),
    seconds: number(30),
    seed: number(Date.now() % 1_000_000),
    mutant: { type: "string" },
    json: { type: "boolean" },
  },
});
const mutant = MUTANTS.find((name) => name === values.mutant) as Mutant | undefined;
if (values.mutant && !mutant) {
  console.error(`--mutant is one of ${MUTANTS.join(", ")}`);
  process.exit(64);
}
const options = {
  kills: Number(values.kills),
  postgresRestarts: Number(values["postgres-restarts"]),
  processes: Math.max(1, Number(values.processes)),
  redisRestarts: Number(values["redis-restarts"]),
  resets: Number(values.resets),
  clients: Math.max(10, Number(values.clients)),
  rate: Number(values.rate),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  mutant,
};
log.level = "error"; // connections lost to a restart are what we are here for
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130)); // the server follows
console.error(`chaos: ${JSON.stringify(options)}`);

const { breaches, hiddenServed, nameLeaks, afterSuspension, recoveryMs, done, ...outcome } = await runChaos(
  options,
).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
await closeDatabase();
if (outcome.acked === 0 || outcome.votes === 0 || outcome.messages.acked === 0)
  breaches.push("nothing was acknowledged: this run proves nothing");
for (const breach of breaches.slice(0, BREACHES_SHOWN)) console.error(`✗ ${breach}`);
if (breaches.length > BREACHES_SHOWN) console.error(`✗ … and ${breaches.length - BREACHES_SHOWN} more`);

const { clients, kills, postgresRestarts, processes, redisRestarts } = options;
const result = {
  ...{ clients, kills, postgresRestarts, processes, redisRestarts },
  ...outcome,
  ...{ hiddenServed, nameLeaks, afterSuspension },
  ...done,
  recoveryMs,
  breaches: breaches.length,
};
// The last line is the result, whole, for programs.
console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
process.exit(breaches.length > 0 ? 1 : 0);
