"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { captionPhotoAction, removePhotoAction } from "../field-report.actions.ts";

/** What a picture shows, in words; and taking it away. */
export function PhotoForms({ reportId, photo }: { reportId: string; photo: { id: string; caption: string } }) {
  const [caption, sendCaption] = useActionState(captionPhotoAction, {});
  const [removal, remove] = useActionState(removePhotoAction, {});
  const field = `caption-${photo.id}`;
  return (
    <div className="grid gap-2">
      <form action={sendCaption} className="grid gap-2">
        <FormErrors error={caption.error} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="imageId" value={photo.id} />
        <TextField
          id={field}
          name="caption"
          label="Ce que montre la photo"
          hint="Lu à qui ne la voit pas."
          maxLength={200}
          required
          defaultValue={caption.values?.caption ?? photo.caption}
          error={caption.error?.fields?.caption}
        />
        <SubmitButton size="compact" variant="secondary" pendingLabel="Enregistrement…">
          Enregistrer la légende
        </SubmitButton>
        <p role="status" className="text-note text-ok empty:hidden">
          {caption.done !== undefined && !caption.error ? "Légende enregistrée." : ""}
        </p>
      </form>
      <form action={remove}>
        <FormErrors error={removal.error} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="imageId" value={photo.id} />
        <SubmitButton size="compact" variant="quiet" pendingLabel="Retrait…">
          Retirer cette photo
        </SubmitButton>
      </form>
    </div>
  );
}
