import Link from "next/link";
import { weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { kindWords } from "@/features/events/index.ts";
import { Badge } from "@/ui/badge.tsx";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Icon } from "@/ui/icons.tsx";
import { TitleWords } from "@/ui/title-words.tsx";
import { distanceWords } from "../agenda.rules.ts";
import type { EventCardView } from "../event-card.views.ts";
import { DateBlock } from "./date-block.tsx";
import { EventBadges, hoursWords, localHours, placesWords, whereWords } from "./event-words.tsx";
import { JoinButton } from "./join-button.tsx";

/** An event in a list. With `shifts`: each one with its hours and what it misses, and the way to it. */
export function EventCard({
  event,
  zone,
  shifts = false,
  heading: Heading = "h3",
}: {
  event: EventCardView;
  /** The reader's clock. */
  zone?: string;
  shifts?: boolean;
  heading?: "h2" | "h3" | "h4";
}) {
  const { km, point } = event;
  const cancelled = event.stage === "cancelled";
  return (
    <Card as="li" padding="none" className="relative overflow-hidden transition-colors hover:border-line-strong">
      <div className="flex gap-4 px-4 py-4 sm:px-5">
        <DateBlock at={event.startsAt} zone={event.zone} cancelled={cancelled} />
        <div className="min-w-0 flex-1">
          <p className="text-note font-[650] text-rose-strong">{kindWords[event.kind]}</p>
          <Heading
            className={`mt-0.5 text-[1.1875rem] leading-snug font-[720] ${cancelled ? "line-through decoration-2" : ""}`}
          >
            <Link
              href={paths.event(event)}
              prefetch={false}
              className="no-underline after:absolute after:inset-0 after:rounded-card"
            >
              <TitleWords>{event.title}</TitleWords>
            </Link>
          </Heading>
          <p className="mt-1 text-[0.96875rem] text-ink-2">
            <span className="sr-only">{weekdayAndDay(new Date(event.startsAt), event.zone)}, </span>
            {hoursWords(event, event.zone)}
            {localHours(event.zone, zone)}
          </p>
          <p className="mt-0.5 text-[0.9375rem] text-ink-2 [overflow-wrap:anywhere] first-letter:uppercase">
            {whereWords(event)}
          </p>
          <p className="mt-0.5 text-note text-ink-3">
            {event.place}
            {km !== null && point && ` · ${distanceWords(km, point.exact)}`}
          </p>
        </div>
        {!shifts && <Icon name="chevron" size={18} className="shrink-0 self-center text-ink-3" />}
      </div>
      {/* Under the day, too, on a phone: a line of its own there holds what is missing and the way to mend it. */}
      <div className="-mt-2 flex flex-wrap items-center gap-1.5 px-4 pb-4 empty:hidden sm:px-5 sm:pl-24.5">
        <EventBadges event={event} withMissing={!shifts} />
        {!shifts && <Join event={event} />}
      </div>
      {shifts && !cancelled && <Shifts event={event} />}
    </Card>
  );
}

/** In a list: one click where that is enough, else the way to where it is done. */
function Join({ event }: { event: EventCardView }) {
  const { join } = event;
  if (join === null) return null;
  const about = `${event.title}, ${weekdayAndDay(new Date(event.startsAt), event.zone)}`;
  return (
    <div className="ml-auto">
      {join === "on its page" ? (
        <ButtonLink
          href={`${paths.event(event)}#places`}
          variant="secondary"
          className="relative z-1"
          aria-label={`J’y vais : ${about}`}
        >
          J’y vais
        </ButtonLink>
      ) : (
        <JoinButton shiftId={join.shiftId} about={about} compact />
      )}
    </div>
  );
}

function Shifts({ event }: { event: EventCardView }) {
  const { join } = event;
  return (
    <ul aria-label="Créneaux">
      {event.shifts.map((shift) => {
        const { words, tone } = placesWords(shift);
        const full = shift.maximum !== null && shift.taken >= shift.maximum;
        return (
          <li
            key={shift.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-3 sm:px-5"
          >
            {/* As wide as what is missing: on the narrowest telephones the button goes under it. */}
            <div className="min-w-0 flex-[1_1_13rem]">
              <p className="font-[650]">
                {hoursWords(shift, event.zone)}
                {shift.label && <span className="font-normal text-ink-2"> · {shift.label}</span>}
              </p>
              <Badge tone={tone} className="mt-1">
                {words}
              </Badge>
            </div>
            {join !== null && join !== "on its page" && join.shiftId === shift.id && (
              <JoinButton
                shiftId={shift.id}
                about={`${event.title}, ${hoursWords(shift, event.zone)}`}
                compact={false}
              />
            )}
            {join === "on its page" && (
              <ButtonLink
                href={`${paths.event(event)}#places`}
                variant={full ? "secondary" : "primary"}
                className="relative z-1 ml-auto"
                aria-label={`${full ? "Liste d’attente" : "J’y vais"} : ${event.title}, ${hoursWords(shift, event.zone)}`}
              >
                {full ? "Liste d’attente" : "J’y vais"}
              </ButtonLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
