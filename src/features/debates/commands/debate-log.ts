import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { DebateAudience, DebatePhase } from "../debate.rules.ts";

type Change = {
  kind: "edited" | "hidden" | "shown" | "phase" | "synthesis";
  /** Null: it happened by itself. */
  byId: string | null;
  contributionId?: string;
  fromPhase?: DebatePhase;
  toPhase?: DebatePhase;
  reason?: string;
};

/** Takes the debate's next number for something that happened to it, and writes it in the log. The debate is locked by it. */
export async function appendChange(tx: Tx, debateId: string, change: Change): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>(sql`
    update debate set last_seq = last_seq + 1, counts_version = counts_version + 1 where id = ${debateId}
    returning last_seq as seq`);
  const seq = row?.seq ?? 0;
  await tx.debateChange.create({ data: { ...change, debateId, seq, at: clock.now() } });
  return seq;
}

type Shown = { debateId: string; audience: DebateAudience; seq: number };

/**
 * Hides a contribution or a reply, or shows it again: in the log, in the counts of the debate and of its parent.
 * Null when it already is so. Whoever may decide it is the caller's to know.
 */
export async function setHidden(
  tx: Tx,
  { contributionId, hidden, byId }: { contributionId: string; hidden: boolean; byId: string | null },
): Promise<Shown | null> {
  // The lock of every writer of a debate, taken before what it decides on is read.
  const [debate] = await tx.$queryRaw<{ id: string; audience: DebateAudience }[]>(sql`
    select d.id, d.audience from debate d
    where d.id = (select debate_id from contribution where id = ${contributionId}) for no key update`);
  if (!debate) return null;
  const hiddenAt = hidden ? clock.now() : null;
  const sign = hidden ? -1 : 1;
  const changed = await tx.$queryRaw<{ id: string }[]>(sql`
    with changed as (
      update contribution set hidden_at = ${hiddenAt}::timestamptz
      where id = ${contributionId} and (hidden_at is null) = ${hidden}
      returning id, side, parent_id, agree + disagree + pass as votes
    ), parent as (
      update contribution p set reply_count = p.reply_count + ${sign} from changed c where p.id = c.parent_id
    ), counted as (
      update debate d set vote_count = d.vote_count + ${sign} * c.votes,
        pour_count = d.pour_count + ${sign} * (c.side = 'pour')::int,
        contre_count = d.contre_count + ${sign} * (c.side = 'contre')::int,
        neutre_count = d.neutre_count + ${sign} * (c.side = 'neutre')::int
      from (select votes, coalesce(side::text, '') as side from changed) c where d.id = ${debate.id}
    )
    select id from changed`);
  if (changed.length === 0) return null;
  const seq = await appendChange(tx, debate.id, { kind: hidden ? "hidden" : "shown", byId, contributionId });
  return { debateId: debate.id, audience: debate.audience, seq };
}
