import type { Actor } from "@/core/actor.ts";
import { isId } from "@/core/ids.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleConversations } from "./message.policy.ts";
import { isOfPair, type Reach, reaches } from "./reach.policy.ts";

/** How the actor may write to somebody for the first time; "no" for whoever is hidden or unknown, too. */
export async function reachOf(actor: Actor, memberId: string): Promise<Reach> {
  return (await reachOfEach(actor, [memberId])).get(memberId) ?? "no";
}

/** The same for several at once; whoever is unknown is left out. */
async function reachOfEach(actor: Actor, memberIds: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  const ids = memberIds.filter(isId);
  if (actor.kind !== "member" || ids.length === 0) return new Map();
  const rows = await readRows<{ id: string; reach: Reach }>(sql`
    select m.id, ${reaches(actor)} as reach from member m ${profileOf} where m.id = any(${ids}::text[])`);
  return new Map(rows.map(({ id, reach }) => [id, reach]));
}

/** The conversation that the actor has with somebody, by its id; null when there is none. */
export async function findDirect(actor: Actor, memberId: string): Promise<string | null> {
  if (actor.kind !== "member" || !isId(memberId)) return null;
  const [row] = await readRows<{ id: string }>(sql`
    select v.id from conversation v
    where ${isOfPair(sql`${actor.id}::text`, sql`${memberId}::text`)} and ${visibleConversations(actor)}`);
  return row?.id ?? null;
}
