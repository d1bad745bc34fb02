import type { Metadata } from "next";
import { idOf } from "@/core/paths.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { CommuneField } from "@/features/accounts/components/commune-field.tsx";
import { EditEventPage } from "@/features/events/components/edit-event-page.tsx";
import { PreparationPanels } from "@/features/events/components/preparation-panels.tsx";
import { SeriesPanel } from "@/features/events/components/series-panel.tsx";
import { findSeries, getEventToEdit, getPreparation, listLinkableDebates } from "@/features/events/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { orNotFound } from "@/platform/next/or-not-found.ts";
import { mapTiles } from "../../map-tiles.ts";

export const metadata: Metadata = { title: "Modifier l’événement", robots: { index: false } };

type Props = {
  params: Promise<{ evenement: string }>;
  /** Whom she looks for, to do what: both before JavaScript. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const [{ evenement }, actor] = await Promise.all([params, currentReader()]);
  const edit = await orNotFound(getEventToEdit(actor, idOf(evenement) ?? ""));
  const debates =
    edit.event.kind === "debate"
      ? await listLinkableDebates(actor, { scope: edit.scope, debate: edit.event.debate })
      : [];
  const { id, startsAt, zone } = edit.event;
  const [series, preparation] = await Promise.all([
    findSeries(actor, id),
    orNotFound(getPreparation(actor, id, await searchParams)),
  ]);
  const day = zonedDay(new Date(startsAt), zone);
  const slots = {
    series: <SeriesPanel eventId={id} series={series} scope={edit.scope} day={day} />,
    people: <PreparationPanels preparation={preparation} me={actor.id} />,
  };
  return <EditEventPage edit={edit} debates={debates} CommuneField={CommuneField} tiles={mapTiles()} slots={slots} />;
}
