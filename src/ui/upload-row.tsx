import { sizeWords } from "@/core/file-kinds.ts";
import { UploadProgress } from "./upload-progress.tsx";
import type { Upload } from "./use-uploads.ts";

/** A file on its way: what it is, how far it is, or why it was not taken. */
export function UploadRow({
  upload,
  onCancel,
  onRetry,
}: {
  upload: Upload;
  onCancel: () => void;
  onRetry: () => void;
}) {
  const { name, file, state } = upload;
  return (
    <li className="grid gap-2 rounded-control border border-line bg-card px-3.5 py-3">
      <p className="flex min-w-0 items-baseline justify-between gap-3">
        <span className="truncate font-[650]">{name}</span>
        {file && <span className="shrink-0 text-note text-ink-3">{sizeWords(file.size)}</span>}
      </p>
      <div role={state === "failed" ? "alert" : undefined}>
        <UploadProgress upload={upload} onCancel={onCancel} onRetry={onRetry} />
      </div>
    </li>
  );
}
