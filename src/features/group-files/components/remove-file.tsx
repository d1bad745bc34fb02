"use client";

import { useActionState } from "react";
import { ActSaid } from "@/ui/act-said.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { removeFileAction } from "../file.actions.ts";

/** Taking a file away, said before it is done. */
export function RemoveFile({ fileId, name }: { fileId: string; name: string }) {
  const [state, remove] = useActionState(removeFileAction, {});
  return (
    <details className="open:basis-full">
      <summary
        aria-label={`Retirer ${name}`}
        className="flex min-h-11 cursor-pointer items-center text-note text-ink-3 underline underline-offset-2"
      >
        Retirer
      </summary>
      <form action={remove} className="mt-1 mb-2 grid justify-items-start gap-3 rounded-control bg-sunken p-3.5">
        <FormErrors error={state.error} />
        <input type="hidden" name="fileId" value={fileId} />
        <ActSaid said="Le fichier est retiré." failed={state.error !== undefined} />
        <p className="text-note text-ink-2">Plus personne ne pourra le télécharger. Dans un mois, il sera effacé.</p>
        <SubmitButton variant="danger" size="compact" pendingLabel="Retrait…">
          Retirer le fichier
        </SubmitButton>
      </form>
    </details>
  );
}
