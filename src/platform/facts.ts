import type { Fact, FactIds } from "@/core/fact.ts";
import { clock } from "./clock.ts";
import { pool, type Tx } from "./db/client.ts";
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
export async function writeFacts(tx: Tx, actorId: string | null, facts: readonly Fact[]): Promise<StoredFact[]> {
  if (facts.length === 0) return [];
  const rows = await tx.fact.createManyAndReturn({
    data: facts.map((fact) => ({ name: fact.name, ids: fact.ids, actorId, happenedAt: clock.now() })),
    select: { id: true },
  });
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

/** Tells the other processes which kept pages are stale. A loss costs 30 s at most: kept pages grow old by themselves. */
export function spreadStale(tags: readonly string[]): void {
  if (tags.length === 0) return;
  const payload = tags.join(" ").slice(0, 7_000); // NOTIFY takes 8,000 bytes
  pool()
    .query("select pg_notify($1, $2)", [STALE_CHANNEL, payload])
    .catch((error: unknown) => log.warn({ err: error }, "stale pages not spread"));
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
  const told = publisher
    ? pool().query("update fact set published_at = now() where id = any($1::bigint[])", [facts.map(({ id }) => id)])
    : pool().query("select pg_notify($1, '')", [FACTS_CHANNEL]);
  // What fails here is swept up later.
  told.catch((error: unknown) => log.warn({ err: error }, "facts not marked"));
}
