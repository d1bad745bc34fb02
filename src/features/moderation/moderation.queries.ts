import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { contestableUntil } from "@/core/contest.ts";
import { isId } from "@/core/ids.ts";
import { type Reason, reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import {
  authorOfCase,
  canAppeal,
  canDecide,
  canReport,
  canSettle,
  visibleCases,
  visibleDecisions,
} from "./moderation.policy.ts";
import type { CaseView, DecisionPageView, DecisionView, ReportPageView, ReportView } from "./moderation.views.ts";
import { findReportable, type Reportable } from "./reportable.rules.ts";

const notFound = () => new AppError("not_found", "absent");

function reportableOf(kind: string): Reportable {
  const found = findReportable(kind);
  if (!found) throw notFound();
  return found;
}

/** The words that this reader is about to report, and how she may. Absent or hidden from her is `not_found`. */
export async function getReportPage(actor: Actor, kind: string, objectId: string): Promise<ReportPageView> {
  const reportable = reportableOf(kind);
  const object = isId(objectId) ? await reportable.find(db, actor, objectId) : null;
  if (!object) throw notFound();
  const own = !canReport(actor, object).allowed && actor.kind === "member";
  const already =
    actor.kind === "member" &&
    (await db.report.count({
      where: { reporterId: actor.id, decisionId: null, case: { kind, objectId: object.id } },
    })) > 0;
  const as = own ? "author" : actor.kind === "visitor" ? "visitor" : "member";
  const { title, sequel = null } = reportable;
  return { kind, objectId, title, text: object.text, place: object.place, as, sequel, already };
}

/** A case with its object, its reports, its decisions and what this actor may do. */
export async function getCase(actor: Actor, id: string): Promise<CaseView> {
  const [found] = await db.$queryRaw<{ kind: string; object_id: string }[]>(sql`
    select k.kind, k.object_id from moderation_case k where k.id = ${id} and ${visibleCases(actor)}`);
  if (!found) throw notFound();
  const [object, reportRows, decisionRows] = await Promise.all([
    reportableOf(found.kind).read(actor, found.object_id),
    db.report.findMany({ where: { caseId: id }, orderBy: [{ reportedAt: "asc" }, { id: "asc" }] }),
    db.decision.findMany({
      where: { caseId: id },
      orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
      include: {
        appeal: true,
        settles: { select: { id: true } },
        decidedBy: { select: { name: true, erasedAt: true } },
      },
    }),
  ]);
  const reports = reportRows.map(
    ({ id: reportId, rule, words, reportedAt, decisionId, reporterId, noticeEmail }): ReportView => ({
      id: reportId,
      rule,
      words,
      at: reportedAt,
      waiting: decisionId === null,
      mine: reporterId !== null && reporterId === actor.id,
      fromVisitor: reporterId === null && noticeEmail !== null,
    }),
  );
  const decisions = decisionRows.map(
    ({ id: decisionId, outcome, rule, words, decidedAt, decidedBy, decidedById, settles, appeal }): DecisionView => ({
      id: decisionId,
      outcome,
      rule,
      words,
      at: decidedAt,
      by: decidedBy && !decidedBy.erasedAt ? decidedBy.name : null,
      mine: decidedById !== null && decidedById === actor.id,
      settles: settles !== null,
      appeal: appeal && {
        id: appeal.id,
        words: appeal.words,
        at: appeal.appealedAt,
        waiting: appeal.settledById === null,
      },
    }),
  );
  const appealed = decisionRows.find(({ appeal }) => appeal?.settledById === null);
  const of = (decisionId: string | null) =>
    reportRows.filter((report) => report.decisionId === decisionId).map(({ reporterId }) => reporterId);
  const decide = canDecide(actor, { reporterIds: of(null) });
  const settle = appealed
    ? canSettle(actor, { settled: false, deciderId: appealed.decidedById, reporterIds: of(appealed.id) })
    : null;
  const appealedView = decisions.find((decision) => decision.id === appealed?.id);
  const refusal = settle ?? decide;
  return {
    id,
    object,
    waiting: reports.filter(({ waiting }) => waiting),
    answered: reports.filter(({ waiting }) => !waiting),
    decisions,
    appeal: appealedView?.appeal ? { ...appealedView.appeal, decision: appealedView } : null,
    can: { decide: decide.allowed, settle: settle?.allowed === true },
    cannot: refusal.allowed || (!settle && of(null).length === 0) ? null : reasons[refusal.reason satisfies Reason],
  };
}

/** A decision, its author's answer and what became of it, for her and for those who see the case. */
export async function getDecision(actor: Actor, id: string): Promise<DecisionPageView> {
  type Row = { id: string; case_id: string; kind: string; object_id: string; own: boolean; seen: boolean };
  // The address of the second decision leads to the same story as the first one's.
  const [found] = await db.$queryRaw<Row[]>(sql`
    select coalesce(a.decision_id, x.id) as id, k.id as case_id, k.kind, k.object_id,
      coalesce(${authorOfCase} = ${actor.id}, false) as own, ${visibleCases(actor)} as seen
    from decision x join moderation_case k on k.id = x.case_id left join appeal a on a.settled_by_id = x.id
    where x.id = ${id} and ${visibleDecisions(actor)}`);
  if (!found) throw notFound();
  const [objects, first] = await Promise.all([
    reportableOf(found.kind).list(actor, [found.object_id]),
    db.decision.findUniqueOrThrow({
      where: { id: found.id },
      include: { appeal: { include: { settledBy: true } }, reports: { select: { rule: true }, distinct: ["rule"] } },
    }),
  ]);
  const [object] = objects;
  if (!object) throw notFound();
  const { outcome, rule, words, decidedAt: at, appeal, reports } = first;
  const settled = appeal?.settledBy;
  const appealed = { outcome, settles: false, appealed: appeal !== null, decidedAt: at };
  const answerable = canAppeal(actor, appealed, clock.now()).allowed;
  return {
    decisionId: first.id,
    object,
    cited: reports.map((report) => report.rule).sort((a, b) => a - b),
    first: { outcome, rule, words, at },
    appeal: appeal && { words: appeal.words, at: appeal.appealedAt },
    settlement: settled ? { outcome: settled.outcome, words: settled.words, at: settled.decidedAt } : null,
    isAuthor: found.own,
    caseId: found.seen ? found.case_id : null,
    answerUntil: found.own && outcome === "hide" && !appeal ? contestableUntil(at) : null,
    can: { appeal: found.own && answerable },
  };
}
