import type { PoolClient, QueryResult } from "pg";
import type { FactIds } from "@/core/fact.ts";
import { debateFacts } from "@/features/debates/index.ts";
import { messageFacts } from "@/features/messages/index.ts";
import { burstPool, pool } from "@/platform/db/client.ts";
import { singletons } from "@/platform/singletons.ts";
import { moment } from "./pace.ts";

// The product with a planted bug, composed here and nowhere in src/: its database tells the kernel (mutant
// "ack-before-commit") or the screens ("emit-before-commit") that a transaction is done while its commit is still to
// come. What a kill or a restart takes in between was promised, or shown, and never existed.
const HELD_MS = 250;
const mutant = process.argv[2];

type Asked = { text: string; values?: unknown[] };
type Query = (asked: Asked) => Promise<QueryResult>;
type Noted = { name: string; ids: FactIds };

const real = pool();
/** The transaction whose news are being told though it is not committed: their query reads inside it. */
let uncommitted: Query | null = null;

/** A connection that is hasty at its commits. */
function hasty(client: PoolClient): PoolClient {
  const query: Query = (asked) => client.query(asked);
  const noted: Noted[] = [];
  let held: Promise<unknown> = Promise.resolve();

  async function hastyQuery(asked: Asked): Promise<QueryResult | undefined> {
    if (asked.text.includes("insert into fact")) noted.push(...factsIn(asked.values ?? []));
    if (asked.text !== "commit") return query(asked);
    const news = noted.splice(0);
    if (mutant === "emit-before-commit") emit(news, query);
    held = moment(performance.now() + HELD_MS).then(() => query(asked));
    if (mutant === "emit-before-commit") await held;
    else held.catch(() => {}); // promised all the same
    return undefined;
  }

  return new Proxy(client, {
    get: (target, property) => {
      if (property === "query") return hastyQuery;
      // Nobody else gets the connection while its transaction is open.
      if (property === "release")
        return (broken: boolean) => void held.finally(() => target.release(broken)).catch(() => {});
      return bound(target, Reflect.get(target, property));
    },
  });
}

const factsIn = (values: unknown[]): Noted[] => {
  const [names, ids] = values.filter((value) => Array.isArray(value)) as [string[], string[]];
  return names.map((name, index) => ({ name, ids: JSON.parse(ids[index] ?? "{}") as FactIds }));
};

function emit(news: readonly Noted[], query: Query): void {
  const known = new Map(
    [...debateFacts, ...messageFacts].map((definition) => [definition.factName, definition] as const),
  );
  const facts = news.flatMap(({ name, ids }) => known.get(name)?.revive(ids) ?? []);
  if (facts.length === 0) return;
  uncommitted = query;
  singletons.publisher?.(facts, []);
  uncommitted = null; // frames ask for their rows at once
}

singletons.pool = new Proxy(real, {
  get: (target, property) =>
    property === "query" && uncommitted ? uncommitted : bound(target, Reflect.get(target, property)),
});
singletons.burstPool = new Proxy(burstPool(), {
  get: (target, property) =>
    property === "connect" ? async () => hasty(await target.connect()) : bound(target, Reflect.get(target, property)),
});

function bound(owner: object, value: unknown): unknown {
  return typeof value === "function" ? value.bind(owner) : value;
}

process.argv.splice(2, 1, "no-net");
await import("./product-server.ts");
