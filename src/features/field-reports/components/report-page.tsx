import Link from "next/link";
import { frenchNumber, fullDay, relativeTime, weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { kindWords } from "@/features/events/index.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Person } from "@/ui/person.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import { measures, measureWords } from "../field-report.rules.ts";
import type { FieldReportView } from "../field-report.views.ts";
import { ForgetReportDraft } from "./forget-report-draft.tsx";
import { effortWords } from "./report-card.tsx";
import { ReportPhotos } from "./report-photos.tsx";
import { WithdrawReport } from "./withdraw-report.tsx";

/** One report: what was counted, heard and seen. */
export function ReportPage({
  report,
  me,
  now,
  published,
  refused,
}: {
  report: FieldReportView;
  me: string;
  now: Date;
  /** It was published just now. */
  published: boolean;
  refused: string | null;
}) {
  const { event, figures, heard, author } = report;
  const counted = measures.filter((measure) => figures[measure] > 0);
  return (
    <div className="mx-auto max-w-3xl">
      <ForgetReportDraft me={me} ids={[event.id, report.id]} />
      <PageHeader
        eyebrow={<BackLink href={paths.event(event)}>{event.title}</BackLink>}
        title="Compte rendu"
        lede={`${kindWords[event.kind]} du ${weekdayAndDay(event.startsAt, event.zone)}${event.place ? `, ${event.place}` : ""}. ${effortWords(report)}`.trim()}
        actions={
          report.can.edit ? (
            <ButtonLink href={`${paths.fieldReport(report.id)}/modifier`} variant="secondary">
              Corriger
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="grid gap-9">
        {published && (
          <Notice tone="success" title="C’est publié" role="status">
            La section voit ce qui a été fait. Ajoute des photos si tu en as.
          </Notice>
        )}
        {report.hidden && (
          <Notice tone="warning" title="Masqué par la modération">
            Tu le vois parce que tu réponds de ce territoire. Il ne compte plus dans les totaux.
          </Notice>
        )}
        {counted.length > 0 && (
          <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {counted.map((measure) => (
              <Card key={measure} className="flex flex-col-reverse justify-end">
                <dt className="text-note text-ink-2">{measureWords[measure].label}</dt>
                <dd className="font-display text-3xl font-[780] tracking-tight tabular-nums">
                  {frenchNumber(figures[measure])}
                </dd>
              </Card>
            ))}
          </dl>
        )}
        {heard !== "" && (
          <section aria-labelledby="entendu">
            <h2 id="entendu" className="mb-3 text-heading">
              Ce que nous avons entendu
            </h2>
            <RichText source={heard} rich={richText(heard)} className="text-[1.0625rem] leading-relaxed" />
          </section>
        )}
        <ReportPhotos report={report} edit={report.can.edit} refused={refused} />
        <footer className="grid gap-4 border-t border-line pt-5">
          {author && <Person person={{ ...author, place: author.section }} />}
          <p className="text-note text-ink-3">
            {author ? "Publié" : "Publié par un·e membre de l’équipe"} {relativeTime(report.publishedAt, now)}
            {report.editedAt && `, corrigé le ${fullDay(report.editedAt)}`}.{" "}
            {report.can.report && (
              <Link
                href={paths.report("field-report", report.id)}
                prefetch={false}
                className="underline underline-offset-2"
              >
                Signaler
              </Link>
            )}
          </p>
          {report.can.edit && <WithdrawReport reportId={report.id} />}
        </footer>
      </div>
    </div>
  );
}
