import { counted } from "@/core/french-dates.ts";
import { countWalkInsAction } from "../participation.actions.ts";
import { PressForm } from "./press-form.tsx";

const steps = [
  { change: "-1", words: "−1", label: "−1, une personne de moins" },
  { change: "1", words: "+1", label: "+1, une personne de plus" },
  { change: "5", words: "+5", label: "+5, cinq personnes de plus" },
] as const;

/** People who came without having signed up: counted, not named. */
export function WalkIns({ eventId, count }: { eventId: string; count: number }) {
  return (
    <fieldset
      aria-labelledby="walk-ins"
      className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-card px-4 py-3.5 sm:px-5"
    >
      <div>
        <p id="walk-ins" className="font-[650]">
          Sans inscription
        </p>
        <p role="status" className="text-note text-ink-2">
          {counted(count, "personne")} en plus
        </p>
      </div>
      <div className="flex gap-2">
        {steps.map(({ change, words, label }) => (
          <PressForm
            key={change}
            action={countWalkInsAction}
            fields={{ eventId, change }}
            variant="secondary"
            aria-label={label}
            disabled={count === 0 && change === "-1"}
            look="min-h-12 min-w-14 px-3"
          >
            {words}
          </PressForm>
        ))}
      </div>
    </fieldset>
  );
}
