"use client";

import Link from "next/link";
import { useActionState, useEffect } from "react";
import { Notice } from "@/ui/notice.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import type { EntryView } from "../contribution.views.ts";
import { editContributionAction } from "../debate.actions.ts";
import { BODY_MAX } from "../debate.rules.ts";

/** Where an author mends her words, in the ten minutes that follow. */
export function EditForm({ entry, back }: { entry: EntryView; back: string }) {
  const [state, action] = useActionState(editContributionAction, {});
  // When the form goes, saved or given up, the focus goes to the words.
  useEffect(() => () => document.getElementById(`c-${entry.seq}`)?.focus({ preventScroll: true }), [entry.seq]);
  return (
    <form
      id="modifier"
      action={action}
      className="mt-5 grid scroll-mt-20 gap-3 rounded-card border border-line bg-card px-4 py-4 sm:px-5"
    >
      {state.error && !state.error.fields?.body && (
        <Notice tone="error" role="alert">
          {state.error.message}
        </Notice>
      )}
      <input type="hidden" name="contributionId" value={entry.id} />
      <TextAreaField
        id="words"
        name="body"
        label={entry.kind === "reply" ? "Modifier ta réponse" : "Modifier ta contribution"}
        hint="Possible pendant dix minutes. Ce que tu avais écrit reste lisible."
        rows={5}
        maxLength={BODY_MAX}
        required
        defaultValue={state.values?.body ?? entry.body}
        error={state.error?.fields?.body}
      />
      <p className="flex flex-wrap items-center gap-3">
        <SubmitButton>Enregistrer</SubmitButton>
        <Link href={back} prefetch={false} className="inline-flex min-h-11 items-center px-2">
          Annuler
        </Link>
      </p>
    </form>
  );
}
