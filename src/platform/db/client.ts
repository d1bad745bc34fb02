import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, Pool } from "pg";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { singletons } from "../singletons.ts";
import { Prisma, PrismaClient } from "./generated/client.ts";

/** The tag for SQL with bound parameters. Fragments compose: sql`… ${visibleDebates(actor)} …`. */
export const sql = Prisma.sql;
export const join = Prisma.join;
export type Sql = Prisma.Sql;

/** The one pool of connections: Prisma, jobs and limits share it. */
export function pool(): Pool {
  singletons.pool ??= openPool();
  return singletons.pool;
}

const [PLANNED_POOL, BURST_POOL] = [8, 8];

/** Each prepared statement is planned once, whatever its values: for large statements over few rows. */
const planOnce = {
  onConnect: async (client: ClientBase) => {
    await client.query("set plan_cache_mode = force_generic_plan");
  },
};

/** Connections that plan each prepared statement once. */
export function plannedPool(): Pool {
  singletons.plannedPool ??= openPool(PLANNED_POOL, planOnce);
  return singletons.plannedPool;
}

/** The same, that send a statement without waiting for the answer to the one before: for `statementTransaction`. */
export function burstPool(): Pool {
  singletons.burstPool ??= openPool(BURST_POOL, { ...planOnce, pipeline: true });
  return singletons.burstPool;
}

function openPool(max = env().DATABASE_POOL, options: object = {}): Pool {
  const opened = new Pool({ connectionString: env().DATABASE_URL, max, connectionTimeoutMillis: 5_000, ...options });
  // Without a listener an idle connection that Postgres ends would end Node too.
  opened.on("error", (error) => log.warn({ err: error }, "database connection lost"));
  return opened;
}

function refuseUnfiltered({ args, query }: { args: { where?: object }; query: (args: never) => Promise<unknown> }) {
  if (!args.where || Object.keys(args.where).length === 0) throw new Error("refused: a mass write without a filter");
  return query(args as never);
}

function openDatabase() {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool()),
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
  return client.$extends({ query: { $allModels: { updateMany: refuseUnfiltered, deleteMany: refuseUnfiltered } } });
}

export type Database = ReturnType<typeof openDatabase>;
/** A running transaction, or the database itself. */
export type Tx = Omit<Database, "$connect" | "$disconnect" | "$transaction" | "$extends" | "$on">;

function database(): Database {
  singletons.db ??= openDatabase();
  return singletons.db;
}

/** The database. Opened at first use, so that importing this module costs nothing. */
export const db: Database = new Proxy({} as Database, {
  get: (_, property) => Reflect.get(database(), property),
});

/** Closes every connection; the next use opens them again. */
export async function closeDatabase(): Promise<void> {
  const { db: opened, pool: openedPool, plannedPool: planned, burstPool: burst } = singletons;
  singletons.db = undefined;
  singletons.pool = undefined;
  singletons.plannedPool = undefined;
  singletons.burstPool = undefined;
  await opened?.$disconnect();
  for (const one of [openedPool, planned, burst]) if (one && !one.ended) await one.end();
}

/** What a burst is written with: single statements, in one transaction. */
export type StatementTx = { $queryRaw<Rows>(statement: Sql): Promise<Rows> };

/** How long one statement may take before its connection is given up, in ms: as Prisma's own transactions. */
const STATEMENT_MS = 10_000;

/**
 * Runs statements in one transaction, each prepared once per connection, without Prisma's cost: for hot writes. They are
 * sent at once and run in the order they are asked: what `work` need not read before the next is not waited for, and what
 * it leaves under way goes out with the commit. One that fails is the transaction's failure, awaited or not.
 * Values come as through `readRows`. When the connection is lost at the commit, whether it happened is not known.
 * `keyed`: its statements look rows up by their keys, a few at a time; a plan made while a table is small stays right as it grows.
 */
export async function statementTransaction<Result>(
  work: (tx: StatementTx) => Promise<Result>,
  { keyed = false }: { keyed?: boolean } = {},
): Promise<Result> {
  const client = await burstPool().connect();
  // Its statement fails too; but a lent connection that Postgres ends, unheard, would end Node.
  const onLost = (error: Error) => log.warn({ err: error }, "database connection lost");
  client.on("error", onLost);
  const sent: Promise<unknown>[] = [];
  const send = <Answer>(query: object): Promise<Answer> => {
    const answer = client.query({ ...query, query_timeout: STATEMENT_MS } as never) as Promise<Answer>;
    answer.catch(() => {}); // heard below, with the others
    sent.push(answer);
    return answer;
  };
  let lost = true;
  try {
    void send({ text: keyed ? "begin; set local enable_seqscan = off" : "begin" });
    const result = await work({
      async $queryRaw<Rows>(statement: Sql): Promise<Rows> {
        const { text, values } = statement;
        return (await send<{ rows: Rows }>({ name: nameOf(text), text, values })).rows;
      },
    });
    void send({ text: "commit" });
    await Promise.all(sent);
    lost = false;
    return result;
  } catch (error) {
    lost = await send({ text: "rollback" }).then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.off("error", onLost);
    client.release(lost);
  }
}

/** Names of prepared statements, by text: composed fragments make few texts, and planning costs more than running. */
const statementNames = new Map<string, string>();

/**
 * Rows of one statement on a hot path: prepared once per connection, without Prisma's cost. Timestamps come as Date
 * and json parsed, as through `$queryRaw`; bigint and numeric come as text: cast them. Never inside a transaction.
 * `planned`: with one plan for all values, where planning costs more than running and the values change nothing.
 */
export async function readRows<Row extends object>(
  statement: Sql,
  { planned = false }: { planned?: boolean } = {},
): Promise<Row[]> {
  const { text, values } = statement;
  const from = planned ? plannedPool() : pool();
  const { rows } = await from.query<Row>({ name: nameOf(text), text, values: values as unknown[] });
  return rows;
}

function nameOf(text: string): string {
  let name = statementNames.get(text);
  if (!name) {
    // From the text itself: Next's copy of this module and the server's share the connections, not this map.
    name = `s_${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
    statementNames.set(text, name);
  }
  return name;
}
