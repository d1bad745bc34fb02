import type { Metadata } from "next";
import { AgendaMap } from "@/features/agenda/components/agenda-map.tsx";
import { AgendaPage } from "@/features/agenda/components/agenda-page.tsx";
import { mapPoints } from "@/features/agenda/components/map-points.ts";
import { getAgenda } from "@/features/agenda/index.ts";
import { mainland, mainlandBorders, mainlandBounds } from "@/features/sections/index.ts";
import { currentReader } from "@/platform/next/current-actor.ts";
import { mapTiles } from "../evenements/map-tiles.ts";

export const metadata: Metadata = {
  title: "Agenda",
  description: "Réunions, débats, formations et actions de terrain : ce qui se prépare, et où il manque du monde.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What points stand on: the organisation's tiles, else the borders of the départements. */
function background() {
  const tiles = mapTiles();
  const borders = { path: mainlandBorders(), viewBox: mainland.viewBox, bounds: mainlandBounds };
  return tiles ? { tiles, borders: null } : { tiles, borders };
}

export default async function Page({ searchParams }: Props) {
  const [actor, asked] = await Promise.all([currentReader(), searchParams]);
  const agenda = await getAgenda(actor, asked);
  const map = agenda.choice.vue === "carte" && <AgendaMap points={mapPoints(agenda)} {...background()} />;
  return <AgendaPage agenda={agenda} isMember={actor.kind === "member"} map={map} />;
}
