"use client";

import { useState } from "react";
import { DESCRIPTION_MAX } from "@/core/photo.ts";
import { classNames } from "@/ui/class-names.ts";
import { FieldError } from "@/ui/field.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { TextInput } from "@/ui/text-field.tsx";
import { UploadProgress } from "@/ui/upload-progress.tsx";
import type { Upload } from "@/ui/use-uploads.ts";
import type { AttachmentsInHand } from "./use-attachments.ts";

/** The photos of a message that is being written, side by side; one of them is open, to say what it shows or to move it. */
export function PhotoStrip({ attachments }: { attachments: AttachmentsInHand }) {
  const { photos, descriptions, describe } = attachments;
  const [open, setOpen] = useState<string | null>(null);
  const chosen = photos.uploads.find(({ key }) => key === open);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <ol aria-label="Photos du message" className="flex gap-2 overflow-x-auto p-1">
        {photos.uploads.map((upload, index) => (
          <Thumbnail
            key={upload.key}
            upload={upload}
            number={index + 1}
            described={Boolean(descriptions.get(upload.key)?.trim())}
            open={open === upload.key}
            onOpen={() => setOpen(open === upload.key ? null : upload.key)}
            onRemove={() => photos.remove(upload.key)}
          />
        ))}
      </ol>
      {photos.uploads
        .filter(({ state }) => state === "failed")
        .map((upload) => (
          <div key={upload.key} role="alert">
            <UploadProgress
              upload={upload}
              onCancel={() => photos.remove(upload.key)}
              onRetry={() => photos.retry(upload.key)}
            />
          </div>
        ))}
      {chosen && (
        <Described
          upload={chosen}
          number={photos.uploads.indexOf(chosen) + 1}
          many={photos.uploads.length}
          words={descriptions.get(chosen.key) ?? ""}
          onDescribe={(words) => describe(chosen.key, words)}
          onMove={(by) => photos.move(chosen.key, by)}
        />
      )}
    </div>
  );
}

/** A photo, how far it is, and how to take it out; pressed, it asks what it shows. */
function Thumbnail({
  upload,
  number,
  described,
  open,
  onOpen,
  onRemove,
}: {
  upload: Upload;
  number: number;
  described: boolean;
  open: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const { state, preview, progress } = upload;
  const going = state === "waiting" || state === "sending";
  return (
    <li className="relative shrink-0">
      <button
        type="button"
        aria-expanded={open}
        aria-label={`Photo ${number} : ${described ? "modifier sa description" : "dire ce qu’elle montre"}`}
        onClick={onOpen}
        className={classNames(
          "block size-20 overflow-hidden rounded-control border bg-line",
          open ? "border-ink" : state === "failed" ? "border-rose" : "border-line-strong",
        )}
      >
        {preview && (
          <img src={preview} alt="" className={classNames("size-full object-cover", going && "opacity-50")} />
        )}
        {state === "sent" && (
          <span
            aria-hidden="true"
            className="absolute inset-x-1 bottom-1 rounded-full bg-card px-1.5 text-center text-[0.75rem] leading-5 font-semibold text-ink"
          >
            {described ? "Décrite" : "Décrire"}
          </span>
        )}
      </button>
      {going && (
        <progress
          value={state === "waiting" ? 0 : Math.round(progress * 100)}
          max={100}
          aria-label={`Envoi de la photo ${number}`}
          className="absolute inset-x-1.5 bottom-1.5 h-1.5 w-[calc(100%-0.75rem)] appearance-none overflow-hidden rounded-full bg-card [&::-moz-progress-bar]:bg-rose [&::-webkit-progress-bar]:bg-card [&::-webkit-progress-value]:bg-rose"
        />
      )}
      <button
        type="button"
        title={going ? "Annuler l’envoi" : "Retirer"}
        onClick={onRemove}
        className="absolute -top-1 -right-1 grid size-8 place-items-center rounded-full border border-line-strong bg-card text-ink after:absolute after:-inset-1.5 hover:bg-sunken"
      >
        <Icon
          name="cross"
          size={16}
          label={going ? `Annuler l’envoi de la photo ${number}` : `Retirer la photo ${number}`}
        />
      </button>
    </li>
  );
}

function Described({
  upload,
  number,
  many,
  words,
  onDescribe,
  onMove,
}: {
  upload: Upload;
  number: number;
  many: number;
  words: string;
  onDescribe: (words: string) => void;
  onMove: (by: -1 | 1) => void;
}) {
  const field = `description-${upload.key}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-control bg-sunken p-2.5">
      <label htmlFor={field} className="text-note font-semibold text-ink-2">
        Que montre la photo {number} ?
      </label>
      <div className="flex items-center gap-1">
        <TextInput
          id={field}
          value={words}
          maxLength={DESCRIPTION_MAX}
          placeholder="Pour qui ne la voit pas"
          onChange={(event) => onDescribe(event.target.value)}
          // The form is the message's: Enter would send it.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className="min-h-11! min-w-0 flex-1 text-note"
        />
        {many > 1 && (
          <>
            <IconButton
              icon="back"
              label={`Avancer la photo ${number}`}
              off={number === 1}
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon="arrow"
              label={`Reculer la photo ${number}`}
              off={number === many}
              onClick={() => onMove(1)}
            />
          </>
        )}
      </div>
      {upload.state === "failed" && <FieldError id={`echec-${upload.key}`}>Cette photo n’est pas partie.</FieldError>}
    </div>
  );
}
