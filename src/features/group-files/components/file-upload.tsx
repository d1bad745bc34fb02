"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ACCEPTED, MAX_FILE_BYTES } from "@/core/file-kinds.ts";
import { reasons } from "@/core/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Field } from "@/ui/field.tsx";
import { toast } from "@/ui/toast.tsx";
import { UploadRow } from "@/ui/upload-row.tsx";
import { useUploads } from "@/ui/use-uploads.ts";

/** Where files are chosen or dropped. With scripts they leave at once, and say how far they are; without, it is a form. */
export function FileUpload({ address, refused }: { address: string; refused: string | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const [over, setOver] = useState(false);
  const { uploads, add, remove, retry } = useUploads({
    url: address,
    field: "fichier",
    maxBytes: MAX_FILE_BYTES,
    tooHeavy: reasons.file_too_heavy,
  });
  const arrived = uploads.find(({ state }) => state === "sent");
  useEffect(() => {
    if (!arrived) return;
    toast(`${arrived.name} est dans les fichiers du groupe.`);
    remove(arrived.key);
    router.refresh();
  }, [arrived?.key]);

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
              onCancel={() => remove(upload.key)}
              onRetry={() => retry(upload.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
