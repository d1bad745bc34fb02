import { Pool } from "pg";
import type { Member } from "@/core/actor.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { cloneTemplate, clusterUrl, ensureTemplate } from "../../bin/lib/template.mjs";
import { type Generated, generate, type Size } from "../../prisma/seed/generate/main.ts";

/** A database of invented people, and how to be in it: what the application asks goes to the one entered last. */
export type PeopledWorld = { size: Size; generated: Generated; enter: () => void; pools: readonly Pool[] };

/** Makes a database of its own in the bench's cluster and fills it as `npm run coopol -- generate` does. */
export async function peopledWorld(name: string, size: Size): Promise<PeopledWorld> {
  const urlOf = clusterUrl(process.env.DATABASE_URL ?? "");
  return enterWorld(await cloneTemplate(urlOf, await ensureTemplate(urlOf), name), size);
}

/** The same in a database that is already there; it is filled unless it has members. */
export async function enterWorld(url: string, size: Size): Promise<PeopledWorld> {
  const pool = new Pool({ connectionString: url, max: 20 });
  const planned = new Pool({
    connectionString: url,
    max: 8,
    options: "-c plan_cache_mode=force_generic_plan",
  });
  for (const one of [pool, planned]) one.on("error", () => {});
  const enter = () => Object.assign(singletons, { pool, plannedPool: planned, db: own });
  let own: typeof singletons.db;
  enter();
  // Prisma's client opens at its first use, on the pool of the moment.
  void db.member;
  own = singletons.db;
  const { rows } = await pool.query<{ some: boolean }>("select exists (select 1 from member) as some");
  const generated = rows[0]?.some ? { counts: {}, seconds: 0 } : await generate(size);
  return { size, generated, enter, pools: [pool, planned] };
}

/** Members spread over a world, the same share of the country in each, as they ask after their second factor. */
export async function readersOf({ pools, enter }: PeopledWorld, count: number): Promise<Member[]> {
  enter();
  const { rows } = await (pools[0] as Pool).query<{ id: string }>(
    `select m.id from member m where m.erased_at is null and not exists (select 1 from suspension u where u.member_id = m.id)
     order by md5('reader' || m.id) limit $1`,
    [count],
  );
  const actors = await Promise.all(rows.map(({ id }) => actorOfMember(id)));
  return actors.filter((actor) => actor.kind === "member");
}

/** A statement as it was sent, with the connections it was sent on. */
export type Sent = { pool: Pool; asked: { name?: string; text: string; values?: unknown[] } };

/** Runs something and answers what it asked the database. */
export async function statementsOf({ pools }: PeopledWorld, work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const pool of pools) {
    const real = Pool.prototype.query.bind(pool) as (...args: unknown[]) => unknown;
    pool.query = ((...args: unknown[]) => {
      const [asked, values] = args as [Sent["asked"] | string, unknown[] | undefined];
      const text = typeof asked === "string" ? { text: asked } : asked;
      sent.push({ pool, asked: { ...text, ...(values && Array.isArray(values) && { values }) } });
      return real(...args);
    }) as never;
  }
  try {
    await work();
  } finally {
    for (const pool of pools) Reflect.deleteProperty(pool, "query");
  }
  return sent;
}
