import { clockTime, weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { List, ListRow } from "@/ui/list.tsx";
import type { DebateEventView } from "../debate-event.queries.ts";
import { kindWords } from "../event.rules.ts";

/** On a debate's page: where one meets to talk about it. */
export function DebateEvents({ events }: { events: readonly DebateEventView[] }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="en-vrai" className="mb-6 max-w-2xl">
      <h2 id="en-vrai" className="mb-2 text-lg font-[700]">
        On en parle de vive voix
      </h2>
      <List>
        {events.map((event) => (
          <ListRow
            key={event.id}
            href={paths.event(event)}
            title={event.title}
            text={`${kindWords[event.kind]} · ${weekdayAndDay(event.startsAt, event.zone)} à ${clockTime(event.startsAt, event.zone)} · ${event.commune ?? "en ligne"}`}
          />
        ))}
      </List>
    </section>
  );
}
