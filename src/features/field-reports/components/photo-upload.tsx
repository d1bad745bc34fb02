"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { lighterImage } from "@/ui/lighter-image.ts";
import { Notice } from "@/ui/notice.tsx";

const ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/gif";
/** As the door has it; said at once rather than after sending. */
const MAX_UPLOAD_BYTES = 5 * 1024 * 1024;
const FAILED = "L’envoi n’a pas abouti. Vérifie ta connexion et réessaie.";

/** Sends pictures one after the other; a form of one picture where scripts do not run. */
export function PhotoUpload({ reportId }: { reportId: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const address = paths.api.reportPhotos(reportId);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (progress) return;
    const files = new FormData(event.currentTarget)
      .getAll("image")
      .filter((file) => file instanceof File && file.size > 0);
    if (files.length === 0) return setError(reasons.image_missing);
    setError(null);
    let failure: string | null = null;
    for (const [index, file] of (files as File[]).entries()) {
      setProgress({ done: index, of: files.length });
      failure = await post(address, file).catch(() => FAILED);
      if (failure) break;
    }
    setProgress(null);
    setError(failure);
    if (!failure) form.current?.reset();
    router.refresh();
  }

  return (
    <form
      ref={form}
      action={address}
      method="post"
      encType="multipart/form-data"
      onSubmit={submit}
      className="grid gap-3 rounded-card border border-dashed border-line-strong p-4"
    >
      <Field
        name="image"
        label="Ajouter des photos"
        hint="Les données cachées dans la photo (lieu, appareil) sont effacées. Pas de visage sans l’accord de la personne."
        error={error}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            multiple
            accept={ACCEPTED}
            className="block w-full min-w-0 rounded-control border border-control bg-card text-note file:mr-3 file:min-h-11 file:cursor-pointer file:border-0 file:border-r file:border-line-strong file:bg-sunken file:px-4 file:font-[650] file:text-ink"
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" pending={progress !== null}>
          {progress ? `Envoi de ${progress.done + 1} sur ${progress.of}…` : "Envoyer"}
        </Button>
      </div>
      <div role="status" className="empty:-mt-3">
        {progress && <Notice>Les photos partent une par une : ne ferme pas la page.</Notice>}
      </div>
    </form>
  );
}

/** The sentence of a refusal, or null. */
async function post(address: string, file: File): Promise<string | null> {
  const image = await lighterImage(file);
  if (image.size > MAX_UPLOAD_BYTES) return reasons.image_too_heavy;
  const body = new FormData();
  body.append("image", image);
  const response = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
  if (response.ok) return null;
  const answer = (await response.json().catch(() => null)) as { error?: PublicError } | null;
  return answer?.error?.message ?? (response.status === 413 ? reasons.image_too_heavy : FAILED);
}
