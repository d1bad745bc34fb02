import { parseArgs } from "node:util";
import { closeDatabase } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { runChaos } from "./run.ts";
import { MUTANTS, type Mutant } from "./run-state.ts";

// npm run chaos -- [--kills N] [--postgres-restarts N] [--clients N] [--rate N] [--seconds N] [--seed N] [--mutant NAME] [--json]
// Ends with 1 when a claim of TRUST.md section 5 breaks; a mutant is there to show that it does.
const BREACHES_SHOWN = 20;
const number = (byDefault: number) => ({ type: "string", default: String(byDefault) }) as const;

const { values } = parseArgs({
  options: {
    kills: number(2),
    "postgres-restarts": number(0),
    clients: number(50),
    rate: number(10),
    seconds: number(30),
    seed: number(Date.now() % 1_000_000),
    mutant: { type: "string" },
    json: { type: "boolean" },
  },
});
const mutant = MUTANTS.find((name) => name === values.mutant) as Mutant | undefined;
if (values.mutant && !mutant) throw new Error(`--mutant is one of ${MUTANTS.join(", ")}`);
const [kills, postgresRestarts, clients] = [values.kills, values["postgres-restarts"], values.clients].map(Number);
const options = {
  kills: kills ?? 0,
  postgresRestarts: postgresRestarts ?? 0,
  clients: Math.max(4, clients ?? 0),
  rate: Number(values.rate),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  mutant,
};
log.level = "error"; // connections lost to a restart are what we are here for
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130)); // the server follows
console.error(`chaos: ${JSON.stringify(options)}`);

const { breaches, votes, hiddenServed, ...outcome } = await runChaos(options);
await closeDatabase();
if (outcome.acked === 0 || votes === 0) breaches.push("nothing was acknowledged: this run proves nothing");
for (const breach of breaches.slice(0, BREACHES_SHOWN)) console.error(`✗ ${breach}`);
if (breaches.length > BREACHES_SHOWN) console.error(`✗ … and ${breaches.length - BREACHES_SHOWN} more`);

const result = {
  clients: options.clients,
  kills: options.kills,
  postgresRestarts: options.postgresRestarts,
  sent: outcome.sent,
  acked: outcome.acked,
  votes,
  lost: outcome.lost,
  duplicated: outcome.duplicated,
  diverged: outcome.diverged,
  gaps: outcome.gaps,
  tallyExact: outcome.tallyExact,
  hiddenServed,
  nameLeaks: outcome.nameLeaks,
  recoveryMs: outcome.recoveryMs,
  breaches: breaches.length,
};
// The last line is the result, whole, for programs.
console.log(values.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
process.exit(breaches.length > 0 ? 1 : 0);
