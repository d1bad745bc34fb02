"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/core/paths.ts";
import { formAction } from "@/platform/next/form-action.ts";
import { editReport, withdrawReport } from "./commands/edit-report.ts";
import { publishReport } from "./commands/publish-report.ts";
import { captionPhoto, removePhoto } from "./commands/report-photos.ts";

type Fields = Record<string, string | string[]>;

/** Hours and minutes of a form become minutes; what is no number is refused by the schema. */
const withMinutes = ({ hours = "", rest = "", ...fields }: Fields): Record<string, unknown> => {
  const [h, m] = [hours, rest].map((typed) => Number(String(typed).trim() || "0"));
  return { ...fields, minutes: (h ?? 0) * 60 + (m ?? 0) };
};

export const publishReportAction = formAction(publishReport, {
  read: withMinutes,
  then: ({ id }) => redirect(`${paths.fieldReport(id)}?fait=publie`),
});
export const editReportAction = formAction(editReport, {
  read: withMinutes,
  then: ({ id }) => redirect(paths.fieldReport(id)),
});
export const withdrawReportAction = formAction(withdrawReport, {
  then: ({ event }) => redirect(paths.event(event)),
});
export const removePhotoAction = formAction(removePhoto, { then: () => refresh() });
export const captionPhotoAction = formAction(captionPhoto, { then: () => refresh() });
