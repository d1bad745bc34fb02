"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, useActionState, useRef } from "react";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Field } from "@/ui/field.tsx";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { removeCoverAction } from "../debate.actions.ts";
import { DebateCover } from "./debate-cover.tsx";
import { useCoverUpload } from "./use-cover-upload.ts";

const ACCEPTED = "image/jpeg,image/png,image/webp,image/avif,image/gif";
const SIZES = "(min-width: 48rem) 40rem, 100vw";

/** The picture of a debate, for those who run it: what it is, another one, none. A form, whatever scripts do. */
export function CoverField({ debate }: { debate: { id: string; coverId: string | null } }) {
  const form = useRef<HTMLFormElement>(null);
  const address = paths.api.debateCover(debate.id);
  const { preview, pending, outcome, choose, send } = useCoverUpload(address);
  const [removal, remove] = useActionState(removeCoverAction, {});
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
        <p className="mt-1 text-[0.9375rem] text-ink-2">L’image en tête du débat et dans les listes</p>
      </div>
      <Card padding="roomy" className="grid gap-4">
        {preview ? (
          <figure className="grid gap-1.5">
            <img src={preview} alt="" className="aspect-[2/1] w-full rounded-card bg-sunken object-cover" />
            <figcaption className="text-note text-ink-3">Aperçu : pas encore en ligne.</figcaption>
          </figure>
        ) : debate.coverId ? (
          <DebateCover debate={debate} sizes={SIZES} />
        ) : (
          <p className="rounded-control border border-dashed border-line-strong px-4 py-6 text-center text-ink-2">
            Pas encore d’image. Une photo du terrain donne envie d’entrer dans le débat.
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
            label={debate.coverId ? "Choisir une autre image" : "Choisir une image"}
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
        {debate.coverId && !preview && (
          <form action={remove}>
            <input type="hidden" name="debateId" value={debate.id} />
            <SubmitButton variant="quiet" size="compact" pendingLabel="Retrait…">
              Retirer l’image
            </SubmitButton>
          </form>
        )}
        <div role="status" className="empty:-mt-4">
          {outcome && !outcome.done && <p className="sr-only">{outcome.message}</p>}
          {outcome?.done && <Notice tone="success">{outcome.message}</Notice>}
          {removal.error && <Notice tone="error">{removal.error.message}</Notice>}
        </div>
      </Card>
    </section>
  );
}
