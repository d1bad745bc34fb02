import type { ReactNode } from "react";
import { Checkbox } from "@/ui/choice-field.tsx";

/** The house rules of a group, unfolded where they are read, and the box that accepts them. Nothing where it has none. */
export function RulesField({ id, rules, error }: { id: string; rules: ReactNode; error?: string | undefined }) {
  if (!rules) return null;
  return (
    <div className="grid w-full gap-1">
      <details className="rounded-control border border-line bg-card px-4">
        <summary className="flex min-h-11 cursor-pointer items-center font-[650]">Les règles du groupe</summary>
        <div className="pb-4">{rules}</div>
      </details>
      <Checkbox
        id={id}
        name="rulesAccepted"
        value="oui"
        label="J’accepte les règles du groupe"
        required
        error={error}
      />
    </div>
  );
}
