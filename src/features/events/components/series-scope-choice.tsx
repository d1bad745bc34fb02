import { RadioCards } from "@/ui/choice-field.tsx";

/** For an event of a series: which dates an edit changes. */
export function SeriesScopeChoice({ value, error }: { value: string | undefined; error: string | undefined }) {
  return (
    <RadioCards
      key={value}
      name="spread"
      label="Ce changement vaut pour"
      required
      defaultValue={value || "one"}
      error={error}
      choices={[
        { value: "one", label: "Cette date", hint: "Les autres restent comme elles sont." },
        { value: "next", label: "Cette date et les suivantes" },
        { value: "all", label: "Toutes les dates à venir" },
      ]}
      hint="Les inscriptions sont gardées, et chaque personne inscrite reçoit un seul e-mail avec toutes ses dates."
    />
  );
}
