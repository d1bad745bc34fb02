import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canReadFigures, decidesSomewhere, holdsDecision, visibleCases } from "./moderation.policy.ts";
import { pageInput } from "./moderation.schema.ts";
import type {
  FiguresView,
  ModerationDeskView,
  RecentDecisionView,
  WaitingAppealView,
  WaitingCaseView,
} from "./moderation.views.ts";
import { findReportable, type ObjectLine } from "./reportable.rules.ts";

const PAGE_SIZE = 20;
const RECENT_SIZE = 10;
const YEAR_MS = 365 * 24 * 3_600_000;

/** What waits for this actor, for the frame: null when she decides nowhere. One statement, over what waits. */
export async function findWaitingCount(actor: Actor): Promise<number | null> {
  const holds = holdsDecision(actor);
  // A host is an adherent: nobody else is asked about.
  if (actor.kind !== "member" || !(holds || actor.adherent)) return null;
  const [row] = await readRows<{ decides: boolean; waiting: number }>(sql`
    select ${holds}::boolean or ${decidesSomewhere(actor)} as decides,
      (select count(distinct k.id)::int from report r join moderation_case k on k.id = r.case_id
        where r.decision_id is null and ${visibleCases(actor)})
      + (select count(*)::int from appeal a join decision x on x.id = a.decision_id join moderation_case k on k.id = x.case_id
        where a.settled_by_id is null and ${visibleCases(actor)}) as waiting`);
  return row?.decides ? row.waiting : null;
}

async function mayDecideSomewhere(actor: Actor): Promise<boolean> {
  if (actor.kind === "system" || holdsDecision(actor)) return true;
  const [row] = await db.$queryRaw<{ decides: boolean }[]>(sql`select ${decidesSomewhere(actor)} as decides`);
  return row?.decides === true;
}

/** What waits for this actor: cases, answers, and what was decided lately. `not_found` for whoever decides nowhere. */
export async function getModerationDesk(actor: Actor, search: unknown = {}): Promise<ModerationDeskView> {
  if (!(await mayDecideSomewhere(actor))) throw new AppError("not_found", "absent");
  const from = pageInput.parse(search);
  const [{ cases, next }, appeals, recent, figures] = await Promise.all([
    listWaitingCases(actor, from),
    listWaitingAppeals(actor),
    listRecentDecisions(actor),
    canReadFigures(actor) ? readFigures() : null,
  ]);
  return { cases, next, first: from === null, appeals, recent, figures };
}

type CaseRow = { id: string; kind: string; object_id: string };
type From = { at: Date; id: string } | null;

/** Cases with a report that waits, oldest first, a page at a time. */
export async function listWaitingCases(
  actor: Actor,
  from: From = null,
): Promise<{ cases: WaitingCaseView[]; next: string | null }> {
  type Row = CaseRow & { since: Date; reports: number; rules: number[]; mine: boolean };
  const after = from ? sql`having (min(r.reported_at), k.id) > (${from.at}::timestamptz, ${from.id})` : sql``;
  const rows = await db.$queryRaw<Row[]>(sql`
    select k.id, k.kind, k.object_id, min(r.reported_at) as since, count(*)::int as reports,
      array_agg(distinct r.rule order by r.rule) as rules,
      coalesce(bool_or(r.reporter_id = ${actor.id}), false) as mine
    from report r join moderation_case k on k.id = r.case_id
    where r.decision_id is null and ${visibleCases(actor)}
    group by k.id ${after} order by since, k.id limit ${PAGE_SIZE + 1}`);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const cases = await withObjects(actor, page, (row, object) => {
    const { id, since, reports, rules, mine } = row;
    return { id, object, since, reports, rules, mine };
  });
  return { cases, next: last && rows.length > PAGE_SIZE ? `${last.since.getTime()}-${last.id}` : null };
}

/** Authors' answers that wait, all of them (one a decision at most), oldest first. `mine`: this actor took the first decision, another person answers. */
export async function listWaitingAppeals(actor: Actor): Promise<WaitingAppealView[]> {
  type Row = CaseRow & { appeal_id: string; at: Date; mine: boolean };
  const rows = await db.$queryRaw<Row[]>(sql`
    select a.id as appeal_id, k.id, k.kind, k.object_id, a.appealed_at as at,
      coalesce(x.decided_by_id = ${actor.id}, false) as mine
    from appeal a join decision x on x.id = a.decision_id join moderation_case k on k.id = x.case_id
    where a.settled_by_id is null and ${visibleCases(actor)} order by a.appealed_at, a.id`);
  return withObjects(actor, rows, ({ appeal_id: id, id: caseId, at, mine }, object) => ({
    id,
    caseId,
    object,
    at,
    mine,
  }));
}

async function listRecentDecisions(actor: Actor): Promise<RecentDecisionView[]> {
  type Row = CaseRow & Pick<RecentDecisionView, "outcome" | "rule" | "at" | "settles"> & { decision_id: string };
  const rows = await db.$queryRaw<Row[]>(sql`
    select x.id as decision_id, k.id, k.kind, k.object_id, x.outcome, x.rule, x.decided_at as at,
      exists (select 1 from appeal a where a.settled_by_id = x.id) as settles
    from decision x join moderation_case k on k.id = x.case_id
    where ${visibleCases(actor)} order by x.decided_at desc, x.id limit ${RECENT_SIZE}`);
  return withObjects(actor, rows, ({ decision_id: id, id: caseId, outcome, settles, rule, at }, object) => ({
    id,
    caseId,
    object,
    outcome,
    settles,
    rule,
    at,
  }));
}

/** The rows with their objects, each kind read at once, in the rows' order. */
async function withObjects<Row extends CaseRow, View>(
  actor: Actor,
  rows: readonly Row[],
  view: (row: Row, object: ObjectLine) => View,
): Promise<View[]> {
  const objects = new Map<string, ObjectLine>();
  for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
    const ids = [...new Set(ofKind.map((row) => row.object_id))];
    const lines = (await findReportable(kind)?.list(actor, ids)) ?? [];
    for (const line of lines) objects.set(`${kind} ${line.id}`, line);
  }
  return rows.flatMap((row) => {
    const object = objects.get(`${row.kind} ${row.object_id}`);
    return object ? [view(row, object)] : [];
  });
}

/** The counters of the last twelve months (DSA, art. 15). Nobody in particular is in them. */
async function readFigures(): Promise<FiguresView> {
  const since = new Date(clock.now().getTime() - YEAR_MS);
  const count = (what: Sql) => sql`(select count(*)::int from ${what})`;
  const first = sql`not exists (select 1 from appeal a where a.settled_by_id = x.id)`;
  const [row] = await db.$queryRaw<FiguresView[]>(sql`
    select ${count(sql`report where reported_at >= ${since}`)} as reports,
      ${count(sql`report where reported_at >= ${since} and reporter_id is null and notice_email is not null`)} as notices,
      ${count(sql`decision x where x.decided_at >= ${since} and x.outcome = 'hide' and ${first}`)} as hidden,
      ${count(sql`decision x where x.decided_at >= ${since} and x.outcome = 'nothing' and ${first}`)} as left,
      ${count(sql`appeal where appealed_at >= ${since}`)} as appeals,
      ${count(sql`decision x where x.decided_at >= ${since} and x.outcome = 'nothing' and not ${first}`)} as reversed,
      (select percentile_cont(0.5) within group (order by hours) from (
        select extract(epoch from x.decided_at - min(r.reported_at))::float8 / 3600 as hours
        from decision x join report r on r.decision_id = x.id where x.decided_at >= ${since} group by x.id) d
      )::float8 as "medianHours"`);
  if (!row) throw new AppError("unexpected", "fault");
  return row;
}
