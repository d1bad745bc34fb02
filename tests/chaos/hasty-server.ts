import { contributionPublished } from "@/features/debates/index.ts";
import { db, pool, type Tx } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { moment } from "./pace.ts";

// The product with a planted bug, composed here and nowhere in src/: its database tells the kernel (mutant
// "acknowledge-before-commit") or the screens ("emit-before-commit") that a transaction is done while its commit is
// still to come. What a kill or a restart takes in between was promised, or shown, and never existed.
const HELD_MS = 250;
const mutant = process.argv[2];

type Fact = { name: string; ids: Parameters<typeof contributionPublished.revive>[0] };
type Work = (tx: Tx) => Promise<unknown>;

await db.$queryRaw`select 1`;
const real = singletons.db;
if (!real) throw new Error("no database to be hasty with");
let uncommitted: Tx | null = null;

async function transact(work: Work): Promise<unknown> {
  let tell: (result: unknown) => void = () => {};
  const early = new Promise((resolve) => {
    tell = resolve;
  });
  const committed = real?.$transaction(async (transaction) => {
    const tx = transaction as unknown as Tx;
    const facts: Fact[] = [];
    const result = await work(mutant === "emit-before-commit" ? noting(tx, facts) : tx);
    if (mutant === "acknowledge-before-commit") tell(result);
    else await emit(tx, facts);
    await moment(performance.now() + HELD_MS);
    return result;
  });
  return Promise.race([early, committed]);
}

/** The transaction, with an ear on the facts that are written in it. */
function noting(tx: Tx, facts: Fact[]): Tx {
  const fact = new Proxy(tx.fact, {
    get: (target, property) => {
      if (property !== "createManyAndReturn") return Reflect.get(target, property);
      return (asked: { data: Fact[] }) => {
        facts.push(...asked.data);
        return tx.fact.createManyAndReturn(asked as never);
      };
    },
  });
  return new Proxy(tx, { get: (target, property) => (property === "fact" ? fact : Reflect.get(target, property)) });
}

/** Publishes what is not committed; the query of the frames reads inside the transaction. */
async function emit(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const published = facts.filter(({ name }) => name === contributionPublished.factName);
  if (published.length === 0) return;
  uncommitted = tx;
  singletons.publisher?.(
    published.flatMap(({ ids }) => contributionPublished.revive(ids)),
    [],
  );
  uncommitted = null; // frames ask for their rows at once
}

singletons.db = new Proxy(real, {
  get: (target, property) => {
    if (property === "$transaction") return transact;
    if (property === "$queryRaw" && uncommitted) return uncommitted.$queryRaw.bind(uncommitted);
    return Reflect.get(target, property);
  },
});
singletons.pool = new Proxy(pool(), {
  get: (target, property) => {
    const tx = uncommitted;
    if (property !== "query" || !tx) return bound(target, Reflect.get(target, property));
    return async ({ text, values }: { text: string; values: unknown[] }) => ({
      rows: await tx.$queryRawUnsafe(text, ...values),
    });
  },
});

function bound(owner: object, value: unknown): unknown {
  return typeof value === "function" ? value.bind(owner) : value;
}

await import("./product-server.ts");
