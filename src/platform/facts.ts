import type { Fact, FactIds } from "@/core/fact.ts";
import { clock } from "./clock.ts";
import { pool, type Tx } from "./db/client.ts";
import { log } from "./log.ts";
import { singletons } from "./singletons.ts";

/** Live news that is state, not history (a tally): nothing is stored, the last one wins. */
export type Announcement = { name: string; ids: FactIds; stale: string[]; data: unknown };

/** Channel on which another process (the command line) asks the server to sweep at once. */
export const FACTS_CHANNEL = "coopol_facts";

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

/** After the commit: live consequences now, and a mark so that the sweep does not repeat them. Never throws. */
export function publish(facts: readonly StoredFact[], announcements: readonly Announcement[] = []): void {
  if (facts.length === 0 && announcements.length === 0) return;
  const { publisher } = singletons;
  if (publisher) publisher(facts, announcements);
  if (facts.length === 0) return;
  const told = publisher
    ? pool().query("update fact set published_at = now() where id = any($1::bigint[])", [facts.map(({ id }) => id)])
    : pool().query("select pg_notify($1, '')", [FACTS_CHANNEL]);
  // What fails here is swept up later.
  told.catch((error: unknown) => log.warn({ err: error }, "facts not marked"));
}
