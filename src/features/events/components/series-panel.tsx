import { clockTime, fullDay, weekdayAndDay } from "@/core/french-dates.ts";
import { Badge } from "@/ui/badge.tsx";
import { Confirmed } from "@/ui/confirmed.tsx";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { endSeriesAction } from "../series.actions.ts";
import type { OccurrenceView, SeriesView } from "../series.queries.ts";
import { EventActForm } from "./event-act-form.tsx";
import { SeriesForm } from "./series-form.tsx";

/** Where an event is changed: how it comes back, at which dates, and how that ends. */
export function SeriesPanel({
  eventId,
  series,
  scope,
  day,
  canRepeat,
}: {
  eventId: string;
  series: SeriesView | null;
  scope: string;
  day: string;
  /** She publishes here: else what comes back is what it is. */
  canRepeat: boolean;
}) {
  if (!canRepeat && !series) return null;
  return (
    <section aria-labelledby="repetition" className="scroll-mt-20">
      <SectionHeading
        id="repetition"
        title="Se répète"
        note={series ? seriesWords(series) : "Chaque semaine au marché, le premier jeudi du mois…"}
      />
      <div className="grid gap-5">
        {series && <SeriesDates next={series.next} wide />}
        {canRepeat && (
          <Confirmed label={series ? "Changer le rythme" : "Répéter cet événement"} variant="secondary">
            <SeriesForm eventId={eventId} series={series} scope={scope} day={day} />
          </Confirmed>
        )}
        {series && (
          <Confirmed label="Arrêter après cette date" variant="danger">
            <EventActForm
              action={endSeriesAction}
              eventId={eventId}
              word={{
                label: "Pourquoi",
                hint: "Les dates suivantes sont annulées : les personnes inscrites liront cette phrase.",
              }}
              variant="danger"
              pendingLabel="Un instant…"
            >
              Oui, arrêter et prévenir
            </EventActForm>
          </Confirmed>
        )}
      </div>
    </section>
  );
}

/** "chaque samedi, jusqu’au 26 juin 2027". */
export function seriesWords({ words, untilDay }: SeriesView): string {
  return untilDay ? `${words}, jusqu’au ${fullDay(new Date(`${untilDay}T12:00:00Z`), "UTC")}` : words;
}

/** The dates to come, each leading to its page; public holidays and what is called off are said in words. */
export function SeriesDates({ next, wide }: { next: readonly OccurrenceView[]; wide?: boolean }) {
  return (
    <ul
      className={
        wide ? "grid gap-x-6 gap-y-1 sm:grid-flow-col sm:grid-cols-2 sm:grid-rows-[repeat(4,auto)]" : "grid gap-1"
      }
    >
      {next.map(({ id, href, startsAt, zone, holiday, cancelled, detached, current }) => {
        const start = new Date(startsAt);
        const words = `${weekdayAndDay(start, zone)}, ${clockTime(start, zone)}`;
        return (
          <li key={id} className="flex min-h-9 flex-wrap items-center gap-x-2.5">
            {current ? (
              <span aria-current="true" className="font-[650]">
                {words}
              </span>
            ) : (
              <a href={href} className="inline-flex min-h-9 items-center underline underline-offset-2">
                {words}
              </a>
            )}
            {holiday && <span className="text-note text-ink-2">jour férié : {holiday}</span>}
            {cancelled && <Badge>annulé</Badge>}
            {detached && !cancelled && <Badge>modifié à part</Badge>}
          </li>
        );
      })}
    </ul>
  );
}
