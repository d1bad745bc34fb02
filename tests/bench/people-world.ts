import { Pool } from "pg";
import type { Member } from "@/core/actor.ts";
import { db } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { cloneTemplate, clusterUrl, ensureTemplate } from "../../bin/lib/template.mjs";
import { type Generated, generate, type Size } from "../../prisma/seed/generate/main.ts";

/** A database of invented people, and how to be in it: what the application asks goes to the one entered last. */
export type PeopledWorld = { size: Size; generated: Generated; enter: () => void; pools: readonly Pool[] };

/** Makes a database of this name in a cluster (the bench's own unless told) and fills it as `npm run coopol -- generate` does. */
export async function peopledWorld(name: string, size: Size, kept?: string): Promise<PeopledWorld> {
  const urlOf = clusterUrl(kept ?? process.env.DATABASE_URL ?? "");
  return enterWorld(kept ? urlOf(name) : await cloneTemplate(urlOf, await ensureTemplate(urlOf), name), size);
}

/** The same in a database that is there; it is filled unless it has members. */
async function enterWorld(url: string, size: Size): Promise<PeopledWorld> {
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
  // As a base that lives has them, and so that no background vacuum runs while one is measured.
  await pool.query("checkpoint");
  return { size, generated, enter, pools: [pool, planned] };
}

/**
 * Members of a world, in all federations or in some, as they ask after their second factor: every so many along the
 * sections, so that two worlds of one density give readers of the same places.
 */
export async function readersOf(
  { pools, enter }: PeopledWorld,
  count: number,
  federations: readonly string[] | null,
): Promise<Member[]> {
  enter();
  const { rows } = await (pools[0] as Pool).query<{ id: string }>(
    `select id from (
       select m.id, row_number() over (order by s.id, m.id) as place, count(*) over () as all
       from member m join section s on s.id = m.section_id
       where m.erased_at is null and not exists (select 1 from suspension u where u.member_id = m.id)
         and ($2::text[] is null or s.federation_id = any($2::text[]))) as lined
     where place * $1::int / lined.all > (place - 1) * $1::int / lined.all
     order by md5('reader' || place * $1::int / lined.all)`,
    [count, federations],
  );
  const actors = await Promise.all(rows.map(({ id }) => actorOfMember(id)));
  return actors.filter((actor) => actor.kind === "member");
}

/** How many members the sections of these readers have: the middle one, and the ninth in ten. */
export async function densityOf(
  world: PeopledWorld,
  readers: readonly Member[],
): Promise<{ p50: number; p90: number }> {
  const { rows } = await (world.pools[0] as Pool).query<{ p50: number; p90: number }>(
    `select percentile_disc(0.5) within group (order by n)::int as p50, percentile_disc(0.9) within group (order by n)::int as p90
     from unnest($1::text[]) as r(id), lateral (select count(*) as n from member m where m.section_id = r.id and m.erased_at is null) c`,
    [readers.map(({ section }) => section.id)],
  );
  return rows[0] ?? { p50: 0, p90: 0 };
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

/** What Postgres does for each statement of this work. */
export async function plansOf(world: PeopledWorld, work: () => Promise<unknown>): Promise<string> {
  world.enter();
  const explained = [];
  for (const { pool: sentOn, asked } of await statementsOf(world, work)) {
    const { rows } = await sentOn.query({
      text: `explain (analyze, buffers, costs off) ${asked.text}`,
      values: asked.values ?? [],
    });
    explained.push(`\`\`\`\n${rows.map((row) => Object.values(row)[0]).join("\n")}\n\`\`\``);
  }
  return explained.join("\n");
}

/** How many pages of memory or disk Postgres looks at for this work: a figure that no other program of the machine changes. */
export async function pagesOf(world: PeopledWorld, work: () => Promise<unknown>): Promise<number> {
  world.enter();
  let pages = 0;
  for (const { pool: sentOn, asked } of await statementsOf(world, work)) {
    type Top = { "QUERY PLAN": [{ Plan: Record<"Shared Hit Blocks" | "Shared Read Blocks", number> }] };
    const { rows } = await sentOn.query<Top>({
      text: `explain (analyze, buffers, timing off, format json) ${asked.text}`,
      values: asked.values ?? [],
    });
    const top = rows[0]?.["QUERY PLAN"][0].Plan;
    pages += (top?.["Shared Hit Blocks"] ?? 0) + (top?.["Shared Read Blocks"] ?? 0);
  }
  return pages;
}
