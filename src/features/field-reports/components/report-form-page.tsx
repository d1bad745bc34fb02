import { weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords } from "@/features/events/index.ts";
import { BackLink } from "@/ui/back-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { askedOf, measures } from "../field-report.rules.ts";
import type { FieldReportView, ReportFormView } from "../field-report.views.ts";
import { ReportForm } from "./report-form.tsx";

/** Where somebody who was there tells what was done. */
export function NewReportPage({ view, me, formKey }: { view: ReportFormView; me: string; formKey: string }) {
  const { event, participants, minutes } = view;
  const initial = {
    participants: participants > 0 ? String(participants) : "",
    hours: String(Math.floor(minutes / 60)),
    rest: minutes % 60 > 0 ? String(minutes % 60) : "",
  };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        eyebrow={<BackLink href={paths.event(event)}>{event.title}</BackLink>}
        title="Raconter l’action"
        lede={`${kindWords[event.kind]} du ${weekdayAndDay(event.startsAt, event.zone)}. Deux minutes suffisent : des chiffres, quelques mots, et la section voit ce qui a été fait.`}
      />
      <ReportForm
        me={me}
        formKey={formKey}
        asked={askedOf(event.kind)}
        target={{ eventId: event.id }}
        initial={initial}
      />
    </div>
  );
}

/** Where a report is corrected. */
export function EditReportPage({ report, me, formKey }: { report: FieldReportView; me: string; formKey: string }) {
  const { event, figures, participants, minutes, heard } = report;
  const initial = {
    ...Object.fromEntries(measures.map((measure) => [measure, String(figures[measure])])),
    participants: String(participants),
    hours: String(Math.floor(minutes / 60)),
    rest: String(minutes % 60),
    heard,
  };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        eyebrow={<BackLink href={paths.fieldReport(report.id)}>Le compte rendu</BackLink>}
        title="Corriger le compte rendu"
        lede="Les totaux de la section suivent aussitôt."
      />
      <ReportForm
        me={me}
        formKey={formKey}
        asked={askedOf(event.kind)}
        target={{ reportId: report.id }}
        initial={initial}
      />
    </div>
  );
}
