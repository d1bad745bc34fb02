import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import { type EventView, kindWords } from "@/features/events/index.ts";

/** Whether anybody may read it, and so a machine. */
const isPublic = ({ audience, adherentsOnly, hidden, stage }: EventView): boolean =>
  audience === "everyone" && !adherentsOnly && !hidden && (stage === "published" || stage === "cancelled");

/**
 * A public event as schema.org describes one, in JSON; null for any other. No person is named: organisers are the party's
 * places. `<` is written out of the way, so that no word can end the script that holds it.
 */
export function structuredData(event: EventView, origin: string): string | null {
  if (!isPublic(event)) return null;
  const { commune, point, coverId } = event;
  const url = origin + paths.event(event);
  const place = commune && {
    "@type": "Place",
    name: event.meetingPoint || event.address || commune.name,
    address: {
      "@type": "PostalAddress",
      ...(event.address && { streetAddress: event.address }),
      addressLocality: commune.name,
      addressCountry: "FR",
    },
    ...(point && { geo: { "@type": "GeoCoordinates", latitude: point.latitude, longitude: point.longitude } }),
  };
  // Its own address is for who signs up: machines read where that is done.
  const online = event.online && { "@type": "VirtualLocation", url };
  const mode = place ? (online ? "Mixed" : "Offline") : "Online";
  const data = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.description.slice(0, 300) || `${kindWords[event.kind]}, ${event.place.name}`,
    startDate: new Date(event.startsAt).toISOString(),
    endDate: new Date(event.endsAt).toISOString(),
    eventStatus: `https://schema.org/${event.stage === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: [place, online].filter(Boolean),
    organizer: [event.place, ...event.coPlaces].map(({ name, href }) => ({
      "@type": "Organization",
      name: `${organisation.name}, ${name}`,
      ...(href && { url: origin + href }),
    })),
    ...(coverId && { image: `${origin}${paths.api.eventCover(event.id)}?taille=grande&v=${coverId}` }),
    isAccessibleForFree: true,
    inLanguage: "fr",
    url,
  };
  return JSON.stringify(data).replace(/</g, "\\u003c");
}
