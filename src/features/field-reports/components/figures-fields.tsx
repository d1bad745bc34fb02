"use client";

import { TextField } from "@/ui/text-field.tsx";
import { type Measure, measureWords } from "../field-report.rules.ts";

/** One number for each measure. */
export function FiguresFields({
  list,
  values,
  errors,
}: {
  list: readonly Measure[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-5 sm:grid-cols-3">
      {list.map((measure) => (
        <TextField
          key={measure}
          name={measure}
          label={measureWords[measure].label}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          placeholder="0"
          defaultValue={values[measure] === "0" ? "" : values[measure]}
          error={errors[measure]}
        />
      ))}
    </div>
  );
}
