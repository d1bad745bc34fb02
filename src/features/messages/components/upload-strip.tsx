import { sizeWords } from "@/core/file-kinds.ts";
import { IconButton } from "@/ui/icon-button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { saidOfUploads } from "@/ui/said-of-uploads.ts";
import { UploadProgress } from "@/ui/upload-progress.tsx";
import type { Upload } from "@/ui/use-uploads.ts";
import { PhotoStrip } from "./photo-strip.tsx";
import type { AttachmentsInHand } from "./use-attachments.ts";

/** What goes with a message that is being written, on its way or there: above the words. Nothing while there is nothing. */
export function UploadStrip({ attachments }: { attachments: AttachmentsInHand }) {
  const { photos, files, problem } = attachments;
  return (
    <>
      <p role="status" className="sr-only">
        {saidOfUploads([...photos.uploads, ...files.uploads])}
      </p>
      {problem && (
        <p role="alert" className="text-note font-semibold text-rose-strong">
          {problem}
        </p>
      )}
      {photos.uploads.length > 0 && <PhotoStrip attachments={attachments} />}
      {files.uploads.length > 0 && (
        <ul aria-label="Fichiers du message" className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
          {files.uploads.map((upload) => (
            <FileRow
              key={upload.key}
              upload={upload}
              onRemove={() => files.remove(upload.key)}
              onRetry={() => files.retry(upload.key)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function FileRow({ upload, onRemove, onRetry }: { upload: Upload; onRemove: () => void; onRetry: () => void }) {
  const { name, file, state } = upload;
  return (
    <li className="grid gap-1.5 rounded-control border border-line bg-sunken px-3 py-1.5">
      <p className="flex min-w-0 items-center gap-2">
        <Icon name="clip" size={18} className="shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 truncate text-note font-semibold">{name}</span>
        {file && <span className="shrink-0 text-note text-ink-3">{sizeWords(file.size)}</span>}
        {state === "sent" && <IconButton icon="cross" label={`Retirer ${name}`} onClick={onRemove} />}
      </p>
      <div role={state === "failed" ? "alert" : undefined} className="empty:hidden">
        <UploadProgress upload={upload} onCancel={onRemove} onRetry={onRetry} />
      </div>
    </li>
  );
}
