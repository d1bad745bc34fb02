import { defineFact } from "@/core/fact.ts";

type OfReport = { reportId: string; eventId: string };

export const reportPublished = defineFact<OfReport>({ name: "field-report.published" });
export const reportEdited = defineFact<OfReport>({ name: "field-report.edited" });
export const reportWithdrawn = defineFact<OfReport>({ name: "field-report.withdrawn" });
export const reportHidden = defineFact<OfReport>({ name: "field-report.hidden" });
export const reportShown = defineFact<OfReport>({ name: "field-report.shown" });

export const fieldReportFacts = [reportPublished, reportEdited, reportWithdrawn, reportHidden, reportShown] as const;
