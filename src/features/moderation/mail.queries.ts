import { visitor } from "@/core/actor.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import type { ToldAuthor, ToldReporter } from "./mail.rules.ts";
import { authorOfCase } from "./moderation.policy.ts";
import { findReportable } from "./reportable.rules.ts";

// For the jobs alone: who is written to, read when the mail leaves.

/** `memberId` is null for a visitor. */
type Sent<Told> = { to: string; memberId: string | null; told: Told } | null;

/** The author of a decision's object and what to tell her; null when nobody is left to be told. */
export async function findAuthorToTell(decisionId: string): Promise<Sent<ToldAuthor>> {
  type Row = Pick<ToldAuthor, "outcome" | "settles" | "rule" | "words"> & {
    kind: string;
    object_id: string;
    author_id: string;
    email: string;
  };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select x.outcome, x.rule, x.words, exists (select 1 from appeal a where a.settled_by_id = x.id) as settles,
      k.kind, k.object_id, m.id as author_id, m.email
    from decision x join moderation_case k on k.id = x.case_id
    join member m on m.id = ${authorOfCase} and m.erased_at is null
    where x.id = ${decisionId}`);
  if (!row) return null;
  const author = await actorOfMember(row.author_id);
  const [object] = (await findReportable(row.kind)?.list(author, [row.object_id])) ?? [];
  if (!object) return null;
  const { outcome, settles, rule, words, email: to } = row;
  return {
    to,
    memberId: row.author_id,
    told: { decisionId, outcome, settles, rule, words, text: object.text, place: object.place.label },
  };
}

type ReportRow = {
  rule: number;
  reported_at: Date;
  kind: string;
  object_id: string;
  reporter_id: string | null;
  email: string | null;
};

async function findReport(reportId: string) {
  const [row] = await db.$queryRaw<ReportRow[]>(sql`
    select r.rule, r.reported_at, k.kind, k.object_id, r.reporter_id,
      coalesce(r.notice_email, case when m.erased_at is null then m.email end) as email
    from report r join moderation_case k on k.id = r.case_id left join member m on m.id = r.reporter_id
    where r.id = ${reportId}`);
  if (!row?.email) return null;
  // What she may no longer see is not named to her.
  const reader = row.reporter_id ? await actorOfMember(row.reporter_id) : visitor;
  const [object] = (await findReportable(row.kind)?.list(reader, [row.object_id])) ?? [];
  const place = object?.place.href ? object.place.label : null;
  return { to: row.email, memberId: row.reporter_id, rule: row.rule, reportedAt: row.reported_at, place };
}

/** Whoever made a report and what became of it; null when nobody is left to be told. */
export async function findReporterToTell(reportId: string): Promise<Sent<ToldReporter>> {
  const report = await findReport(reportId);
  const decision = await db.decision.findFirst({ where: { reports: { some: { id: reportId } } } });
  if (!report || !decision) return null;
  const { outcome, rule, words } = decision;
  return {
    to: report.to,
    memberId: report.memberId,
    told: { outcome, rule, words, reportedAt: report.reportedAt, place: report.place },
  };
}

/** The visitor who gave a notice, and what she reported. */
export async function findNoticeToAcknowledge(
  reportId: string,
): Promise<Sent<{ rule: number; reportedAt: Date; place: string | null }>> {
  const report = await findReport(reportId);
  return report && { to: report.to, memberId: report.memberId, told: report };
}

/**
 * Forgets who reported what was decided before this moment: names, addresses, accounts. Not while its author's answer waits:
 * nobody settles the answer to what she reported herself.
 */
export async function forgetReporters(decidedBefore: Date): Promise<number> {
  const { count } = await db.report.updateMany({
    where: {
      decision: {
        decidedAt: { lt: decidedBefore },
        OR: [{ appeal: null }, { appeal: { settledById: { not: null } } }],
      },
      OR: [{ noticeEmail: { not: null } }, { noticeName: { not: null } }, { reporterId: { not: null } }],
    },
    data: { noticeEmail: null, noticeName: null, reporterId: null },
  });
  return count;
}
