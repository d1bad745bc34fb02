import Link from "next/link";
import { houseRules } from "@/core/house-rules.ts";
import { paths } from "@/core/paths.ts";
import { FieldError, RequiredMark } from "@/ui/field.tsx";
import { SelectField } from "@/ui/text-field.tsx";

/** The ten rules, one to choose, as whoever reports reads them. */
export function RuleRadios({ error, chosen }: { error?: string | undefined; chosen?: string | undefined }) {
  return (
    <fieldset aria-describedby={error ? "rule-error" : undefined} className="grid gap-2">
      <legend className="mb-1 text-[0.96875rem] font-[650]">
        Quelle règle n’est pas respectée ?
        <RequiredMark />
      </legend>
      <p className="-mt-1 text-note text-ink-3">
        Leur texte entier :{" "}
        <Link href={paths.rules} target="_blank" className="font-semibold text-ink-2 underline underline-offset-2">
          règles de la maison
        </Link>
        .
      </p>
      <div
        key={chosen}
        className="divide-y divide-line overflow-hidden rounded-card border-[1.5px] border-control bg-card"
      >
        {houseRules.map(({ number, title }, index) => (
          <label
            key={number}
            className="flex min-h-12 items-center gap-3 px-4 py-2.5 transition-colors hover:bg-sunken has-checked:bg-rose-soft has-focus-visible:outline-[2.5px] has-focus-visible:-outline-offset-2 has-focus-visible:outline-ink"
          >
            <input
              type="radio"
              id={index === 0 ? "rule" : `rule-${number}`}
              name="rule"
              value={number}
              required
              defaultChecked={chosen === String(number)}
              className="size-5 shrink-0 accent-rose outline-none"
            />
            <span className="w-6 shrink-0 text-center whitespace-nowrap font-[650] text-rose-strong tabular-nums">
              {number}
            </span>
            <span className="leading-snug font-[560]">{title}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id="rule-error">{error}</FieldError>}
    </fieldset>
  );
}

/** The rule that a decision cites. */
export function RuleSelect({ error, chosen }: { error?: string | undefined; chosen?: string | undefined }) {
  return (
    <SelectField
      key={chosen}
      name="rule"
      label="La règle qui n’est pas respectée"
      error={error}
      defaultValue={chosen ?? ""}
    >
      <option value="">Choisis une règle</option>
      {houseRules.map(({ number, title }) => (
        <option key={number} value={number}>
          {number}. {title}
        </option>
      ))}
    </SelectField>
  );
}
