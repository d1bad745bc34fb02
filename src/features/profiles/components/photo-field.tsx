"use client";

import dynamic from "next/dynamic";
import { type FormEvent, useActionState, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { Avatar } from "@/ui/avatar.tsx";
import { Button } from "@/ui/button.tsx";
import { Field } from "@/ui/field.tsx";
import { ImageInput } from "@/ui/image-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { useImageUpload } from "@/ui/use-image-upload.ts";
import { removePhotoAction } from "../profile.actions.ts";
import { type Area, croppedFile } from "./cropped-file.ts";

/** Fetched when a picture is chosen: few visits of this page need it. */
const PhotoCrop = dynamic(() => import("./photo-crop.tsx").then((file) => file.PhotoCrop), { ssr: false });

/** One's own photo: what it is, another one, none. A form, whatever scripts do; with them, one frames it first. */
export function PhotoField({ id, name, photo }: { id: string; name: string; photo: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const area = useRef<Area | null>(null);
  const address = paths.api.memberPhoto(id, "").split("?")[0] ?? "";
  const { chosen, pending, outcome, error, choose, send } = useImageUpload(address, "Ta photo est en place.");
  const [unreadable, setUnreadable] = useState(false);
  const [removal, remove] = useActionState(removePhotoAction, {});

  function pick(file: File | undefined): void {
    area.current = null;
    setUnreadable(false);
    choose(file);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sent = await send((file, preview) => croppedFile(file, preview, area.current));
    if (sent) form.current?.reset();
  }

  return (
    <div className="grid gap-5">
      {chosen && !unreadable ? (
        <PhotoCrop
          key={chosen.preview}
          image={chosen.preview}
          onArea={(framed) => {
            area.current = framed;
          }}
          onUnreadable={() => setUnreadable(true)}
        />
      ) : (
        <div className="flex items-center gap-5">
          <Avatar name={name} photo={photo && `${photo}&taille=grande`} size="huge" />
          <p className="text-note text-ink-2">
            {photo ? "C’est toi. Les autres te reconnaîtront." : "Sans photo, ce sont tes initiales que l’on voit."}
          </p>
        </div>
      )}
      <form
        ref={form}
        action={address}
        method="post"
        encType="multipart/form-data"
        onSubmit={submit}
        className="grid gap-4"
      >
        <Field
          name="image"
          label={photo ? "Choisir une autre photo" : "Choisir une photo"}
          hint="JPEG, PNG, WebP, AVIF ou GIF, 5 Mo au plus. Le lieu et l’appareil, cachés dans la photo, sont effacés."
          error={error}
        >
          {(control) => <ImageInput {...control} onChange={(event) => pick(event.target.files?.[0])} />}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" pending={pending} variant={chosen ? "primary" : "secondary"}>
            {pending ? "Envoi en cours…" : "Mettre cette photo"}
          </Button>
          {chosen && !pending && (
            <Button
              variant="quiet"
              onClick={() => {
                form.current?.reset();
                pick(undefined);
              }}
            >
              Annuler
            </Button>
          )}
        </div>
      </form>
      {photo && !chosen && (
        <form action={remove}>
          <SubmitButton variant="quiet" size="compact" pendingLabel="Retrait…">
            Retirer ma photo
          </SubmitButton>
        </form>
      )}
      <div role="status" className="empty:-mt-5">
        {outcome && !outcome.done && <p className="sr-only">{outcome.message}</p>}
        {outcome?.done && <Notice tone="success">{outcome.message}</Notice>}
        {removal.error && <Notice tone="error">{removal.error.message}</Notice>}
      </div>
    </div>
  );
}
