import { editReport, withdrawReport } from "./commands/edit-report.ts";
import { publishReport } from "./commands/publish-report.ts";
import { addPhoto, captionPhoto, removePhoto } from "./commands/report-photos.ts";

/** Every command of field reports, by its name in the code. */
export const fieldReportCommands = { publishReport, editReport, withdrawReport, addPhoto, removePhoto, captionPhoto };

export { fieldReportReports } from "./commands/moderate-report.ts";
export { fieldReportFacts } from "./field-report.facts.ts";
export { fieldReportJobs } from "./field-report.jobs.ts";
export { fieldReportNotices } from "./field-report.notices.ts";
export { fieldReportsPersonalData } from "./field-report.personal-data.ts";
export { canReadFigures, visibleReports } from "./field-report.policy.ts";
export {
  getFieldReport,
  getReportForm,
  getReportPhoto,
  getReportToEdit,
  listReportsOfEvent,
  maySheReport,
} from "./field-report.queries.ts";
export type { FieldReportView, FiguresView } from "./field-report.views.ts";
export { getFigures } from "./figures.queries.ts";
export { addPhoto, captionPhoto, editReport, publishReport, removePhoto, withdrawReport };
