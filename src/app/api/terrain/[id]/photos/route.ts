import { paths } from "@/core/paths.ts";
import { addPhoto, getReportPhoto, getReportToEdit } from "@/features/field-reports/index.ts";
import { imageRoute, uploadRoute } from "@/platform/next/image-route.ts";

/** A picture of a report, for those who may read the report: `?photo=<id>&taille=petite|grande`. */
export const GET = imageRoute(getReportPhoto);

/** Gives a report one more picture. */
export const POST = uploadRoute({
  open: (actor, { id }: { id: string }) => getReportToEdit(actor, id),
  save: (caller, { id }, image) => addPhoto(caller, { reportId: id, image }),
  back: ({ id }) => ({ path: paths.fieldReport(id), fragment: "photos" }),
});
