import { SelectField } from "@/ui/text-field.tsx";
import type { CommuneView } from "../../territory/index.ts";
import { CommuneField } from "./commune-field.tsx";

/** Where one lives: a commune, or a country. `choices` are the communes that what was typed may mean. */
export function HomeFields({
  values,
  choices,
  countries,
  error,
}: {
  values: Readonly<Record<string, string>>;
  choices: readonly CommuneView[];
  countries: readonly { code: string; name: string }[];
  error: string | undefined;
}) {
  return (
    <div className="grid gap-2">
      <CommuneField
        key={values.commune}
        text={values.commune ?? ""}
        code={values.communeCode ?? ""}
        error={choices.length > 0 ? undefined : error}
      />
      {choices.length > 0 && (
        <SelectField name="communeCode" label="Laquelle est-ce ?" error={error} className="mt-2">
          <option value="">Choisis ta commune</option>
          {choices.map(({ code, label, postalCode }) => (
            <option key={code} value={code}>
              {postalCode ? `${label}, ${postalCode}` : label}
            </option>
          ))}
        </SelectField>
      )}
      <details open={Boolean(values.country)} className="group">
        <summary className="inline-flex min-h-11 items-center text-note font-semibold text-rose-strong underline underline-offset-2">
          J’habite à l’étranger
        </summary>
        <SelectField
          key={values.country}
          name="country"
          label="Ton pays"
          autoComplete="country-name"
          defaultValue={values.country ?? ""}
          className="pb-2"
        >
          <option value="">Choisis ton pays</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </details>
    </div>
  );
}
