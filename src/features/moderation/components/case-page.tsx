import Link from "next/link";
import { counted, fullMoment } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Card } from "@/ui/card.tsx";
import { List } from "@/ui/list.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { RelativeTime } from "@/ui/relative-time.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { CaseView, DecisionView, ReportView } from "../moderation.views.ts";
import { DecideForm, SettleForm } from "./decide-forms.tsx";
import { OutcomeBadge } from "./moderation-page.tsx";
import { Quote } from "./quote.tsx";
import { ReportedWords } from "./reported-words.tsx";

/** One reported object: what it says and where, what is said of it, and what is decided. */
export function CasePage({ page, now }: { page: CaseView; now: Date }) {
  const { object, waiting, answered, decisions, appeal } = page;
  return (
    <div className="mx-auto max-w-2xl lg:max-w-none">
      <BackLink href={paths.moderation}>Modération</BackLink>
      <PageHeader title={titleOf(page)} className="mb-5! md:mb-7!" />
      <div className="grid items-start gap-9 lg:grid-cols-[1fr_24rem] lg:gap-12">
        <div className="grid min-w-0 gap-9">
          <ReportedWords object={object} now={now} />
          {waiting.length > 0 && <Reports title="Ce qu’on reproche à ces mots" reports={waiting} now={now} />}
          {decisions.length > 0 && <Decisions decisions={decisions} now={now} />}
          {answered.length > 0 && <Reports title="Signalements traités" reports={answered} now={now} />}
        </div>
        {(page.cannot || page.can.decide || page.can.settle) && (
          <aside aria-label="Décider" className="max-lg:order-last lg:sticky lg:top-24">
            {page.cannot && <Notice title="Pas cette fois">{page.cannot}</Notice>}
            {page.can.settle && appeal && (
              <Card className="grid gap-5">
                <div className="grid gap-2">
                  <h2 className="text-heading">La réponse de l’auteur·e</h2>
                  <Quote>{appeal.words}</Quote>
                </div>
                <SettleForm appealId={appeal.id} />
              </Card>
            )}
            {page.can.decide && !appeal && (
              <Card>
                <h2 className="sr-only">Décider</h2>
                <DecideForm caseId={page.id} rule={commonRule(waiting)} />
              </Card>
            )}
          </aside>
        )}
      </div>
    </div>
  );
}

function titleOf({ waiting, appeal }: CaseView): string {
  if (appeal) return "Une réponse à relire";
  return waiting.length > 0 ? counted(waiting.length, "signalement") : "Décision prise";
}

/** The rule that every report cites, to start from; null when they differ. */
function commonRule(reports: readonly ReportView[]): number | null {
  const rules = new Set(reports.map(({ rule }) => rule));
  return rules.size === 1 ? (reports[0]?.rule ?? null) : null;
}

function Reports({ title, reports, now }: { title: string; reports: readonly ReportView[]; now: Date }) {
  return (
    <section aria-label={title}>
      <SectionHeading title={title} />
      <List>
        {reports.map(({ id, rule, words, at, mine, fromVisitor }) => (
          <li key={id} className="grid gap-1.5 px-4 py-3.5 sm:px-5">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-note text-ink-3">
              <Link
                href={`${paths.rules}#regle-${rule}`}
                className="inline-flex min-h-8 items-center font-[650] text-ink underline underline-offset-2 pointer-coarse:min-h-11"
                prefetch={false}
              >
                Règle {rule}
              </Link>
              <span>{fromVisitor ? "un·e visiteur·se" : "un·e membre"}</span>
              <RelativeTime date={at} now={now} />
              {mine && <Badge>Signalé par toi</Badge>}
            </p>
            {words && <p className="break-words whitespace-pre-line">{words}</p>}
          </li>
        ))}
      </List>
    </section>
  );
}

function Decisions({ decisions, now }: { decisions: readonly DecisionView[]; now: Date }) {
  return (
    <section aria-label="Décisions">
      <SectionHeading title={decisions.length > 1 ? "Décisions" : "Décision"} />
      <ol className="grid gap-3.5">
        {decisions.map(({ id, outcome, settles, rule, words, at, by, appeal }) => (
          <Card as="li" key={id} className="grid gap-2.5">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-note text-ink-3">
              <OutcomeBadge outcome={outcome} settles={settles} />
              {rule !== null && <span>Règle {rule}</span>}
              <span>
                par {by ?? "une personne qui n’est plus là"}, <RelativeTime date={at} now={now} />
              </span>
            </p>
            <p className="break-words whitespace-pre-line">{words}</p>
            {appeal && (
              <div className="border-t border-line pt-2.5">
                <p className="mb-1.5 text-note text-ink-3">
                  {appeal.waiting ? "Réponse de l’auteur·e, à relire" : "Réponse de l’auteur·e"}, le{" "}
                  {fullMoment(appeal.at)}
                </p>
                <Quote className="text-base!">{appeal.words}</Quote>
              </div>
            )}
          </Card>
        ))}
      </ol>
    </section>
  );
}
