import { weekdayAndDay } from "@/core/french-dates.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { agendaHref } from "../agenda.rules.ts";
import type { AgendaView } from "../agenda.views.ts";
import { addDays } from "../calendar.rules.ts";
import type { EventCardView } from "../event-card.views.ts";
import { EventCard } from "./event-card.tsx";

/** Events by the day that they begin on; within a day, those that miss people come first. */
function byDay(events: readonly EventCardView[]): [day: string, events: EventCardView[]][] {
  const days = new Map<string, EventCardView[]>();
  for (const event of events) {
    const day = zonedDay(new Date(event.startsAt), event.zone);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, ofDay]) => [
      day,
      ofDay.toSorted((a, b) => Number(b.missing > 0) - Number(a.missing > 0) || a.startsAt - b.startsAt),
    ]);
}

/** "samedi 28 novembre", with the year when it is not this one, and what is near in words. */
export function dayTitle(day: string, today: string): string {
  const words = weekdayAndDay(new Date(`${day}T12:00Z`), "UTC");
  if (day === today) return `Aujourd’hui, ${words}`;
  if (day === addDays(today, 1)) return `Demain, ${words}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/** A page of events, day after day; `beside` a map, in one column. */
export function AgendaList({ agenda, beside = false }: { agenda: AgendaView; beside?: boolean }) {
  const grid = beside ? "grid gap-3" : "grid gap-3 lg:grid-cols-2";
  const { running, events, holidays, today, zone, next, first, choice, usual } = agenda;
  const { apres: _, ...beginning } = choice;
  return (
    <div className="grid gap-8">
      {running.length > 0 && (
        <section aria-labelledby="en-ce-moment">
          <h2 id="en-ce-moment" className="mb-3 text-lg font-[720]">
            En ce moment
          </h2>
          <ul className={grid}>
            {running.map((event) => (
              <EventCard key={event.id} event={event} zone={zone} />
            ))}
          </ul>
        </section>
      )}
      {byDay(events).map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`jour-${day}`}>
          <h2 id={`jour-${day}`} className="mb-3 flex flex-wrap items-baseline gap-x-3 text-lg font-[720]">
            <span className="first-letter:uppercase">{dayTitle(day, today)}</span>
            {holidays[day] && <span className="text-note font-[560] text-ink-2">jour férié : {holidays[day]}</span>}
          </h2>
          <ul className={grid}>
            {ofDay.map((event) => (
              <EventCard key={event.id} event={event} zone={zone} />
            ))}
          </ul>
        </section>
      ))}
      {(next || !first) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-2.5">
          {!first && (
            <ButtonLink href={agendaHref(beginning, usual)} variant="quiet" icon="back">
              Revenir au début
            </ButtonLink>
          )}
          {next && (
            <ButtonLink
              href={agendaHref({ ...beginning, apres: next }, usual)}
              variant="secondary"
              trailingIcon="arrow"
            >
              {events.length > 0 ? "Suivants" : "Chercher plus loin"}
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  );
}
