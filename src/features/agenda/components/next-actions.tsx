import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { EventCardView } from "../event-card.views.ts";
import { EventCard } from "./event-card.tsx";

/** A member's next events, and what her section lacks people for. `narrow`: in a column; on a phone, the first two. */
export function NextActions({
  events,
  zone,
  narrow = false,
}: {
  events: readonly EventCardView[];
  zone: string;
  narrow?: boolean;
}) {
  return (
    <section aria-labelledby="prochaines-actions">
      <SectionHeading
        id="prochaines-actions"
        title="Prochaines actions"
        link={{ href: paths.agenda, label: "Tout l’agenda" }}
      />
      {events.length === 0 ? (
        <EmptyState
          illustration={<EmptyPeople />}
          title="Rien de prévu pour l’instant"
          action={
            <>
              <ButtonLink href={`${paths.agenda}?voir=pres`}>Voir près de chez moi</ButtonLink>
              <ButtonLink href={paths.newEvent} variant="secondary" icon="plus">
                Préparer quelque chose
              </ButtonLink>
            </>
          }
        >
          Ce à quoi tu t’inscris se rangera ici, avec ce que ta section prépare.
        </EmptyState>
      ) : (
        <ul
          className={
            narrow
              ? "grid items-start gap-3.5 max-lg:[&>:nth-child(n+3)]:hidden"
              : "grid items-start gap-3.5 lg:grid-cols-2 lg:gap-4"
          }
        >
          {events.map((event) => (
            <EventCard key={event.id} event={event} zone={zone} shifts />
          ))}
        </ul>
      )}
    </section>
  );
}
