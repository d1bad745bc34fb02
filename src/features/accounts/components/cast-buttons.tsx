import { enterAsAction } from "../account.actions.ts";
import type { CastView } from "../account.views.ts";
import { OneButtonForm } from "./one-button-form.tsx";

/** The demo's way in: one button for each role of the cast. */
export function CastButtons({ cast, to }: { cast: readonly CastView[]; to: string | null }) {
  return (
    <section aria-labelledby="entrer-comme" className="rounded-card border border-dashed border-line-strong p-5 sm:p-6">
      <h2 id="entrer-comme" className="text-heading">
        Entrer comme…
      </h2>
      <p className="mt-1 mb-4 text-[0.96875rem] text-ink-2">
        C’est une démonstration : ces personnes sont inventées. Essaie La Coopol depuis leur place.
      </p>
      <ul className="grid gap-2.5 sm:grid-cols-2">
        {cast.map(({ email, name, role, place }) => (
          <li key={email}>
            <OneButtonForm
              action={enterAsAction}
              fields={{ castEmail: email, ...(to && { vers: to }) }}
              variant="secondary"
              wide
              className="h-full [&>button]:h-full [&>button]:justify-start [&>button]:rounded-card [&>button]:px-4"
            >
              <span className="grid w-full gap-0.5 py-1 text-left">
                <span>{role}</span>
                <span className="text-note font-normal text-ink-2">
                  {name}, {place}
                </span>
              </span>
            </OneButtonForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
