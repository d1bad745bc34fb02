import { FieldError } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import { UploadProgress } from "@/ui/upload-progress.tsx";
import type { Upload } from "@/ui/use-uploads.ts";
import { readVideoLink, videoHostWords } from "../video-link.rules.ts";

/** The video of a post that is being written: a file on its way or sent. */
export function VideoPick({
  upload,
  onRemove,
  onRetry,
}: {
  upload: Upload;
  onRemove: () => void;
  onRetry: () => void;
}) {
  return (
    <div className="flex items-start gap-3 rounded-control border border-line bg-sunken p-2.5">
      <span className="grid size-14 shrink-0 place-items-center rounded-[0.5rem] bg-line text-ink-2">
        <Icon name="film" size={26} />
      </span>
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1.5">
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 truncate text-note font-semibold">{upload.name}</p>
          {upload.state === "sent" && <IconButton icon="cross" label="Retirer la vidéo" onClick={onRemove} />}
        </div>
        <UploadProgress upload={upload} onCancel={onRemove} onRetry={onRetry} />
        {upload.state === "sent" && (
          <p className="text-note text-ink-3">Prête. Les données de lieu et d’appareil sont effacées.</p>
        )}
      </div>
    </div>
  );
}

/** A video elsewhere, by its address. */
export function VideoLinkPick({
  typed,
  onType,
  onRemove,
}: {
  typed: string;
  onType: (text: string) => void;
  onRemove: () => void;
}) {
  const link = readVideoLink(typed);
  const wrong = typed.trim().length > 8 && !link;
  return (
    <div className="flex items-start gap-1 rounded-control border border-line bg-sunken p-2.5">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <label htmlFor="lien-video" className="text-note font-semibold text-ink-2">
          Lien de la vidéo
        </label>
        <TextInput
          id="lien-video"
          type="url"
          inputMode="url"
          autoComplete="off"
          maxLength={300}
          aria-describedby="lien-video-mot"
          aria-invalid={wrong || undefined}
          placeholder="https://"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          className="min-h-11! text-note"
        />
        <div id="lien-video-mot" role="status">
          {wrong ? (
            <FieldError id="lien-video-faute">Ce lien n’est pas celui d’une vidéo de {videoHostWords}.</FieldError>
          ) : (
            <p className="text-note text-ink-3">
              {link
                ? `Vidéo sur ${link.hostName}. Rien n’est chargé de là-bas avant un clic.`
                : `De ${videoHostWords}.`}
            </p>
          )}
        </div>
      </div>
      <IconButton icon="cross" label="Retirer le lien" onClick={onRemove} />
    </div>
  );
}
