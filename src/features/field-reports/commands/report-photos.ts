import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { reportEdited } from "../field-report.facts.ts";
import { canEditReport } from "../field-report.policy.ts";
import { PHOTOS_MAX } from "../field-report.rules.ts";
import { addPhotoInput, captionInput, photoInput } from "../field-report.schema.ts";
import { isReportContested } from "./keep-for-judges.ts";
import { lockVisibleReport } from "./lock-report.ts";

/** A picture joins a report, after the others. */
export const addPhoto = command({
  name: "field-report.add-photo",
  input: addPhotoInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, actor, input: { image, reportId }, subject: report, record }) {
    const known = await tx.fieldReportPhoto.aggregate({
      where: { reportId, removedAt: null },
      _count: true,
      _max: { position: true },
    });
    if (known._count >= PHOTOS_MAX) throw new AppError("conflict", "enough_photos");
    const id = await keepImage(tx, image, actor.id);
    await tx.fieldReportPhoto.create({ data: { reportId, imageId: id, position: (known._max.position ?? -1) + 1 } });
    record(reportEdited({ reportId, eventId: report.eventId }));
    return { id };
  },
});

/** A picture leaves a report for good; while the report is contested, for everybody but who judges it. */
export const removePhoto = command({
  name: "field-report.remove-photo",
  input: photoInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, input: { reportId, imageId }, subject: report, record }) {
    const shown = { reportId, imageId, removedAt: null };
    const { count } = (await isReportContested(tx, reportId))
      ? await tx.fieldReportPhoto.updateMany({ where: shown, data: { removedAt: clock.now() } })
      : await tx.image.deleteMany({ where: { id: imageId, reportPhoto: shown } });
    if (count > 0) record(reportEdited({ reportId, eventId: report.eventId }));
  },
});

/** What a picture shows, for who does not see it. */
export const captionPhoto = command({
  name: "field-report.caption-photo",
  input: captionInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, input: { reportId, imageId, caption } }) {
    const { count } = await tx.fieldReportPhoto.updateMany({
      where: { reportId, imageId, removedAt: null },
      data: { caption },
    });
    if (count === 0) throw new AppError("not_found", "absent");
  },
});
