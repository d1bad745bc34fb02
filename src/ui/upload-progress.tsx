import { Button } from "./button.tsx";
import { FieldError } from "./field.tsx";
import type { Upload } from "./use-uploads.ts";

/** How far a file is, in words and as a bar; given up and tried again from here. Nothing once it has arrived. */
export function UploadProgress({
  upload,
  onCancel,
  onRetry,
}: {
  upload: Upload;
  onCancel: () => void;
  onRetry: () => void;
}) {
  const { state, progress, name, problem, key } = upload;
  if (state === "sent") return null;
  if (state === "failed")
    return (
      <div className="grid gap-2">
        <FieldError id={`envoi-${key}`}>{problem ?? "L’envoi a été arrêté."}</FieldError>
        <p className="flex flex-wrap gap-2">
          {upload.again && (
            <Button size="compact" variant="secondary" onClick={onRetry} aria-describedby={`envoi-${key}`}>
              Réessayer
            </Button>
          )}
          <Button size="compact" variant="quiet" onClick={onCancel}>
            Retirer
          </Button>
        </p>
      </div>
    );
  const share = Math.round(progress * 100);
  return (
    <div className="flex items-center gap-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <progress
          value={state === "waiting" ? 0 : share}
          max={100}
          aria-label={`Envoi de ${name}`}
          className="h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-rose [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-rose [&::-webkit-progress-value]:transition-[width] motion-reduce:[&::-webkit-progress-value]:transition-none"
        />
        <p aria-hidden="true" className="text-note text-ink-3 tabular-nums">
          {state === "waiting" ? "En attente…" : share < 100 ? `${share} %` : "Préparation…"}
        </p>
      </div>
      <Button size="compact" variant="quiet" onClick={onCancel}>
        Annuler<span className="sr-only"> l’envoi de {name}</span>
      </Button>
    </div>
  );
}
