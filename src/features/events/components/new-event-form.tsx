"use client";

import { useActionState, useEffect, useState } from "react";
import { RequiredNote } from "@/ui/field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { KeptDraft } from "@/ui/kept-draft.tsx";
import { PlaceField, type PlaceView } from "@/ui/place-field.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { SelectField, TextAreaField } from "@/ui/text-field.tsx";
import { useFormDraft, type Values } from "@/ui/use-form-draft.ts";
import { createEventAction } from "../event.actions.ts";
import { EventFields, type EventFieldsProps, eventIds, eventLabels } from "./event-fields.tsx";
import { newEventDraft } from "./forget-event-draft.tsx";
import { SeriesFields } from "./series-fields.tsx";

export type NewEventFormProps = Pick<EventFieldsProps, "kind" | "values" | "debates" | "CommuneField" | "tiles"> & {
  me: string;
  places: readonly PlaceView[];
  /** The scope of her own section, and the one that is proposed first. */
  home: string;
  scope: string | undefined;
  /** Where she may only propose. */
  proposes: boolean;
  /** In whose name she may organise, besides her places; `group`: the one that she comes from. */
  groups: readonly { id: string; name: string }[];
  group: { id: string; name: string } | null;
  /** Makes a double click one event. */
  formKey: string;
};

/** A new event: a few fields that its kind has filled already, and one button. What is typed survives a closed tab. */
export function NewEventForm({
  me,
  kind,
  values: initial,
  places,
  home,
  scope,
  proposes,
  groups,
  group,
  formKey,
  ...rest
}: NewEventFormProps) {
  const [state, send] = useActionState(createEventAction, {});
  const isWorthKeeping = (typed: Values) =>
    ["title", "description", "meetingPoint", "address"].some((name) => typed[name] !== (initial[name] ?? ""));
  const { kept, handlers, forget } = useFormDraft(newEventDraft(me, kind), isWorthKeeping);
  const [key, setKey] = useState(formKey);
  // A page that comes back from the browser's history makes another event, not the same one again.
  useEffect(() => setKey(crypto.randomUUID()), []);
  const values = state.values ?? kept ?? initial;
  const errors = state.error?.fields ?? {};
  const communes = state.communes ?? [];
  return (
    <form key={kept ? "kept" : "new"} action={send} {...handlers} className="grid gap-7">
      <input type="hidden" name="_cle" value={key} />
      <input type="hidden" name="kind" value={kind} />
      <FormErrors error={state.error} labels={labelsWith(errors)} ids={eventIds} />
      {kept && !state.error && <KeptDraft onForget={forget} />}
      <RequiredNote />
      <EventFields
        kind={kind}
        values={values}
        errors={errors}
        communes={communes}
        host={<GroupField groups={groups} value={values.groupId ?? group?.id ?? ""} error={errors.groupId} />}
        ofGroup={groups.length > 0 ? "Les membres du groupe" : null}
        ours={places.length === 1 ? "Les membres de la section" : "Les membres de ce territoire"}
        first={
          <PlaceField
            places={places}
            home={home}
            value={values.scope ?? scope}
            error={errors.scope}
            label={groups.length > 0 ? "Territoire" : "Organisé par"}
            hint={`Le plus près de chez toi est proposé d’abord${groups.length > 0 ? " ; un groupe a le sien" : ""}.`}
          />
        }
        more={
          <>
            <TextAreaField
              name="bring"
              label="À apporter"
              hint="Une chose par ligne ; « Tables × 2 » pour deux. Chacun·e pourra dire ce qu’il ou elle apporte."
              maxLength={3000}
              defaultValue={values.bring}
              error={errors.bring ?? errors.items}
            />
            <SeriesFields values={values} errors={errors} scope={scope ?? home} optional />
          </>
        }
        {...rest}
      />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton size="large" name="stage" value="published" pendingLabel="Un instant…">
          {proposes ? "Proposer l’événement" : "Publier"}
        </SubmitButton>
        <SubmitButton size="large" variant="secondary" name="stage" value="draft" formNoValidate>
          Garder en brouillon
        </SubmitButton>
      </div>
    </form>
  );
}

/** In whose name: a territory, or a group that she keeps. */
function GroupField({
  groups,
  value,
  error,
}: {
  groups: readonly { id: string; name: string }[];
  value: string;
  error: string | undefined;
}) {
  if (groups.length === 0) return null;
  return (
    <SelectField key={value} name="groupId" label="Organisé par" defaultValue={value} error={error}>
      <option value="">Ma section, ou un autre territoire</option>
      {groups.map(({ id, name }) => (
        <option key={id} value={id}>
          Le groupe {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Rows of shifts have names of their own. */
export function labelsWith(errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const rows = Object.keys(errors).flatMap((name) => {
    const row = /^shifts\.(\d+)\./.exec(name)?.[1];
    return row === undefined ? [] : [[name, `Créneau ${Number(row) + 1}`]];
  });
  return { ...eventLabels, ...Object.fromEntries(rows) };
}
