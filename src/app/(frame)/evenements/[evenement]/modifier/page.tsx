import type { Metadata } from "next";
import { cache } from "react";
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

type Props = {
  params: Promise<{ evenement: string }>;
  /** Whom she looks for, to do what: both before JavaScript. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The page's query, shared with its metadata: what is hidden has no title either. */
const load = cache(async ({ params }: Props) =>
  orNotFound(getEventToEdit(await currentReader(), idOf((await params).evenement) ?? "")),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: "Modifier l’événement", robots: { index: false } };
}

export default async function Page(props: Props) {
  const [edit, actor, search] = [await load(props), await currentReader(), await props.searchParams];
  const debates =
    edit.event.kind === "debate"
      ? await listLinkableDebates(actor, { scope: edit.scope, debate: edit.event.debate })
      : [];
  const { id, startsAt, zone, can } = edit.event;
  const [series, preparation] = await Promise.all([
    findSeries(actor, id),
    orNotFound(getPreparation(actor, id, search)),
  ]);
  const day = zonedDay(new Date(startsAt), zone);
  const slots = {
    series: <SeriesPanel eventId={id} series={series} scope={edit.scope} day={day} canRepeat={can.repeat} />,
    people: <PreparationPanels preparation={preparation} me={actor.id} />,
  };
  return <EditEventPage edit={edit} debates={debates} CommuneField={CommuneField} tiles={mapTiles()} slots={slots} />;
}
