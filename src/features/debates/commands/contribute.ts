import { AppError } from "@/core/app-error.ts";
import { type Decision, hide, refuse } from "@/core/decision.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type BatchItem, batchCommand, type Outcome } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { contributionPublished } from "../debate.facts.ts";
import { canContribute, canTakePart, visibleDebatesOfMany } from "../debate.policy.ts";
import type { DebateAudience, Side } from "../debate.rules.ts";
import { contributeInput } from "../debate.schema.ts";

type Input = { debateId: string; clientId: string; side: Side; body: string };
type Item = BatchItem<Input>;
export type Published = { seq: number; id: string };

/**
 * A member adds an argument for or against. Acknowledged once it has its number in the debate's gapless log;
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
  async executeMany({ tx, items, record }) {
    await lockDebates(tx, items);
    const judged = await judge(tx, items);
    const plan = number(items, judged);
    await write(tx, plan.rows);
    for (const { id, debateId, seq, audience } of plan.rows)
      record(contributionPublished({ debateId, audience, seq, contributionId: id }));
    return { outcomes: plan.outcomes };
  },
});

/** Every writer of a debate takes its row first, in id order: no deadlock, and what is read afterwards is the last word. */
async function lockDebates(tx: Tx, items: readonly Item[]): Promise<void> {
  const ids = [...new Set(items.map(({ input }) => input.debateId))];
  const members = [...new Set(items.flatMap(({ actor }) => actor.id ?? []))];
  // Members before debates, as erasing an account takes them: waits for one under way, and no deadlock.
  await tx.$queryRaw(sql`select id from member where id = any(${members}::text[]) order by id for key share`);
  await tx.$queryRaw(sql`select d.id from debate d where d.id = any(${ids}::text[]) order by d.id for no key update`);
}

type Judged = {
  visible: boolean;
  audience: DebateAudience;
  opens_at: Date;
  closes_at: Date;
  last_seq: number;
  /** Whether she said if her name may stand beside her words on the open web. */
  answered: boolean;
  first_seq: number | null;
  first_id: string | null;
};

/** For each item: may its author see the debate, when is it open, and was the same client id answered before. */
async function judge(tx: Tx, items: readonly Item[]): Promise<Judged[]> {
  const { arrays, columns, law } = visibleDebatesOfMany(items.map(({ actor }) => actor));
  return tx.$queryRaw<Judged[]>(sql`
    select coalesce(${law}, false) as visible, d.audience, d.opens_at, d.closes_at, d.last_seq,
      exists (select 1 from consent k where k.member_id = i.member_id and k.kind = 'public_name') as answered,
      c.seq as first_seq, c.id as first_id
    from unnest(${items.map(({ input }) => input.debateId)}::text[], ${items.map(({ input }) => input.clientId)}::uuid[], ${arrays})
      with ordinality as i(debate_id, client_id, ${columns}, n)
    left join debate d on d.id = i.debate_id
    left join contribution c on c.author_id = i.member_id and c.client_id = i.client_id
    order by i.n`);
}

type Row = Input & { id: string; seq: number; authorId: string; audience: DebateAudience };

/** Gives each accepted item its number, and every item its answer. */
function number(items: readonly Item[], judged: readonly Judged[]): { rows: Row[]; outcomes: Outcome<Published>[] } {
  const now = clock.now();
  const rows: Row[] = [];
  const lastSeq = new Map<string, number>();
  const answers = new Map<string, Outcome<Published>>();
  const outcomes = items.map(({ actor, input }, index): Outcome<Published> => {
    const found = judged[index];
    if (!found || !actor.id) return refused(hide);
    if (found.first_id !== null && found.first_seq !== null)
      return { value: { seq: found.first_seq, id: found.first_id } };
    const key = `${actor.id} ${input.clientId}`;
    const twin = answers.get(key);
    if (twin) return twin;
    if (!found.visible) return refused(hide);
    const hours = { opensAt: found.opens_at.getTime(), closesAt: found.closes_at.getTime() };
    const decision = canContribute(actor, hours, now);
    if (!decision.allowed) return refused(decision);
    if (found.audience === "open" && !found.answered) return refused(refuse("public_name_unanswered", "conflict"));
    const seq = (lastSeq.get(input.debateId) ?? found.last_seq) + 1;
    lastSeq.set(input.debateId, seq);
    const id = newId();
    rows.push({ ...input, id, seq, authorId: actor.id, audience: found.audience });
    const outcome = { value: { seq, id } };
    answers.set(key, outcome);
    return outcome;
  });
  return { rows, outcomes };
}

function refused(decision: Decision): Outcome<Published> {
  return { error: decision.allowed ? new AppError("unexpected", "fault") : new AppError(decision.as, decision.reason) };
}

async function write(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: "id" | "debateId" | "side" | "body" | "authorId" | "clientId") => rows.map((row) => row[name]);
  const [counted] = await tx.$queryRaw<{ written: number }[]>(sql`
    with written as (
      insert into contribution (id, debate_id, seq, side, body, author_id, client_id, created_at)
      select id, debate_id, seq, side::contribution_side, body, author_id, client_id, ${clock.now()}::timestamptz
      from unnest(${column("id")}::text[], ${column("debateId")}::text[], ${rows.map(({ seq }) => seq)}::int[],
        ${column("side")}::text[], ${column("body")}::text[], ${column("authorId")}::text[], ${column("clientId")}::uuid[])
        as r(id, debate_id, seq, side, body, author_id, client_id)
      on conflict (author_id, client_id) do nothing
      returning debate_id, seq, side
    ), sums as (
      select debate_id, max(seq) as last_seq, count(*) filter (where side = 'pour') as pour,
        count(*) filter (where side = 'contre') as contre
      from written group by debate_id
    ), counted as (
      update debate d set last_seq = s.last_seq, pour_count = d.pour_count + s.pour, contre_count = d.contre_count + s.contre
      from sums s where d.id = s.debate_id
    )
    select count(*)::int as written from written`);
  // The same client id was written meanwhile for another debate, by another process: look again.
  if (counted?.written !== rows.length) throw Object.assign(new Error("client id taken meanwhile"), { code: "40001" });
}
