import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { reportEdited } from "../field-report.facts.ts";
import { canEditReport } from "../field-report.policy.ts";
import { PHOTOS_MAX } from "../field-report.rules.ts";
import { addPhotoInput, captionInput, photoInput } from "../field-report.schema.ts";
import { lockVisibleReport } from "./lock-report.ts";

/** A picture joins a report, after the others. */
export const addPhoto = command({
  name: "field-report.add-photo",
  input: addPhotoInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, actor, input: { image, reportId }, subject: report, record }) {
    const known = await tx.fieldReportPhoto.aggregate({ where: { reportId }, _count: true, _max: { position: true } });
    if (known._count >= PHOTOS_MAX) throw new AppError("conflict", "enough_photos");
    const id = await keepImage(tx, image, actor.id);
    await tx.fieldReportPhoto.create({ data: { reportId, imageId: id, position: (known._max.position ?? -1) + 1 } });
    record(reportEdited({ reportId, eventId: report.eventId }));
    return { id };
  },
});

/** A picture leaves a report for good. */
export const removePhoto = command({
  name: "field-report.remove-photo",
  input: photoInput,
  subject: ({ tx, actor, input }) => lockVisibleReport(tx, actor, input.reportId),
  policy: canEditReport,
  async execute({ tx, input: { reportId, imageId }, subject: report, record }) {
    const { count } = await tx.image.deleteMany({ where: { id: imageId, reportPhoto: { reportId } } });
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
    const { count } = await tx.fieldReportPhoto.updateMany({ where: { reportId, imageId }, data: { caption } });
    if (count === 0) throw new AppError("not_found", "absent");
  },
});
