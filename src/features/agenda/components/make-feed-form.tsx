"use client";

import { useActionState, useSyncExternalStore } from "react";
import type { FormState } from "@/core/form-state.ts";
import { paths } from "@/core/paths.ts";
import { Button, buttonClasses } from "@/ui/button.tsx";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { toast } from "@/ui/toast.tsx";
import { makeFeedAction } from "../agenda.actions.ts";

const never = () => () => {};

/** Makes an address and shows it, this once. */
export function MakeFeedForm({ origin }: { origin: string }) {
  const [state, send] = useActionState<FormState<{ token: string }>, FormData>(makeFeedAction, {});
  const url = state.done && origin + paths.api.calendarFeed(state.done.token);
  return (
    <form action={send} className="grid gap-4">
      {state.error && <ErrorSummary message={state.error.message} />}
      {url && (
        <div role="status" className="grid gap-3 rounded-card bg-pour-soft p-4">
          <p className="font-[650]">Voici l’adresse. Elle ne se montre qu’une fois : garde-la maintenant.</p>
          <TextField name="adresse-secrete" label="Adresse secrète de ton agenda" readOnly value={url} />
          <p className="flex flex-wrap gap-2.5">
            <a href={url.replace(/^https?:/, "webcal:")} className={buttonClasses({})}>
              L’ouvrir dans mon agenda
            </a>
            <CopyButton text={url} />
          </p>
        </div>
      )}
      <div>
        <SubmitButton variant={url ? "secondary" : "primary"} icon="plus">
          {url ? "Créer une autre adresse" : "Créer une adresse"}
        </SubmitButton>
      </div>
    </form>
  );
}

/** There only once the page can copy. */
function CopyButton({ text }: { text: string }) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!ready) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast("L’adresse est copiée"),
      () => toast("Copie-la à la main : sélectionne-la ci-dessus", "error"),
    );
  return (
    <Button variant="secondary" onClick={copy}>
      Copier l’adresse
    </Button>
  );
}
