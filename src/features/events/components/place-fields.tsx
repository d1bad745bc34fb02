"use client";

import type { ComponentType } from "react";
import { SelectField, TextField } from "@/ui/text-field.tsx";
import type { CommuneView } from "../../territory/index.ts";
import type { EventFormValues } from "../event-form.rules.ts";

/** The typeahead of communes, which the page that composes features hands over. */
export type CommuneFieldType = ComponentType<{
  text: string;
  code: string;
  error?: string | undefined;
  label?: string;
  optional?: boolean;
}>;

/** Where one meets: a commune, and the very place in words. */
export function PlaceFields({
  values,
  errors,
  communes,
  hint,
  CommuneField,
}: {
  values: EventFormValues;
  errors: Readonly<Record<string, string>>;
  /** What the commune that was typed may mean, when scripts did not choose it. */
  communes: readonly CommuneView[];
  /** An example of a meeting point. */
  hint: string;
  CommuneField: CommuneFieldType;
}) {
  return (
    <div className="grid gap-4">
      <CommuneField
        key={values.commune}
        text={values.commune ?? ""}
        code={values.communeCode ?? ""}
        label="Commune"
        optional
        error={communes.length > 0 ? undefined : errors.communeCode}
      />
      {communes.length > 0 && (
        <SelectField name="communeCode" label="Laquelle est-ce ?" error={errors.communeCode}>
          <option value="">Choisis la commune</option>
          {communes.map(({ code, label, postalCode }) => (
            <option key={code} value={code}>
              {postalCode ? `${label}, ${postalCode}` : label}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        name="meetingPoint"
        label="Point de rendez-vous"
        hint={hint}
        maxLength={200}
        defaultValue={values.meetingPoint}
        error={errors.meetingPoint}
      />
    </div>
  );
}
