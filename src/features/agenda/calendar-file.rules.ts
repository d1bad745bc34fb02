import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { organisation } from "@/core/organisation.ts";

/** An event as a calendar takes it. */
export type CalendarEntry = {
  id: string;
  sequence: number;
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  title: string;
  kind: string;
  status: "confirmed" | "tentative" | "cancelled";
  /** Lines of plain text. */
  lines: readonly string[];
  where: string;
  point: { latitude: number; longitude: number } | null;
  url: string;
};

/** How often calendars are asked to come back, in seconds. */
const REFRESH_SECONDS = 3600;

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** No control sign reaches a calendar: a line that a title begins would be one of the file's. */
const plain = (text: string) => text.replace(/(?!\n)\p{Cc}+/gu, " ");
const oneLine = (text: string) => plain(text).replace(/\s+/g, " ").trim();

/**
 * A calendar (RFC 5545) of these events. Times are in UTC, so that no calendar has to know a zone; each event keeps its
 * UID for good. The same events give the same bytes.
 */
export function calendarFile(name: string, host: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: organisation.name, product: "agenda", language: "FR" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      sequence: entry.sequence,
      // The moment of the last change rather than of the reading: what did not change reads the same.
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: entry.startsAt,
      end: entry.endsAt,
      summary: oneLine(entry.status === "cancelled" ? `Annulé : ${entry.title}` : entry.title),
      description: plain(entry.lines.filter(Boolean).join("\n")),
      categories: [{ name: oneLine(entry.kind) }],
      location: entry.where
        ? {
            title: oneLine(entry.where),
            ...(entry.point && { geo: { lat: entry.point.latitude, lon: entry.point.longitude } }),
          }
        : null,
      status: statuses[entry.status],
      transparency: entry.status === "confirmed" ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      url: entry.url,
    });
  return calendar.toString();
}
