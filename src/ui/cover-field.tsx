"use client";

import { type FormEvent, type ReactNode, useRef } from "react";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Field } from "./field.tsx";
import { ImageInput } from "./image-input.tsx";
import { Notice } from "./notice.tsx";
import { useImageUpload } from "./use-image-upload.ts";

/** How wide a picture is shown there, as `sizes` of an image says it. */
export const COVER_FIELD_SIZES = "(min-width: 48rem) 40rem, 100vw";

/** The picture of something, for those who run it: what it is, another one, none. A form, whatever scripts do. */
export function CoverField({
  address,
  current,
  about,
  invitation,
  removal,
}: {
  /** Where it is sent. */
  address: string;
  /** The picture that there is; null: none yet. */
  current: ReactNode;
  /** Where it is shown, in a line. */
  about: string;
  /** What is said where there is none. */
  invitation: string;
  /** The form that takes it away. */
  removal: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { chosen, pending, outcome, error, choose, send } = useImageUpload(address, "La couverture est en place.");
  const preview = chosen?.preview ?? null;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await send()) form.current?.reset();
  }

  return (
    <section aria-labelledby="couverture">
      <div className="mb-3.5">
        <h2 id="couverture" className="text-heading">
          La couverture
        </h2>
        <p className="mt-1 text-[0.9375rem] text-ink-2">{about}</p>
      </div>
      <Card padding="roomy" className="grid gap-4">
        {preview ? (
          <figure className="grid gap-1.5">
            <img src={preview} alt="" className="aspect-[2/1] w-full rounded-card bg-sunken object-cover" />
            <figcaption className="text-note text-ink-3">Aperçu : pas encore en ligne.</figcaption>
          </figure>
        ) : current ? (
          current
        ) : (
          <p className="rounded-control border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
            {invitation}
          </p>
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
            label={current ? "Choisir une autre image" : "Choisir une image"}
            hint="JPEG, PNG, WebP, AVIF ou GIF, 5 Mo au plus. Les données cachées dans la photo (lieu, appareil) sont effacées."
            error={error}
          >
            {(control) => <ImageInput {...control} onChange={(event) => choose(event.target.files?.[0])} />}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" pending={pending} variant={preview ? "primary" : "secondary"}>
              {pending ? "Envoi en cours…" : "Mettre en couverture"}
            </Button>
          </div>
        </form>
        {current && !preview && removal}
        <div role="status" className="empty:-mt-4">
          {outcome && !outcome.done && <p className="sr-only">{outcome.message}</p>}
          {outcome?.done && <Notice tone="success">{outcome.message}</Notice>}
        </div>
      </Card>
    </section>
  );
}
