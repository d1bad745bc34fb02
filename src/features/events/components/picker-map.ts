import { paths } from "@/core/paths.ts";
import type { Tiles } from "./map-picker.tsx";

type Point = { latitude: number; longitude: number };
export type OpenedMap = { centre: () => Point; close: () => void };

/** Where a map begins that knows nothing: the middle of the country. */
const FRANCE: Point = { latitude: 46.6, longitude: 2.4 };
const ZOOM = { country: 6, commune: 14, point: 17 };

/** Draws a map in an element: around the point that is known, else around the commune, else the country. */
export async function openMap(
  ground: HTMLElement,
  { tiles, known, communeCode }: { tiles: Tiles; known: Point | null; communeCode: string },
): Promise<OpenedMap> {
  const [{ default: leaflet }, commune] = await Promise.all([
    import("leaflet"),
    known ? null : pointOf(communeCode),
    import("leaflet/dist/leaflet.css"),
  ]);
  const { latitude, longitude } = known ?? commune ?? FRANCE;
  const zoom = known ? ZOOM.point : commune ? ZOOM.commune : ZOOM.country;
  // The element is shown by now: a map takes its size when it is made.
  const map = leaflet.map(ground, { attributionControl: true }).setView([latitude, longitude], zoom);
  leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
  map.attributionControl.setPrefix(false);
  ground.setAttribute("role", "application");
  ground.setAttribute("aria-label", "Carte : les flèches la déplacent sous le point, + et − l’agrandissent");
  map.invalidateSize();
  ground.focus();
  return {
    centre() {
      const { lat, lng } = map.getCenter();
      return { latitude: lat, longitude: lng };
    },
    close: () => void map.remove(),
  };
}

async function pointOf(communeCode: string): Promise<Point | null> {
  if (!communeCode) return null;
  const response = await fetch(paths.api.communePoint(communeCode)).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as { value?: Point | null } | null;
  return answer?.value ?? null;
}
