"use client";

import { useActionState, useEffect, useState } from "react";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { Icon } from "@/ui/icons.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import type { ScopeView } from "../edit-group.queries.ts";
import { createGroupAction } from "../group.actions.ts";
import { newGroupDraft } from "./forget-group-draft.tsx";
import { GroupFields, GroupLife, groupLabels, QuestionFields, ThemeFields } from "./group-fields.tsx";

const isWorthKeeping = ({ name, purpose }: Values) => Boolean(name?.trim() || purpose?.trim());

/** A name, what it is for, where, how one comes in. What is typed survives a refusal and a closed tab. */
export function NewGroupForm({
  me,
  places,
  home,
  adherent,
  formKey,
}: {
  me: string;
  places: readonly ScopeView[];
  home: string;
  adherent: boolean;
  /** Makes a double click one group. */
  formKey: string;
}) {
  const [state, send] = useActionState(createGroupAction, {});
  const { kept, handlers, forget } = useFormDraft(newGroupDraft(me), isWorthKeeping);
  const [key, setKey] = useState(formKey);
  // A page that comes back from the browser's history forms another group, not the same one again.
  useEffect(() => setKey(crypto.randomUUID?.() ?? formKey), [formKey]);
  const values = state.values ?? kept ?? {};
  const errors = state.error?.fields ?? {};
  const part = { values, errors };
  return (
    <form key={kept ? "kept" : "new"} action={send} {...handlers} className="grid gap-6">
      <input type="hidden" name="_cle" value={key} />
      <FormErrors error={state.error} labels={groupLabels} />
      {kept && !state.error && <KeptDraft onForget={forget} />}
      <RequiredNote />
      <GroupFields {...part} places={places} home={home} adherent={adherent} />
      <ThemeFields {...part} />
      <details
        open={Object.keys(errors).some((name) => /^(?:about|rules|questions|postedBy)/.test(name))}
        className="group"
      >
        <summary className="inline-flex min-h-11 items-center gap-1.5 font-[620] text-ink-2 hover:text-ink">
          <Icon name="down" size={18} className="transition-transform group-open:rotate-180" />
          Règles, questions, présentation
        </summary>
        <div className="mt-3 grid gap-6">
          <GroupLife {...part}>
            <QuestionFields {...part} />
          </GroupLife>
        </div>
      </details>
      <SubmitButton size="large" wide pendingLabel="Création…">
        Créer le groupe
      </SubmitButton>
    </form>
  );
}
