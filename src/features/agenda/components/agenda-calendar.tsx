import Link from "next/link";
import { clockTime, counted, dayAndMonth, weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords } from "@/features/events/index.ts";
import { missingWords } from "@/features/shifts/index.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { classNames } from "@/ui/class-names.ts";
import { Notice } from "@/ui/notice.tsx";
import { agendaHref } from "../agenda.rules.ts";
import type { AgendaView, CalendarView, DayView } from "../agenda.views.ts";
import type { EventCardView } from "../event-card.views.ts";
import { dayTitle } from "./agenda-list.tsx";
import { EventCard } from "./event-card.tsx";
import { GridKeys } from "./grid-keys.tsx";

const weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
/** What a cell of a month shows of a day before it sends to the day itself. */
const SHOWN_IN_A_MONTH = 3;
const monthTitle = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" });
const at = (day: string) => new Date(`${day}T12:00Z`);

/** A week or a month as a table, and under it, where the screen is narrow, the same day by day. */
export function AgendaCalendar({ agenda, calendar }: { agenda: AgendaView; calendar: CalendarView }) {
  const { choice, usual } = agenda;
  const isMonth = choice.vue === "mois";
  const days = calendar.weeks.flat();
  const title = isMonth ? monthTitle.format(at(choice.jour ?? agenda.today)) : weekTitle(days);
  const go = (jour: string) => agendaHref({ ...choice, jour }, usual);
  return (
    <section aria-labelledby="grille">
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="grille" className="text-heading first-letter:uppercase">
          {title}
        </h2>
        <nav aria-label={isMonth ? "Mois" : "Semaines"} className="ml-auto flex flex-wrap gap-2">
          <ButtonLink href={go(calendar.earlier)} scroll={false} variant="secondary" size="compact" icon="back">
            <span className="max-sm:sr-only">{isMonth ? "Mois" : "Semaine"} d’</span>
            <span className="-ml-2 max-sm:ml-0 max-sm:capitalize">avant</span>
          </ButtonLink>
          <ButtonLink href={go(agenda.today)} scroll={false} variant="quiet" size="compact">
            Aujourd’hui
          </ButtonLink>
          <ButtonLink href={go(calendar.later)} scroll={false} variant="secondary" size="compact" trailingIcon="arrow">
            <span className="max-sm:sr-only">{isMonth ? "Mois" : "Semaine"} d’</span>
            <span className="-ml-2 max-sm:ml-0 max-sm:capitalize">après</span>
          </ButtonLink>
        </nav>
      </div>
      {calendar.tooMany && (
        <Notice className="mb-4">
          Il y en a trop pour une grille : les derniers jours ne disent pas tout. Choisis un genre, ou un lieu plus
          proche.
        </Notice>
      )}
      <GridKeys>
        <table className="w-full table-fixed border-collapse">
          <caption className="sr-only">
            {title}. Les flèches du clavier vont d’un jour à l’autre, Entrée ouvre le jour.
          </caption>
          <thead>
            <tr>
              {weekdays.map((name) => (
                <th key={name} scope="col" abbr={name} className="pb-1.5 text-note font-[620] text-ink-2">
                  <span aria-hidden="true" className="md:hidden">
                    {name.slice(0, 1).toUpperCase()}
                  </span>
                  <span className="max-md:sr-only">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calendar.weeks.map((week) => (
              <tr key={week[0]?.day}>
                {week.map((day) => (
                  <DayCell key={day.day} day={day} agenda={agenda} shown={isMonth ? SHOWN_IN_A_MONTH : 12} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </GridKeys>
      <DayByDay days={days.filter(({ inside }) => inside)} agenda={agenda} />
    </section>
  );
}

function weekTitle(days: readonly DayView[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return "";
  return `Du ${dayAndMonth(at(first.day))} au ${dayAndMonth(at(last.day))} ${last.day.slice(0, 4)}`;
}

function DayCell({ day, agenda, shown }: { day: DayView; agenda: AgendaView; shown: number }) {
  const { events, holiday, inside, today } = day;
  const { choice, usual } = agenda;
  const list = agendaHref({ ...choice, vue: "liste", du: day.day, au: day.day, jour: undefined }, usual);
  const more = events.length - shown;
  return (
    <td
      className={classNames(
        "h-14 border border-line p-0.5 align-top md:h-28 md:p-1.5",
        inside ? "bg-card" : "bg-sunken/60",
        holiday && "bg-[repeating-linear-gradient(135deg,transparent_0_7px,var(--sunken)_7px_9px)]",
      )}
    >
      <Link
        href={list}
        prefetch={false}
        data-day={day.day}
        aria-current={today ? "date" : undefined}
        className={classNames(
          "flex min-h-11 flex-wrap items-center justify-center gap-x-1.5 rounded-control font-[650] no-underline hover:bg-rose-soft md:min-h-8 md:justify-start md:px-1 pointer-coarse:min-h-11",
          today && "bg-rose text-on-rose hover:bg-rose-strong md:w-fit md:px-2.5",
          !inside && !today && "text-ink-3",
        )}
      >
        <span className="sr-only">
          {weekdayAndDay(at(day.day), "UTC")}
          {holiday && `, jour férié : ${holiday}`}, {events.length > 0 ? counted(events.length, "événement") : "rien"}
        </span>
        <span aria-hidden="true">{Number(day.day.slice(8))}</span>
        {events.length > 0 && (
          <span
            aria-hidden="true"
            className={classNames("text-[0.75rem] md:hidden", today ? "text-on-rose" : "text-rose-strong")}
          >
            · {events.length}
          </span>
        )}
      </Link>
      {holiday && (
        <p
          aria-hidden="true"
          className="hidden px-1 text-[0.75rem] leading-tight text-ink-2 first-letter:uppercase md:block"
        >
          {holiday}
        </p>
      )}
      {events.length > 0 && (
        <ul className="mt-1 hidden gap-1 md:grid">
          {events.slice(0, shown).map((event) => (
            <CellEvent key={event.id} event={event} day={day.day} />
          ))}
          {more > 0 && (
            <li>
              <Link
                href={list}
                prefetch={false}
                className="inline-flex min-h-6 items-center px-1 text-[0.8125rem] font-semibold pointer-coarse:min-h-11"
              >
                et {counted(more, "autre")}
              </Link>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}

function CellEvent({ event, day }: { event: EventCardView; day: string }) {
  const start = new Date(event.startsAt);
  const begins = start.toISOString().slice(0, 10) === day || event.endsAt - event.startsAt < 24 * 3_600_000;
  const cancelled = event.stage === "cancelled";
  return (
    <li>
      <Link
        href={paths.event(event)}
        prefetch={false}
        title={`${kindWords[event.kind]} : ${event.title}`}
        className={classNames(
          "block rounded-md px-1.5 py-1 text-[0.8125rem] leading-tight no-underline hover:bg-rose-soft",
          event.missing > 0 ? "bg-amber-soft text-amber" : "bg-sunken text-ink",
        )}
      >
        <span className="font-[650]">{begins ? clockTime(start, event.zone) : "suite"}</span>{" "}
        <span className={classNames("[overflow-wrap:anywhere]", cancelled && "line-through")}>{event.title}</span>
        {cancelled && <span className="block">annulé</span>}
        {event.missing > 0 && <span className="block font-[650]">{missingWords(event.missing)}</span>}
      </Link>
    </li>
  );
}

/** What cells of a phone have no room for. */
function DayByDay({ days, agenda }: { days: readonly DayView[]; agenda: AgendaView }) {
  const busy = days.filter(({ events, holiday }) => events.length > 0 || holiday);
  if (busy.length === 0) return null;
  return (
    <div className="mt-7 grid gap-6 md:hidden">
      {busy.map(({ day, events, holiday }) => (
        <section key={day} aria-labelledby={`jour-${day}`}>
          <h3 id={`jour-${day}`} className="mb-2.5 flex flex-wrap items-baseline gap-x-2.5 text-[1.0625rem] font-[700]">
            <span className="first-letter:uppercase">{dayTitle(day, agenda.today)}</span>
            {holiday && <Badge>jour férié : {holiday}</Badge>}
          </h3>
          <ul className="grid gap-3">
            {events.map((event) => (
              <EventCard key={event.id} event={event} zone={agenda.zone} heading="h4" />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
