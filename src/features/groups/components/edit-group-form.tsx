"use client";

import { useActionState } from "react";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { TextAreaField } from "@/ui/text-field.tsx";
import type { ScopeView } from "../edit-group.queries.ts";
import { editGroupAction, editPlaceGroupAction } from "../group.actions.ts";
import type { GroupView } from "../group.views.ts";
import { questionField, themeField } from "../group-form.rules.ts";
import { GroupFields, GroupLife, groupLabels, QuestionFields, ThemeFields } from "./group-fields.tsx";

/** A group as the fields of its form hold it. */
function valuesOf(group: GroupView): Record<string, string> {
  const { name, purpose, kind, scope, entry, postedBy, about, rules } = group;
  return {
    ...{ name, purpose, kind, scope, entry, postedBy, about, rules },
    adherentsOnly: group.adherentsOnly ? "oui" : "",
    ...Object.fromEntries(group.themes.map((theme) => [themeField(theme), "oui"])),
    ...Object.fromEntries(group.questions.map((question, index) => [questionField(index), question])),
  };
}

/** Everything of a group that may be changed. */
export function EditGroupForm({
  group,
  places,
  adherent,
}: {
  group: GroupView;
  places: readonly ScopeView[];
  adherent: boolean;
}) {
  const [state, send] = useActionState(editGroupAction, {});
  const part = { values: state.values ?? valuesOf(group), errors: state.error?.fields ?? {} };
  return (
    <form action={send} className="grid gap-6">
      <input type="hidden" name="groupId" value={group.id} />
      <FormErrors error={state.error} labels={groupLabels} />
      <GroupFields
        {...part}
        places={places}
        home={group.scope}
        adherent={adherent || group.adherentsOnly}
        leads={group.role === "lead"}
      />
      <ThemeFields {...part} />
      <GroupLife {...part}>
        <QuestionFields {...part} />
      </GroupLife>
      <SubmitButton size="large" pendingLabel="Enregistrement…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}

/** Of a place's own group: its words, and who writes on its wall. */
export function EditPlaceGroupForm({ group }: { group: GroupView }) {
  const [state, send] = useActionState(editPlaceGroupAction, {});
  const part = { values: state.values ?? valuesOf(group), errors: state.error?.fields ?? {} };
  return (
    <form action={send} className="grid gap-6">
      <input type="hidden" name="groupId" value={group.id} />
      <FormErrors error={state.error} labels={groupLabels} />
      <TextAreaField
        name="purpose"
        label={groupLabels.purpose}
        hint="En une ou deux phrases. 300 signes au plus."
        required
        minLength={10}
        maxLength={300}
        defaultValue={part.values.purpose}
        error={part.errors.purpose}
      />
      <GroupLife {...part} />
      <SubmitButton size="large" pendingLabel="Enregistrement…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}
