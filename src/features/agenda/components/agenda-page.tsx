import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import type { AgendaView } from "../agenda.views.ts";
import { AgendaCalendar } from "./agenda-calendar.tsx";
import { AgendaFilters } from "./agenda-filters.tsx";
import { AgendaList } from "./agenda-list.tsx";
import { AgendaNav } from "./agenda-nav.tsx";
import { NoEvents } from "./no-events.tsx";

/** The agenda: whose, in which shape, narrowed how. `map` stands beside the list in the shape of a map. */
export function AgendaPage({ agenda, isMember, map }: { agenda: AgendaView; isMember: boolean; map?: ReactNode }) {
  const { calendar, events, running, next, feed } = agenda;
  const nothing = !calendar && events.length + running.length === 0 && !next;
  return (
    <>
      <PageHeader
        title="Agenda"
        lede="Ce qui se prépare, et où il manque du monde."
        actions={
          isMember && (
            <>
              <ButtonLink href={paths.newEvent} icon="plus">
                Organiser
              </ButtonLink>
              <ButtonLink href={paths.calendarFeeds} variant="secondary" icon="calendar">
                M’abonner
              </ButtonLink>
            </>
          )
        }
        className="mb-5! md:mb-6!"
      />
      <AgendaNav agenda={agenda} />
      <AgendaFilters agenda={agenda} />
      {nothing ? (
        <NoEvents agenda={agenda} isMember={isMember} />
      ) : calendar ? (
        <AgendaCalendar agenda={agenda} calendar={calendar} />
      ) : map ? (
        <div className="grid gap-6 lg:grid-cols-[1fr_1.1fr]">
          <div className="lg:sticky lg:top-24 lg:h-fit">{map}</div>
          <AgendaList agenda={agenda} beside />
        </div>
      ) : (
        <AgendaList agenda={agenda} />
      )}
      {feed && (
        <p className="mt-9 text-note text-ink-3">
          <a href={feed} className="underline underline-offset-2">
            Le calendrier public de ce lieu (iCalendar)
          </a>
           : à ajouter à l’agenda de ton téléphone, il se met à jour tout seul.
        </p>
      )}
    </>
  );
}
