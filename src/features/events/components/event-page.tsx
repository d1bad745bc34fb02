import Link from "next/link";
import type { ReactNode } from "react";
import { paths } from "@/core/paths.ts";
import { richText } from "@/core/rich-text.ts";
import { Icon } from "@/ui/icons.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import type { EventView } from "../event.views.ts";
import { EventHero } from "./event-hero.tsx";
import { EventOrganisers } from "./event-organisers.tsx";
import { EventState } from "./event-state.tsx";
import { EventWhere } from "./event-where.tsx";

/** What other features show on an event's page, passed by the page that composes them. */
export type EventSlots = {
  /** Shifts, places, who comes. */
  places?: ReactNode;
  /** Whom to call. */
  contact?: ReactNode;
  /** What to bring, and who brings it. */
  items?: ReactNode;
  /** That it comes back, and when next. */
  series?: ReactNode;
  /** For those in charge of a place that was asked to organise it too. */
  together?: ReactNode;
  /** Not to hear of it any more. */
  mute?: ReactNode;
  /** Announcements and questions. */
  notes?: ReactNode;
  /** What was done. */
  reports?: ReactNode;
  /** How to put it in one's calendar. */
  calendar?: ReactNode;
};

/** An event: what, when, where, with whom; how to come, and what is said of it. */
export function EventPage({ event, slots, now }: { event: EventView; slots: EventSlots; now: number }) {
  return (
    <article>
      <EventHero event={event} now={now} calendar={slots.calendar} />
      <EventState event={event} />
      {/* On a phone where one meets comes before what is said; beside it where there is room. */}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="grid min-w-0 content-start gap-8">
          {slots.places}
          {event.description && (
            <RichText
              source={event.description}
              rich={richText(event.description)}
              className="max-w-[68ch] text-lede"
            />
          )}
        </div>
        <div className="grid min-w-0 content-start gap-6 lg:row-span-2">
          <EventWhere event={event} />
          {slots.together}
          {slots.contact}
          {slots.items}
          {slots.series}
          <EventOrganisers event={event} />
          {slots.mute}
          {event.stage === "published" && !event.hidden && (
            <Link
              href={paths.report("event", event.id)}
              prefetch={false}
              className="inline-flex min-h-11 items-center gap-1.5 justify-self-start text-note text-ink-3 no-underline hover:text-ink hover:underline"
            >
              <Icon name="flag" size={16} />
              Signaler cet événement
            </Link>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-8">
          {slots.reports}
          {slots.notes}
        </div>
      </div>
    </article>
  );
}
