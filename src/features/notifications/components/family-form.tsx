"use client";

import { useActionState, useEffect, useState } from "react";
import type { FormState } from "@/core/form-state.ts";
import { ErrorSummary } from "@/ui/error-summary.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { Select } from "@/ui/text-field.tsx";
import { toast } from "@/ui/toast.tsx";
import { chooseNoticesAction } from "../notice.actions.ts";
import type { ChoiceView } from "../notice.views.ts";

const paces = [
  ["now", "Tout de suite"],
  ["daily", "Chaque jour"],
  ["weekly", "Chaque semaine"],
  ["never", "Jamais"],
] as const;

/** The kinds of one family: in the centre or not, and how often by mail. */
export function FamilyForm({ name, choices }: { name: string; choices: readonly ChoiceView[] }) {
  const [state, send] = useActionState<FormState<void>, FormData>(chooseNoticesAction, {});
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (state.done === undefined) return;
    setChanged(false);
    toast("C’est enregistré.");
  }, [state]);
  return (
    <form action={send} onChange={() => setChanged(true)} aria-label={name}>
      {state.error && (
        <div className="p-4">
          <ErrorSummary message={state.error.message} />
        </div>
      )}
      <div
        aria-hidden="true"
        className="hidden grid-cols-[1fr_5.5rem_11rem] items-center gap-4 border-b border-line px-5 py-2 text-note text-ink-3 sm:grid"
      >
        <span />
        <span className="text-center">Ici</span>
        <span>Par e-mail</span>
      </div>
      <div className="divide-y divide-line">
        {choices.map((choice) => (
          <Row key={choice.kind} choice={choice} />
        ))}
      </div>
      <div className="flex items-center gap-3 border-t border-line px-4 py-3 sm:px-5">
        <SubmitButton size="compact" variant={changed ? "primary" : "secondary"} pendingLabel="Enregistrement">
          Enregistrer
        </SubmitButton>
        <span className="text-note text-ink-3">{changed ? "Pas encore enregistré" : ""}</span>
      </div>
    </form>
  );
}

function Row({ choice: { kind, label, inApp, mail, mailOnly } }: { choice: ChoiceView }) {
  return (
    <fieldset className="px-4 py-3 sm:px-5">
      <legend className="sr-only">{label}</legend>
      <div className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[1fr_5.5rem_11rem]">
        <p aria-hidden="true" className="font-[560] text-pretty">
          {label}
        </p>
        <input type="hidden" name="sujet" value={kind} />
        <div className="flex items-center gap-2.5 sm:contents">
          {mailOnly ? (
            <span className="hidden sm:block" />
          ) : (
            <label className="flex min-h-11 items-center gap-1.5 sm:justify-center">
              <input
                type="checkbox"
                name={`centre-${kind}`}
                value="oui"
                defaultChecked={inApp}
                className="size-5 shrink-0 accent-rose"
              />
              <span className="text-[0.9375rem] text-ink-2 sm:sr-only">Ici</span>
            </label>
          )}
          <div className="flex min-w-0 flex-1 items-center gap-1.5 sm:block">
            <label htmlFor={`mail-${kind}`} className="shrink-0 text-[0.9375rem] text-ink-2 sm:sr-only">
              Par e-mail
            </label>
            <span className="min-w-0 flex-1">
              <Select id={`mail-${kind}`} name={`mail-${kind}`} defaultValue={mail} className="max-sm:pl-3 max-sm:pr-8">
                {paces.map(([pace, words]) => (
                  <option key={pace} value={pace}>
                    {words}
                  </option>
                ))}
              </Select>
            </span>
          </div>
        </div>
      </div>
    </fieldset>
  );
}
