import { ButtonLink } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/empty-state.tsx";
import { EmptyPeople } from "@/ui/illustrations.tsx";
import type { GroupEventsView } from "../agenda.views.ts";
import { EventCard } from "./event-card.tsx";

/** What a group has ahead, on its own page; and the way to prepare something, where that is hers. */
export function GroupEvents({
  view: { events, next, first },
  href,
  create,
  zone,
}: {
  view: GroupEventsView;
  /** Of this page. */
  href: string;
  /** Where she prepares one in its name; null when it is not hers to. */
  create: string | null;
  zone: string;
}) {
  const prepare = create && (
    <ButtonLink href={create} icon="plus">
      Préparer un événement
    </ButtonLink>
  );
  if (events.length === 0 && first && !next)
    return (
      <EmptyState
        illustration={<EmptyPeople />}
        title="Rien d’annoncé pour l’instant"
        {...(prepare && { action: prepare })}
      >
        Une réunion, un tractage, un pot : ce que le groupe prépare paraîtra ici, et dans l’agenda de ses membres.
      </EmptyState>
    );
  return (
    <section aria-labelledby="agenda-du-groupe" className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="agenda-du-groupe" className="text-heading">
          À l’agenda
        </h2>
        {prepare}
      </div>
      {events.length > 0 && (
        <ul className="grid items-start gap-3 lg:grid-cols-2">
          {events.map((event) => (
            <EventCard key={event.id} event={event} zone={zone} />
          ))}
        </ul>
      )}
      {(next || !first) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-2.5">
          {!first && (
            <ButtonLink href={href} variant="quiet" icon="back">
              Revenir au début
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`${href}?apres=${next}`} variant="secondary" trailingIcon="arrow">
              {events.length > 0 ? "Suivants" : "Chercher plus loin"}
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}
