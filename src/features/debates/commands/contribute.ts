import { hide, refusalOf, refuse } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type BatchItem, batchCommand } from "@/platform/command.ts";
import { type StatementTx, sql } from "@/platform/db/client.ts";
import { giveNumbers, takenMeanwhile } from "@/platform/durable-log.ts";
import { contributionsPublished } from "../debate.facts.ts";
import { canContribute, canTakePart, visibleDebatesOfMany } from "../debate.policy.ts";
import type { DebateAudience, DebatePhase, Side } from "../debate.rules.ts";
import { contributeInput } from "../debate.schema.ts";
import { lockDebates } from "./lock-debates.ts";

type Input = {
  debateId: string;
  clientId: string;
  side?: Side | undefined;
  parentId?: string | undefined;
  body: string;
};
type Item = BatchItem<Input>;
export type Published = { seq: number; id: string };

/**
 * A member adds an argument, or replies to one. Acknowledged once it has its number in the debate's gapless log;
 * sending the same client id again gets the first answer and writes nothing.
 */
export const contribute = batchCommand({
  name: "debate.contribute",
  input: contributeInput,
  limits: [
    { rule: { name: "contribution.pace", points: 1, seconds: 3 }, by: "account" },
    { rule: { name: "contribution.minute", points: 20, seconds: 60 }, by: "account" },
  ],
  policy: canTakePart,
  keyed: true,
  async executeMany({ tx, items, record }) {
    // Sent together: what is judged is read once the lock is held.
    const [, judged] = await Promise.all([
      lockDebates(tx, {
        memberIds: items.map(({ actor }) => actor.id),
        debateIds: sql`select unnest(${items.map(({ input }) => input.debateId)}::text[])`,
      }),
      judge(tx, items),
    ]);
    const { rows, outcomes } = number(items, judged);
    await write(tx, rows);
    for (const written of Map.groupBy(rows, ({ debateId }) => debateId).values()) {
      const [first, last] = [written[0], written.at(-1)];
      if (!first || !last) continue;
      const { debateId, audience } = first;
      record(contributionsPublished({ debateId, audience, from: first.seq, to: last.seq }));
    }
    return { outcomes };
  },
});

type Judged = {
  visible: boolean;
  audience: DebateAudience;
  phase: DebatePhase;
  last_seq: number;
  /** For a reply: whether what it answers is there to be answered. */
  parent_there: boolean;
  /** A block between the two closes the reply, and nothing else of a common debate. */
  parent_closed: boolean;
  /** Whether she said if her name may stand beside her words on the open web. */
  answered: boolean;
  first_seq: number | null;
  first_id: string | null;
};

/** For each item: may its author see the debate, in which phase is it, and was the same client id answered before. */
async function judge(tx: StatementTx, items: readonly Item[]): Promise<Judged[]> {
  const { arrays, columns, law } = visibleDebatesOfMany(items.map(({ actor }) => actor));
  return tx.$queryRaw<Judged[]>(sql`
    select coalesce(${law}, false) as visible, d.audience, d.phase, d.last_seq,
      i.parent_id = '' or exists (select 1 from contribution p where p.id = i.parent_id and p.debate_id = d.id
        and p.parent_id is null and p.hidden_at is null) as parent_there,
      i.parent_id <> '' and exists (select 1 from contribution p where p.id = i.parent_id and (
        exists (select 1 from block b where b.blocker_id = p.author_id and b.blocked_id = i.member_id)
        or exists (select 1 from block b where b.blocker_id = i.member_id and b.blocked_id = p.author_id))) as parent_closed,
      exists (select 1 from consent k where k.member_id = i.member_id and k.kind = 'public_name') as answered,
      c.seq as first_seq, c.id as first_id
    from unnest(${items.map(({ input }) => input.debateId)}::text[], ${items.map(({ input }) => input.parentId ?? "")}::text[],
        ${items.map(({ input }) => input.clientId)}::uuid[], ${arrays})
      with ordinality as i(debate_id, parent_id, client_id, ${columns}, n)
    left join debate d on d.id = i.debate_id
    left join contribution c on c.author_id = i.member_id and c.client_id = i.client_id
    order by i.n`);
}

type Row = Input & { id: string; seq: number; authorId: string; audience: DebateAudience };

/** Gives each accepted item its number, and every item its answer. */
const number = (items: readonly Item[], judged: readonly Judged[]) =>
  giveNumbers<Item, Row, Published>(items, {
    keyOf: ({ actor, input }) => `${actor.id} ${input.clientId}`,
    logOf: ({ input }) => input.debateId,
    answered(_, index) {
      const { first_seq: seq, first_id: id } = judged[index] ?? {};
      return seq != null && id != null ? { seq, id } : null;
    },
    refusal({ actor, input }, index) {
      const found = judged[index];
      if (!found?.visible || !found.parent_there || !actor.id) return refusalOf(hide);
      const decision = canContribute(actor, found.phase, input.side ?? null);
      if (!decision.allowed) return refusalOf(decision);
      if (found.parent_closed) return refusalOf(refuse("reply_closed"));
      const unnamed = found.audience === "open" && !found.answered;
      return unnamed ? refusalOf(refuse("public_name_unanswered", "conflict")) : null;
    },
    lastSeq: (index) => judged[index]?.last_seq ?? 0,
    row({ actor, input }, index, seq) {
      const [id, audience] = [newId(), judged[index]?.audience ?? "adherents"];
      return { row: { ...input, id, seq, authorId: actor.id ?? "", audience }, value: { seq, id } };
    },
  });

async function write(tx: StatementTx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: "id" | "debateId" | "side" | "parentId" | "body" | "authorId" | "clientId") =>
    rows.map((row) => row[name] ?? null);
  const [counted] = await tx.$queryRaw<{ written: number }[]>(sql`
    with written as (
      insert into contribution (id, debate_id, seq, side, parent_id, body, author_id, client_id, created_at)
      select id, debate_id, seq, side::contribution_side, parent_id, body, author_id, client_id, ${clock.now()}::timestamptz
      from unnest(${column("id")}::text[], ${column("debateId")}::text[], ${rows.map(({ seq }) => seq)}::int[],
        ${column("side")}::text[], ${column("parentId")}::text[], ${column("body")}::text[], ${column("authorId")}::text[],
        ${column("clientId")}::uuid[])
        as r(id, debate_id, seq, side, parent_id, body, author_id, client_id)
      on conflict (author_id, client_id) do nothing
      returning debate_id, seq, side, parent_id
    ), sums as (
      select debate_id, max(seq) as last_seq, count(*) filter (where side = 'pour') as pour,
        count(*) filter (where side = 'contre') as contre, count(*) filter (where side = 'neutre') as neutre
      from written group by debate_id
    ), counted as (
      update debate d set last_seq = s.last_seq, counts_version = d.counts_version + 1, pour_count = d.pour_count + s.pour,
        contre_count = d.contre_count + s.contre, neutre_count = d.neutre_count + s.neutre
      from sums s where d.id = s.debate_id
    ), answered as (
      update contribution p set reply_count = p.reply_count + r.replies
      from (select parent_id, count(*) as replies from written where parent_id is not null group by parent_id) r
      where p.id = r.parent_id
    )
    select count(*)::int as written from written`);
  // The same client id was written meanwhile for another debate, by another process: look again.
  if (counted?.written !== rows.length) throw takenMeanwhile();
}
