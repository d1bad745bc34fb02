"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Field, FieldError } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { ACCEPTED, sizeWords } from "../file.rules.ts";
import { type Upload, useFileUploads } from "./use-file-uploads.ts";

/** Where files are chosen or dropped. With scripts they leave at once, and say how far they are; without, it is a form. */
export function FileUpload({ address, refused }: { address: string; refused: string | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const [over, setOver] = useState(false);
  const { uploads, add, cancel, retry } = useFileUploads(address, (name) => {
    toast(`${name} est dans les fichiers du groupe.`);
    router.refresh();
  });

  function chosen(event: FormEvent<HTMLFormElement>): void {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.files?.length) return;
    add([...input.files]);
    form.current?.reset();
  }

  return (
    <div className="grid gap-3">
      <form
        ref={form}
        action={address}
        method="post"
        encType="multipart/form-data"
        onChange={chosen}
        onSubmit={(event) => alive && event.preventDefault()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add([...event.dataTransfer.files]);
        }}
        className={classNames(
          "grid gap-3 rounded-card border border-dashed p-4 transition-colors",
          over ? "border-rose bg-rose-soft" : "border-line-strong",
        )}
      >
        <Field
          name="fichier"
          label="Ajouter des fichiers"
          hint="Images, PDF, documents Word, Excel, PowerPoint et LibreOffice sans macros, texte, CSV. 25 Mo au plus. Pas de liste de personnes sans leur accord."
          error={uploads.length === 0 ? refused : null}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              multiple={alive}
              accept={ACCEPTED}
              className="block w-full min-w-0 rounded-control border border-control bg-card text-note file:mr-3 file:min-h-11 file:cursor-pointer file:border-0 file:border-r file:border-line-strong file:bg-sunken file:px-4 file:font-[650] file:text-ink"
            />
          )}
        </Field>
        {!alive && (
          <Button type="submit" variant="secondary" className="justify-self-start">
            Envoyer
          </Button>
        )}
      </form>
      {uploads.length > 0 && (
        <ul aria-label="Envois en cours" className="grid gap-2">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onCancel={() => cancel(upload.key)}
              onRetry={() => retry(upload.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const stateWords = { waiting: "En attente", sending: "Envoi", arrived: "Vérification…", failed: "Échec" };

function UploadRow({ upload, onCancel, onRetry }: { upload: Upload; onCancel: () => void; onRetry: () => void }) {
  const { name, size, state, sent, error } = upload;
  const percent = Math.round(sent * 100);
  return (
    <li className="grid gap-2 rounded-control border border-line bg-card px-3.5 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 flex-[1_1_10rem]">
          <span className="block truncate font-[650]">{name}</span>
          <span className="text-note text-ink-3">
            {sizeWords(size)} · {state === "sending" ? `${percent} %` : stateWords[state]}
          </span>
        </p>
        {state === "failed" && upload.mayHelp && (
          <Button size="compact" variant="secondary" onClick={onRetry}>
            Réessayer
          </Button>
        )}
        <Button size="compact" variant="quiet" onClick={onCancel} aria-label={`Annuler l’envoi de ${name}`}>
          {state === "failed" ? "Retirer" : "Annuler"}
        </Button>
      </div>
      {state !== "failed" && (
        <progress
          value={state === "waiting" ? 0 : sent}
          max={1}
          aria-label={`Envoi de ${name}`}
          className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-rose [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-rose"
        />
      )}
      {error && (
        <div role="alert">
          <FieldError id={`${upload.key}-error`}>{error}</FieldError>
        </div>
      )}
    </li>
  );
}
