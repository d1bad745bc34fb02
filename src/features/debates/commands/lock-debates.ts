import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Scope } from "@/core/scope.ts";
import { type Sql, type StatementTx, sql, type Tx } from "@/platform/db/client.ts";
import { lockLogs } from "@/platform/durable-log.ts";
import { visibleDebates } from "../debate.policy.ts";
import type { DebateAudience, DebatePhase, Schedule } from "../debate.rules.ts";

/** The first lock of every writer of debates: members, then debates, in id order. */
export const lockDebates = (
  tx: StatementTx,
  { memberIds, debateIds }: { memberIds: readonly (string | null)[]; debateIds: Sql },
): Promise<void> => lockLogs(tx, { memberIds, table: sql`debate`, ids: debateIds });

export type LockedDebate = Schedule & {
  id: string;
  slug: string;
  scope: Scope;
  audience: DebateAudience;
  phase: DebatePhase;
  hasSynthesis: boolean;
  coverId: string | null;
  isHost: boolean;
};

type Row = {
  id: string;
  slug: string;
  scope: Scope;
  audience: DebateAudience;
  phase: DebatePhase;
  opens_at: Date;
  debate_at: Date | null;
  vote_at: Date | null;
  closes_at: Date;
  has_synthesis: boolean;
  cover_id: string | null;
  is_host: boolean;
};

/** A debate that the actor may see, locked against every other writer. Throws `not_found`. */
export async function lockVisibleDebate(tx: Tx, actor: Actor, debateId: string): Promise<LockedDebate> {
  // Locked first, read after: what waited for the lock must not be judged by what it saw before.
  await lockDebates(tx, { memberIds: [actor.id], debateIds: sql`select ${debateId}` });
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select d.id, d.slug, d.scope, d.audience, d.phase, d.opens_at, d.debate_at, d.vote_at, d.closes_at,
      d.synthesis is not null as has_synthesis, d.cover_id,
      exists (select 1 from debate_host h where h.debate_id = d.id and h.member_id = ${actor.id ?? ""}) as is_host
    from debate d where d.id = ${debateId} and ${visibleDebates(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  const { opens_at: opensAt, debate_at: debateAt, vote_at: voteAt, closes_at: closesAt, ...rest } = row;
  const { id, slug, scope, audience, phase } = rest;
  const [hasSynthesis, coverId, isHost] = [rest.has_synthesis, rest.cover_id, rest.is_host];
  return { id, slug, scope, audience, phase, opensAt, debateAt, voteAt, closesAt, hasSynthesis, coverId, isHost };
}
