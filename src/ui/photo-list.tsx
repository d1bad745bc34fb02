import { DESCRIPTION_MAX } from "@/core/photo.ts";
import { IconButton } from "./icon-button.tsx";
import { TextInput } from "./text-field.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import type { Upload } from "./use-uploads.ts";

/** Photos of what is being written: each with what it shows, its place in the order, and how to take it out. */
export function PhotoList({
  label,
  uploads,
  descriptions,
  onDescribe,
  onMove,
  onRemove,
  onRetry,
}: {
  /** "Photos de la publication". */
  label: string;
  uploads: readonly Upload[];
  /** By the photo's key. */
  descriptions: ReadonlyMap<string, string>;
  onDescribe: (key: string, words: string) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
}) {
  return (
    <ol aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {uploads.map((upload, index) => {
        const { key, state, preview } = upload;
        const field = `description-${key}`;
        const number = index + 1;
        return (
          <li key={key} className="flex gap-3 rounded-control border border-line bg-sunken p-2.5">
            <span className="relative block size-20 shrink-0 overflow-hidden rounded-[0.5rem] bg-line sm:size-24">
              {preview && <img src={preview} alt="" className="size-full object-cover" />}
              <span
                aria-hidden="true"
                className="absolute top-1 left-1 grid size-6 place-items-center rounded-full bg-card text-note font-bold text-ink tabular-nums"
              >
                {number}
              </span>
            </span>
            <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-1.5">
              <label htmlFor={field} className="text-note font-semibold text-ink-2">
                Que montre la photo {number} ?
              </label>
              <TextInput
                id={field}
                value={descriptions.get(key) ?? ""}
                maxLength={DESCRIPTION_MAX}
                placeholder="Pour qui ne la voit pas"
                onChange={(event) => onDescribe(key, event.target.value)}
                className="min-h-11! text-note"
              />
              <UploadProgress upload={upload} onCancel={() => onRemove(key)} onRetry={() => onRetry(key)} />
              {state === "sent" && (
                <p className="-mb-1 -ml-2 flex gap-1">
                  <IconButton
                    icon="up"
                    label={`Monter la photo ${number}`}
                    off={index === 0}
                    onClick={() => onMove(key, -1)}
                  />
                  <IconButton
                    icon="down"
                    label={`Descendre la photo ${number}`}
                    off={index === uploads.length - 1}
                    onClick={() => onMove(key, 1)}
                  />
                  <IconButton icon="cross" label={`Retirer la photo ${number}`} onClick={() => onRemove(key)} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
