import { reasons } from "@/core/reasons.ts";
import { Notice } from "@/ui/notice.tsx";
import { PHOTOS_MAX } from "../field-report.rules.ts";
import type { FieldReportView } from "../field-report.views.ts";
import { PhotoForms } from "./photo-forms.tsx";
import { PhotoUpload } from "./photo-upload.tsx";

/** The pictures of a report; with `edit`, their words, their removal, and others to add. */
export function ReportPhotos({
  report,
  edit,
  refused,
}: {
  report: FieldReportView;
  edit: boolean;
  /** The reason for which a picture sent without scripts was refused. */
  refused: string | null;
}) {
  const { photos } = report;
  if (photos.length === 0 && !edit) return null;
  const reason = refused && Object.hasOwn(reasons, refused) ? reasons[refused as keyof typeof reasons] : null;
  return (
    <section id="photos" aria-labelledby="titre-photos" className="grid scroll-mt-6 gap-4">
      <h2 id="titre-photos" className="text-heading">
        Photos
      </h2>
      {reason && <Notice tone="error">{reason}</Notice>}
      {photos.length > 0 && (
        <ul className="grid gap-4 sm:grid-cols-2">
          {photos.map((photo) => (
            <li key={photo.id} className="grid content-start gap-2">
              <a href={photo.large} className="block overflow-hidden rounded-card border border-line">
                <img
                  src={photo.small}
                  srcSet={`${photo.small} 640w, ${photo.large} ${Math.max(641, photo.width)}w`}
                  sizes="(min-width: 48rem) 20rem, 100vw"
                  alt={photo.caption || "Photo de l’action, sans description"}
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                  className="aspect-[3/2] h-auto w-full bg-sunken object-cover"
                />
              </a>
              {edit ? (
                <PhotoForms reportId={report.id} photo={photo} />
              ) : (
                photo.caption && <p className="text-note text-ink-2">{photo.caption}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {edit && photos.length < PHOTOS_MAX && <PhotoUpload reportId={report.id} />}
    </section>
  );
}
