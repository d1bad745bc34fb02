import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type NoticeRow, type NoticeSource, type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { authorOfCase, holdsDecision, visibleCases } from "./moderation.policy.ts";
import { findWaitingCount } from "./moderation-desk.queries.ts";

/** Who wrote the words, or made the report, that a decision is about. Who decided stands nowhere. */
const decided = (fact: string): NoticeSource[] => [
  {
    kind: "moderation.decided",
    fact,
    told: ({ decisionId }) => sql`select ${toldColumns({
      member: sql`a.author_id`,
      key: sql`'decision:' || x.id`,
      subject: "decision",
      subjectId: sql`x.id`,
    })} from decision x join moderation_case k on k.id = x.case_id cross join lateral (select ${authorOfCase} as author_id) a
      where x.id = ${decisionId} and a.author_id is not null`,
  },
  {
    kind: "moderation.decided",
    fact,
    told: ({ decisionId }) =>
      sql`select ${toldColumns({
        member: sql`r.reporter_id`,
        key: sql`'report:' || r.id`,
        subject: "own-report",
        subjectId: sql`r.id`,
      })} from report r where r.decision_id = ${decisionId} and r.reporter_id is not null`,
  },
];

/** Those who decide there by a mandate, but who complained. The law of cases leaves out who wrote it, and what is not theirs. */
const waits = (fact: string): NoticeSource => ({
  kind: "moderation.waiting",
  fact,
  told: ({ caseId }) => sql`select distinct ${toldColumns({
    member: sql`g.member_id`,
    key: sql`'moderation'`,
    subject: "waiting-cases",
    subjectId: sql`'moderation'`,
  })} from moderation_case k join mandate g on ${sqlCovers(sql`g.scope`, sql`k.scope`)}
    where k.id = ${caseId} and g.begins_at <= ${clock.now()} and (g.ends_at is null or g.ends_at > ${clock.now()})
      and not exists (select 1 from report r where r.case_id = k.id and r.reporter_id = g.member_id)`,
});

/** What members are told of moderation. */
export const moderationNotices: Notices = {
  sources: [
    ...decided("moderation.case-decided"),
    ...decided("moderation.appeal-settled"),
    waits("moderation.object-reported"),
    waits("moderation.decision-appealed"),
  ],
  subjects: {
    decision: (actor) => sql`exists (select 1 from decision x join moderation_case k on k.id = x.case_id
      where x.id = n.subject_id and ${authorOfCase} = ${actor.id})`,
    "own-report": (
      actor,
    ) => sql`exists (select 1 from report r where r.id = n.subject_id and r.reporter_id = ${actor.id}
      and r.decision_id is not null)`,
    "waiting-cases": (actor) =>
      holdsDecision(actor)
        ? sql`(exists (select 1 from report r join moderation_case k on k.id = r.case_id where r.decision_id is null and ${visibleCases(actor)})
            or exists (select 1 from appeal a join decision x on x.id = a.decision_id join moderation_case k on k.id = x.case_id
              where a.settled_by_id is null and ${visibleCases(actor)}))`
        : sql`false`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject in moderationNotices.subjects);
    if (notices.length === 0) return new Map();
    const [decisions, waiting] = await Promise.all([
      readDecisions(notices),
      notices.some(({ subject }) => subject === "waiting-cases") ? findWaitingCount(actor) : null,
    ]);
    return new Map(
      notices.flatMap((notice): [string, NoticeWords][] => {
        const words = notice.subject === "waiting-cases" ? waitingWords(waiting) : decisionWords(notice, decisions);
        return words ? [[notice.id, words]] : [];
      }),
    );
  },
};

type Decided = { id: string; decision: string; outcome: "hide" | "nothing"; settles: boolean };

/** The decisions of these lines, by the decision or by the report. */
async function readDecisions(notices: readonly NoticeRow[]): Promise<ReadonlyMap<string, Decided>> {
  const ids = notices.map(({ subjectId }) => subjectId);
  const rows = await readRows<Decided>(sql`
    select t.id, x.id as decision, x.outcome, exists (select 1 from appeal a where a.settled_by_id = x.id) as settles
    from unnest(${ids}::text[]) t(id) left join report r on r.id = t.id join decision x on x.id = coalesce(r.decision_id, t.id)`);
  return new Map(rows.map((row) => [row.id, row]));
}

function waitingWords(waiting: number | null): NoticeWords | null {
  if (!waiting) return null;
  const what = counted(waiting, "signalement ou réponse attend", "signalements ou réponses attendent");
  return { text: `${what} une décision`, href: paths.moderation };
}

function decisionWords({ subject, subjectId }: NoticeRow, found: ReadonlyMap<string, Decided>): NoticeWords | null {
  const decided = found.get(subjectId);
  if (!decided) return null;
  const hidden = decided.outcome === "hide";
  if (subject === "own-report") {
    const text = `Ton signalement a été lu\u00a0: ${hidden ? "les mots sont masqués" : "rien ne change"}`;
    return { text, href: paths.rules };
  }
  const href = paths.decision(decided.decision);
  if (decided.settles)
    return { text: `Ta réponse a été lue\u00a0: tes mots ${hidden ? "restent masqués" : "sont revenus"}`, href };
  return {
    text: hidden ? "Tes mots ont été masqués\u00a0: voici pourquoi" : "Tes mots ont été signalés, et restent en ligne",
    href,
  };
}
