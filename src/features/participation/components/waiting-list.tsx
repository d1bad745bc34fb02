import type { WaitingView } from "../attendance.views.ts";
import { Who } from "./attendee-row.tsx";
import { RemoveForm } from "./remove-form.tsx";

/** Who waits for a place, in order: the first one gets the next. */
export function WaitingList({
  id,
  title,
  people,
  removable,
}: {
  id: string;
  title: string;
  people: readonly WaitingView[];
  removable: boolean;
}) {
  if (people.length === 0) return null;
  return (
    <div className="mt-1">
      <h4 id={id} className="mb-2 text-note font-[650] text-ink-2">
        Liste d’attente<span className="sr-only">, {title}</span>
      </h4>
      <ol aria-labelledby={id} className="divide-y divide-line rounded-card border border-dashed border-line-strong">
        {people.map((person) => (
          <li key={person.signUpId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
            <div className="grid gap-1">
              <Who attendee={person} />
              {person.held && (
                <p className="text-note text-amber">Une place lui est proposée, gardée jusqu’à {person.held}.</p>
              )}
            </div>
            {removable && <RemoveForm signUpId={person.signUpId} name={person.name} />}
          </li>
        ))}
      </ol>
    </div>
  );
}
