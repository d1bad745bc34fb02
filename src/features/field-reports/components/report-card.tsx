import Link from "next/link";
import { excerptOf } from "@/core/excerpt.ts";
import { counted, weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords } from "@/features/events/index.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { durationWords } from "../field-report.rules.ts";
import type { FieldReportView } from "../field-report.views.ts";
import { figureWords } from "./report-words.ts";

/** "1 h 30 à 8 personnes". */
export function effortWords({ participants, minutes }: Pick<FieldReportView, "participants" | "minutes">): string {
  const people = participants > 0 ? counted(participants, "personne") : "";
  if (minutes === 0) return people;
  return people ? `${durationWords(minutes)} à ${people}` : durationWords(minutes);
}

/** A report in a list: what, when, how much, and a first word. */
export function ReportCard({ report, titled = true }: { report: FieldReportView; titled?: boolean }) {
  const { event } = report;
  const words = figureWords(report.figures);
  const effort = effortWords(report);
  return (
    <Card as="article" className="relative grid gap-2 has-[a[data-row]:hover]:bg-sunken">
      <p className="text-note font-[650] text-rose-strong">
        {kindWords[event.kind]} · {weekdayAndDay(event.startsAt, event.zone)}
      </p>
      <h3 className="text-[1.125rem] font-[720]">
        <Link
          href={paths.fieldReport(report.id)}
          prefetch={false}
          data-row
          className="no-underline after:absolute after:inset-0"
        >
          {titled ? event.title : words[0] ? `Compte rendu : ${words[0]}` : "Compte rendu"}
        </Link>
      </h3>
      {words.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-1 font-[650] tabular-nums">
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
      {report.heard !== "" && <p className="text-ink-2">{excerptOf(report.heard, 160)}</p>}
      <p className="text-note text-ink-3">
        {[effort, report.photos.length > 0 ? counted(report.photos.length, "photo") : "", report.author?.name ?? ""]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </Card>
  );
}

/** On the page of an event: what was told of it, and the way to tell it. */
export function EventReports({
  event,
  reports,
  mayReport,
}: {
  event: { id: string; slug: string };
  reports: readonly FieldReportView[];
  mayReport: boolean;
}) {
  if (reports.length === 0 && !mayReport) return null;
  return (
    <section aria-labelledby="comptes-rendus" className="grid gap-4">
      <h2 id="comptes-rendus" className="text-heading">
        Ce qui a été fait
      </h2>
      {reports.map((report) => (
        <ReportCard key={report.id} report={report} titled={false} />
      ))}
      {mayReport && (
        <Card padding="roomy" className="grid justify-items-start gap-3">
          <p className="font-[650]">
            {reports.length === 0
              ? "C’était comment ? Deux minutes pour le raconter à la section."
              : "Une autre équipe a fait autre chose ? Ajoute son compte rendu."}
          </p>
          <ButtonLink href={paths.newFieldReport(event)}>Raconter l’action</ButtonLink>
        </Card>
      )}
    </section>
  );
}
