import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { keepWords } from "@/platform/kept-words.ts";
import { reportEdited, reportWithdrawn } from "../field-report.facts.ts";
import { canEditReport } from "../field-report.policy.ts";
import { editReportInput, withdrawReportInput } from "../field-report.schema.ts";
import { isReportContested } from "./keep-for-judges.ts";
import { lockVisibleReport } from "./lock-report.ts";

/** Who wrote a report, or prepared the action, corrects it: totals follow. */
export const editReport = command({
  name: "field-report.edit",
  input: editReportInput,
  limits: [{ rule: { name: "field-report.edit", points: 60, seconds: 3600 }, by: "account" }],
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, input: { reportId, ...figures }, subject: { id, eventId }, record }) {
    const { heard } = await tx.fieldReport.findUniqueOrThrow({ where: { id }, select: { heard: true } });
    if (heard !== figures.heard) await keepWords(tx, { kind: "field-report", objectId: id, words: heard });
    await tx.fieldReport.update({ where: { id }, data: { ...figures, editedAt: clock.now() } });
    record(reportEdited({ reportId, eventId }));
    return { id };
  },
});

/** A report goes away with its pictures: totals follow. One that is contested goes for everybody but who judges it. */
export const withdrawReport = command({
  name: "field-report.withdraw",
  input: withdrawReportInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, subject: { id, eventId }, record }) {
    if (await isReportContested(tx, id))
      await tx.fieldReport.update({ where: { id }, data: { removedAt: clock.now() } });
    else {
      await tx.image.deleteMany({ where: { reportPhoto: { reportId: id } } });
      await tx.fieldReport.delete({ where: { id } });
    }
    const { slug } = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { slug: true } });
    record(reportWithdrawn({ reportId: id, eventId }));
    return { event: { id: eventId, slug } };
  },
});
