import { paths } from "@/core/paths.ts";
import type { EventView } from "@/features/events/index.ts";
import { buttonClasses } from "@/ui/button.tsx";
import { Icon } from "@/ui/icons.tsx";
import { structuredData } from "../structured-data.rules.ts";

/** On an event's page: the file that puts it in one's calendar, and what machines read of a public one. */
export function CalendarSlot({ event, origin }: { event: EventView; origin: string }) {
  const data = structuredData(event, origin);
  if (event.stage !== "published" && event.stage !== "cancelled") return null;
  return (
    <>
      {/* Data, not code: no policy of scripts stops it, and React writes no end of script inside. */}
      {data && <script type="application/ld+json">{data}</script>}
      {event.stage === "published" && !event.over && (
        <a href={paths.api.eventCalendar(event.id)} download className={buttonClasses({ variant: "secondary" })}>
          <Icon name="calendar" size={18} className="-ml-1 shrink-0" />
          Ajouter à mon agenda
        </a>
      )}
    </>
  );
}
