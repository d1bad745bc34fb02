"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/core/form-state.ts";
import { ActSaid } from "@/ui/act-said.tsx";
import { RadioCards } from "@/ui/choice-field.tsx";
import { FormErrors } from "@/ui/form-errors.tsx";
import { SubmitButton } from "@/ui/submit-button.tsx";
import { changeRuleAction, repeatEventAction } from "../series.actions.ts";
import type { SeriesView } from "../series.queries.ts";
import { SeriesFields } from "./series-fields.tsx";

const labels = { repeat: "Se répète", until: "Dernière date", spread: "À partir de quand" };

/** Makes an event come back, or changes how it does from a date on. */
export function SeriesForm({
  eventId,
  series,
  scope,
  day,
}: {
  eventId: string;
  series: SeriesView | null;
  scope: string;
  day: string;
}) {
  const action = (series ? changeRuleAction : repeatEventAction) as FormAction<unknown>;
  const [state, send] = useActionState<FormState<unknown>, FormData>(action, {});
  const errors = state.error?.fields ?? {};
  const initial = {
    repeat: series?.repeat ?? "weekly",
    until: series?.untilDay ?? "",
    skipHolidays: series?.skipHolidays ? "oui" : "",
  };
  return (
    <form action={send} className="grid gap-5">
      <input type="hidden" name="eventId" value={eventId} />
      <FormErrors error={state.error} labels={labels} />
      <ActSaid said="C’est fait : les dates suivent ce rythme." failed={state.error !== undefined} />
      <SeriesFields values={state.values ?? initial} errors={errors} scope={scope} day={day} />
      {series && (
        <RadioCards
          name="spread"
          label="À partir de quand"
          required
          defaultValue={state.values?.spread ?? "next"}
          error={errors.spread}
          hint="Les inscriptions sont gardées. Une date qui ne va plus est annulée, et les personnes inscrites sont prévenues."
          choices={[
            { value: "next", label: "Cette date et les suivantes" },
            { value: "all", label: "Toutes les dates à venir" },
          ]}
        />
      )}
      <SubmitButton className="justify-self-start" pendingLabel="Un instant…">
        {series ? "Changer le rythme" : "Répéter"}
      </SubmitButton>
    </form>
  );
}
