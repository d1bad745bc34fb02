"use client";

import { useId } from "react";
import { ActForm, type ActFormProps } from "@/ui/act-form.tsx";
import { Checkbox } from "@/ui/choice-field.tsx";

/** A button that does one thing about one person, place or thing of an event; in a series, to the next dates as well. */
export function PeopleActForm<Result>({
  alsoNext,
  ...act
}: Omit<ActFormProps<Result>, "before"> & {
  /** In a series: the same may be done to the next dates. */
  alsoNext?: boolean;
}) {
  const id = useId();
  return (
    <ActForm
      size="compact"
      variant="secondary"
      {...act}
      before={alsoNext && <Checkbox id={id} name="alsoNext" value="oui" label="Aussi pour les dates suivantes" />}
    />
  );
}
