import type { Map as LeafletMap } from "leaflet";

/** Events at one place, in words. */
export type MapPoint = {
  latitude: number;
  longitude: number;
  /** "Clermont-Ferrand" */
  name: string;
  /** One of them lacks people. */
  missing: boolean;
  events: { id: string; href: string; title: string; words: string }[];
};
export type MapTiles = { url: string; attribution: string };
export type DrawnMap = { close: () => void };

/** Mainland France, for want of any point. */
const FRANCE: [[number, number], [number, number]] = [
  [42.3, -4.8],
  [51.1, 8.3],
];
const CLOSEST = 14;
/** In our colours, light and dark: Leaflet knows white alone. */
const POPUP =
  "[&_.leaflet-popup-content-wrapper]:bg-card! [&_.leaflet-popup-content-wrapper]:text-ink! [&_.leaflet-popup-tip]:bg-card!";

/** Draws the points in an element. Each is a button, named as the list names its events. */
export async function drawMap(
  ground: HTMLElement,
  points: readonly MapPoint[],
  tiles: MapTiles | null,
): Promise<DrawnMap> {
  const [{ default: leaflet }] = await Promise.all([import("leaflet"), import("leaflet/dist/leaflet.css")]);
  const map: LeafletMap = leaflet.map(ground, { attributionControl: tiles !== null, zoomControl: false });
  leaflet.control.zoom({ zoomInTitle: "Agrandir", zoomOutTitle: "Réduire" }).addTo(map);
  leaflet.control.scale({ imperial: false }).addTo(map);
  if (tiles) {
    leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
    map.attributionControl.setPrefix(false);
  }
  for (const point of points) {
    const html = document.createElement("span");
    html.textContent = String(point.events.length);
    const icon = leaflet.divIcon({
      html,
      className: point.missing
        ? "grid! place-content-center rounded-full border-2 border-card bg-amber text-card text-[0.9375rem] font-bold"
        : "grid! place-content-center rounded-full border-2 border-card bg-rose text-on-rose text-[0.9375rem] font-bold",
      iconSize: [36, 36],
    });
    const marker = leaflet
      .marker([point.latitude, point.longitude], { icon, riseOnHover: true })
      .bindPopup(() => wordsOf(point), { minWidth: 190, maxWidth: 260, maxHeight: 230, className: POPUP })
      .addTo(map);
    marker.getElement()?.setAttribute("aria-label", labelOf(point));
  }
  const places = points.map(({ latitude, longitude }) => [latitude, longitude] as [number, number]);
  map.fitBounds(places.length > 0 ? leaflet.latLngBounds(places).pad(0.15) : FRANCE, { maxZoom: CLOSEST });
  return { close: () => void map.remove() };
}

const labelOf = ({ name, events, missing }: MapPoint): string =>
  `${name}, ${events.map(({ title }) => title).join(", ")}${missing ? ", il manque du monde" : ""}`;

/** What a point says when it is chosen: text, never HTML. */
function wordsOf({ name, events }: MapPoint): HTMLElement {
  const box = document.createElement("div");
  const title = document.createElement("p");
  title.textContent = name;
  title.className = "m-0! font-bold";
  box.append(title);
  for (const { href, title: words, words: hours } of events) {
    const line = document.createElement("p");
    line.className = "mt-2! mb-0!";
    const link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    link.className = "font-semibold text-rose-strong!";
    const when = document.createElement("span");
    when.textContent = hours;
    when.className = "block";
    line.append(link, when);
    box.append(line);
  }
  return box;
}
