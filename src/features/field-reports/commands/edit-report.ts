import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { reportEdited, reportWithdrawn } from "../field-report.facts.ts";
import { canEditReport } from "../field-report.policy.ts";
import { editReportInput, withdrawReportInput } from "../field-report.schema.ts";
import { lockVisibleReport } from "./lock-report.ts";

/** Who wrote a report, or prepared the action, corrects it: totals follow. */
export const editReport = command({
  name: "field-report.edit",
  input: editReportInput,
  limits: [{ rule: { name: "field-report.edit", points: 60, seconds: 3600 }, by: "account" }],
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, input: { reportId, ...figures }, subject: { id, eventId }, record }) {
    await tx.fieldReport.update({ where: { id }, data: { ...figures, editedAt: clock.now() } });
    record(reportEdited({ reportId, eventId }));
    return { id };
  },
});

/** A report goes away with its pictures: totals follow. */
export const withdrawReport = command({
  name: "field-report.withdraw",
  input: withdrawReportInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, subject: { id, eventId }, record }) {
    await tx.image.deleteMany({ where: { reportPhoto: { reportId: id } } });
    await tx.fieldReport.delete({ where: { id } });
    const { slug } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { slug: true } });
    record(reportWithdrawn({ reportId: id, eventId }));
    return { event: { id: eventId, slug } };
  },
});
