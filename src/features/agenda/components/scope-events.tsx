import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { EventCardView } from "../event-card.views.ts";
import { EventCard } from "./event-card.tsx";

/** What is coming in a section or a federation, on its page; and the way to prepare something, where that is hers. */
export function ScopeEvents({
  events,
  isMember,
  create,
  zone,
}: {
  events: readonly EventCardView[];
  isMember: boolean;
  /** Where she prepares one for this place; null when it is not hers to. */
  create: string | null;
  zone: string;
}) {
  return (
    <section aria-labelledby="agenda">
      <SectionHeading id="agenda" title="À l’agenda" link={{ href: paths.agenda, label: "Tout l’agenda" }} />
      {events.length === 0 ? (
        <Card>
          <p>{isMember ? "Rien d’annoncé ici pour l’instant." : "Rien d’ouvert à tout le monde ici pour l’instant."}</p>
          <div className="mt-3.5 flex flex-wrap gap-2.5">
            {create ? (
              <ButtonLink href={create} icon="plus">
                Préparer quelque chose
              </ButtonLink>
            ) : (
              <ButtonLink href={paths.agenda} variant="secondary">
                Voir tout l’agenda
              </ButtonLink>
            )}
          </div>
        </Card>
      ) : (
        <>
          <ul className="grid items-start gap-3 lg:grid-cols-2">
            {events.map((event) => (
              <EventCard key={event.id} event={event} zone={zone} />
            ))}
          </ul>
          {create && (
            <div className="mt-4">
              <ButtonLink href={create} variant="secondary" icon="plus">
                Préparer un événement ici
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </section>
  );
}
