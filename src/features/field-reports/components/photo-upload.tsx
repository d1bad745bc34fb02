"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { ImageInput } from "@/ui/image-input.tsx";
import { lighterImage } from "@/ui/lighter-image.ts";
import { Notice } from "@/ui/notice.tsx";
import { postImage } from "@/ui/post-image.ts";

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
      failure = await postImage(address, () => lighterImage(file));
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
        {(control) => <ImageInput {...control} multiple />}
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
