import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { organisation } from "@/core/organisation.ts";
import { idOf, paths } from "@/core/paths.ts";
import { CalendarSlot } from "@/features/agenda/components/calendar-slot.tsx";
import { CoSectionAnswer } from "@/features/events/components/co-section-requests.tsx";
import { ContactCard } from "@/features/events/components/contact-card.tsx";
import { EventPage } from "@/features/events/components/event-page.tsx";
import { ForgetEventDraft } from "@/features/events/components/forget-event-draft.tsx";
import { ItemsCard } from "@/features/events/components/items-card.tsx";
import { SeriesCard } from "@/features/events/components/series-card.tsx";
import {
  type EventView,
  findSeries,
  getContact,
  getEvent,
  listItems,
  listMyCoSections,
} from "@/features/events/index.ts";
import { EventReports } from "@/features/field-reports/components/report-card.tsx";
import { listReportsOfEvent, maySheReport } from "@/features/field-reports/index.ts";
import { NoticesSeen } from "@/features/notifications/components/notices-seen.tsx";
import { TopicMute } from "@/features/notifications/components/topic-mute.tsx";
import { EventNotes } from "@/features/participation/components/event-notes.tsx";
import { GuestPanel } from "@/features/participation/components/guest-panel.tsx";
import { PlacesPanel } from "@/features/participation/components/places-panel.tsx";
import { findGuestForm, findNotes, getPlaces } from "@/features/participation/index.ts";
import { clock } from "@/platform/clock.ts";
import { env } from "@/platform/env.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";

type Props = { params: Promise<{ evenement: string }> };

/** The page's one query, shared with its metadata. */
const load = cache(async ({ params }: Props) => {
  const [{ evenement }, actor] = await Promise.all([params, currentReader()]);
  return orNotFound(getEvent(actor, idOf(evenement) ?? ""));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const event = await load(props);
  const description = event.description.slice(0, 200) || undefined;
  return {
    title: event.title,
    description,
    alternates: { canonical: paths.event(event) },
    ...(isPublic(event)
      ? { openGraph: preview(event, description), twitter: { card: "summary_large_image" } }
      : { robots: { index: false } }),
  };
}

/** Whether anybody may read it, and so find it. */
const isPublic = ({ audience, adherentsOnly, hidden, stage }: EventView) =>
  audience === "everyone" && !adherentsOnly && !hidden && (stage === "published" || stage === "cancelled");

/** How a shared link presents itself. */
function preview(event: EventView, description: string | undefined): Metadata["openGraph"] {
  const cover = event.coverId && `${paths.api.eventCover(event.id)}?taille=grande&v=${event.coverId}`;
  return {
    title: event.title,
    description,
    url: paths.event(event),
    images: cover ? [{ url: cover }] : [{ url: "/partage.png", width: 1200, height: 630 }],
    type: "article",
    locale: "fr_FR",
    siteName: organisation.name,
  };
}

export default async function Page(props: Props) {
  const event = await load(props);
  const canonical = paths.event(event);
  if (canonical !== `/evenements/${(await props.params).evenement}`) permanentRedirect(canonical); // one address each
  const actor = await currentReader();
  const [places, guests, notes, contact, items, series, asked, reports, mayReport] = await Promise.all([
    orNotFound(getPlaces(actor, { id: event.id })),
    findGuestForm(actor, event.id),
    findNotes(actor, event.id),
    getContact(actor, event.id),
    listItems(actor, event.id),
    findSeries(actor, event.id),
    listMyCoSections(actor, event.id),
    listReportsOfEvent(actor, event.id),
    maySheReport(actor, event.id),
  ]);
  const now = clock.now();
  const topic = `event:${event.id}`;
  const slots = {
    places: <PlacesPanel places={places}>{guests && <GuestPanel form={guests} />}</PlacesPanel>,
    notes: notes && <EventNotes notes={notes} now={now.toISOString()} />,
    calendar: <CalendarSlot event={event} origin={env().APP_ORIGIN} />,
    contact: <ContactCard contact={contact} />,
    items: <ItemsCard view={items} />,
    series: <SeriesCard series={series} />,
    reports: <EventReports event={event} reports={reports} mayReport={mayReport} />,
    mute: <TopicMute actor={actor} topic={topic} />,
    together: <CoSectionAnswer eventId={event.id} places={asked} />,
  };
  const me = actor.id;
  return (
    <>
      {me && event.organises && <ForgetEventDraft me={me} kind={event.kind} />}
      <EventPage event={event} slots={slots} now={now.getTime()} />
      <NoticesSeen actor={actor} what={{ topic }} />
    </>
  );
}
