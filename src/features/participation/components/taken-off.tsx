import type { TakenOffView } from "../attendance.views.ts";
import { restoreSignUpAction } from "../participation.actions.ts";
import { PressForm } from "./press-form.tsx";

/** Whom an organiser took off the list: they do not come back by themselves, and a slip of the finger is mended here. */
export function TakenOff({ people }: { people: readonly TakenOffView[] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 id="retirees" className="mb-2 text-note font-[650] text-ink-2">
        Retiré·es de la liste
      </h3>
      <ul aria-labelledby="retirees" className="divide-y divide-line rounded-card border border-line bg-card">
        {people.map(({ signUpId, name }) => (
          <li
            key={signUpId}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-2.5 sm:px-5"
          >
            <p className="min-w-0 font-[650] wrap-anywhere">{name}</p>
            <PressForm
              action={restoreSignUpAction}
              fields={{ signUpId }}
              said={`${name} peut se réinscrire`}
              becomes="C’est noté"
              variant="quiet"
              aria-label={`Laisser revenir ${name}`}
            >
              Laisser revenir
            </PressForm>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-note text-ink-3">Sans cela, ces personnes ne peuvent pas se réinscrire.</p>
    </div>
  );
}
