"use client";

import { useActionState } from "react";
import { Checkbox } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { changeEventAction } from "../event.actions.ts";
import { EventFields, type EventFieldsProps, eventIds } from "./event-fields.tsx";
import { labelsWith } from "./new-event-form.tsx";
import { SeriesScopeChoice } from "./series-scope-choice.tsx";

type Props = Pick<EventFieldsProps, "kind" | "values" | "debates" | "ours" | "ofGroup" | "CommuneField" | "tiles"> & {
  eventId: string;
  /** People are asked to come: they are told of what changes. */
  known: boolean;
  /** It is one date of a series: an edit may change others too. */
  inSeries: boolean;
};

/** An event as it is, to be said otherwise. */
export function EditEventForm({ eventId, known, inSeries, values: initial, ...rest }: Props) {
  const [state, send] = useActionState(changeEventAction, {});
  const values = state.values ?? initial;
  const errors = state.error?.fields ?? {};
  return (
    <form action={send} className="grid gap-7">
      <input type="hidden" name="eventId" value={eventId} />
      <FormErrors error={state.error} labels={labelsWith(errors)} ids={eventIds} />
      <EventFields values={values} errors={errors} communes={state.communes ?? []} unfolded {...rest} />
      {inSeries && <SeriesScopeChoice value={values.spread} error={errors.spread} />}
      {known && (
        <Checkbox
          key={values.tell}
          name="tell"
          value="oui"
          label="Prévenir les inscrit·es par e-mail"
          hint="Un autre jour, une autre heure ou un autre lieu sont toujours annoncés, une fois. Coche pour annoncer aussi le reste."
          defaultChecked={values.tell === "oui"}
        />
      )}
      <SubmitButton size="large" className="justify-self-start" pendingLabel="Un instant…">
        Enregistrer
      </SubmitButton>
    </form>
  );
}
