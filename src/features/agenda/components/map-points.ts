import { weekdayAndDay } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { missingWords } from "@/features/shifts/index.ts";
import type { AgendaView } from "../agenda.views.ts";
import type { MapPoint } from "./draw-map.ts";
import { hoursWords } from "./event-words.tsx";

/** The events of a list by where they are: those of one commune without a point of their own stand together. */
export function mapPoints({ running, events }: AgendaView): MapPoint[] {
  const points = new Map<string, MapPoint>();
  for (const event of [...running, ...events]) {
    if (!event.point) continue;
    const { latitude, longitude } = event.point;
    const key = `${latitude} ${longitude}`;
    const point = points.get(key) ?? {
      latitude,
      longitude,
      name: event.commune ?? event.address,
      missing: false,
      events: [],
    };
    const missing = missingWords(event.missing);
    const when = `${weekdayAndDay(new Date(event.startsAt), event.zone)}, ${hoursWords(event, event.zone)}`;
    point.missing ||= event.missing > 0;
    point.events.push({
      id: event.id,
      href: paths.event(event),
      title: event.title,
      words: [when, event.stage === "cancelled" ? "annulé" : missing].filter(Boolean).join(" · "),
    });
    points.set(key, point);
  }
  return [...points.values()];
}
