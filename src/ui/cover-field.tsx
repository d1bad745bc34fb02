"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, type ReactNode, useRef } from "react";
import { reasons } from "@/core/reasons.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Field } from "./field.tsx";
import { Notice } from "./notice.tsx";
import { useCoverUpload } from "./use-cover-upload.ts";

const ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/gif";
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
  const { preview, pending, outcome, choose, send } = useCoverUpload(address);
  const reason = useSearchParams().get("image") ?? "";
  const refused = Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : null;
  const error = outcome ? (outcome.done ? null : outcome.message) : preview ? null : refused;

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
            {(control) => (
              <input
                {...control}
                type="file"
                accept={ACCEPTED}
                onChange={(event) => choose(event.target.files?.[0])}
                className="block w-full min-w-0 rounded-control border border-control bg-card text-note file:mr-3 file:min-h-11 file:cursor-pointer file:border-0 file:border-r file:border-line-strong file:bg-sunken file:px-4 file:font-[650] file:text-ink"
              />
            )}
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
