import type { Fact, FactIds } from "@/core/fact.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "./clock.ts";
import { pool, type StatementTx, sql } from "./db/client.ts";
import { log } from "./log.ts";
import { singletons } from "./singletons.ts";

/** Live news that is state, not history (a tally): nothing is stored, the last one wins. */
export type Announcement = { name: string; ids: FactIds; stale: string[]; data: unknown };

/** Channel on which another process (the command line) asks the server to sweep at once. */
export const FACTS_CHANNEL = "coopol_facts";

/** Channel on which processes tell each other the tags of kept pages that became stale. */
export const STALE_CHANNEL = "coopol_stale";

export type StoredFact = Fact & { id: string };

/** Writes facts in the command's own transaction. */
export async function writeFacts(
  tx: StatementTx,
  actorId: string | null,
  facts: readonly Fact[],
): Promise<StoredFact[]> {
  if (facts.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    insert into fact (name, ids, actor_id, happened_at)
    select name, ids::jsonb, ${actorId}::text, ${clock.now()}::timestamptz
    from unnest(${facts.map(({ name }) => name)}::text[], ${facts.map(({ ids }) => JSON.stringify(ids))}::text[]) as f(name, ids)
    returning id::text`);
  return facts.map((fact, index) => ({ ...fact, id: String(rows[index]?.id) }));
}

/** Takes facts that were never published, at least `minimumAge` old (an interval), and marks them; oldest first. */
export async function takeUnpublished(minimumAge: string): Promise<{ name: string; ids: FactIds }[]> {
  const { rows } = await pool().query<{ name: string; ids: FactIds }>(
    `update fact set published_at = now() where id in (
       select id from fact where published_at is null and happened_at < now() - $1::interval
       order by id limit 500 for update skip locked)
     returning name, ids`,
    [minimumAge],
  );
  return rows;
}

/** What may wait until the screens have moved: the fan-out has the processor first. */
const AFTERWARDS_MS = 200;
const US = newId();
const staleTags = new Set<string>();
const publishedIds = new Set<string>();
let afterwards: ReturnType<typeof setTimeout> | undefined;

function later(): void {
  afterwards ??= setTimeout(() => void settleFacts(), AFTERWARDS_MS).unref();
}

/** Marks what was published and tells the other processes which pages are stale. Also at the end of the process. */
export async function settleFacts(): Promise<void> {
  clearTimeout(afterwards);
  afterwards = undefined;
  const [ids, tags] = [[...publishedIds], [...staleTags]];
  publishedIds.clear();
  staleTags.clear();
  try {
    if (ids.length > 0) await pool().query("update fact set published_at = now() where id = any($1::bigint[])", [ids]);
    // NOTIFY takes 8,000 bytes. A loss costs 30 s at most: kept pages grow old by themselves.
    const payload = [US, ...tags].join(" ").slice(0, 7_000);
    if (tags.length > 0) await pool().query("select pg_notify($1, $2)", [STALE_CHANNEL, payload]);
  } catch (error) {
    log.warn({ err: error }, "facts not settled"); // swept up later
  }
}

/** Tells the other processes, soon, which kept pages are stale. */
export function spreadStale(tags: readonly string[]): void {
  for (const tag of tags) staleTags.add(tag);
  if (tags.length > 0) later();
}

/** The tags in another process's word; none in our own, already heeded. */
export function staleTagsOf(payload: string | undefined): string[] {
  const [from, ...tags] = (payload ?? "").split(" ");
  return from === US ? [] : tags;
}

/** After the commit: live consequences now, and a mark so that the sweep does not repeat them. Never throws. */
export function publish(facts: readonly StoredFact[], announcements: readonly Announcement[] = []): void {
  if (facts.length === 0 && announcements.length === 0) return;
  const { publisher } = singletons;
  try {
    publisher?.(facts, announcements);
  } catch (error) {
    log.error({ err: error }, "facts not published"); // the command is committed: the sweep will publish
    return;
  }
  if (facts.length === 0) return;
  if (publisher) {
    for (const { id } of facts) publishedIds.add(id);
    later();
    return;
  }
  pool()
    .query("select pg_notify($1, '')", [FACTS_CHANNEL])
    .catch((error: unknown) => log.warn({ err: error }, "facts not told")); // swept up later
}
