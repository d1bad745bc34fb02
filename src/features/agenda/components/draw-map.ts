import type Leaflet from "leaflet";
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
/** Borders as one path of an SVG view box, and where it lies: [south, west] to [north, east]. */
export type MapBorders = { path: string; viewBox: string; bounds: [[number, number], [number, number]] };
export type DrawnMap = { close: () => void };

/** Mainland France, for want of any point. */
const FRANCE: [[number, number], [number, number]] = [
  [42.3, -4.8],
  [51.1, 8.3],
];
const CLOSEST = 14;
/** A whole département is seen: nearer, borders say nothing of where one is. */
const CLOSEST_AMONG_BORDERS = 8;
/** In our colours, light and dark: Leaflet knows white alone. */
const POPUP =
  "[&_.leaflet-popup-content-wrapper]:bg-card! [&_.leaflet-popup-content-wrapper]:text-ink! [&_.leaflet-popup-tip]:bg-card!";

/** The same of its buttons, as large as a finger. */
const CONTROLS = [
  "[&_.leaflet-bar]:border-line-strong!",
  ..."[&_.leaflet-bar_a]:bg-card! [&_.leaflet-bar_a]:text-ink! [&_.leaflet-bar_a]:border-line!".split(" "),
  ..."[&_.leaflet-bar_a]:size-11! [&_.leaflet-bar_a]:leading-[2.75rem]!".split(" "),
  ..."[&_.leaflet-control-scale-line]:bg-card! [&_.leaflet-control-scale-line]:text-ink!".split(" "),
  "[&_.leaflet-control-scale-line]:[text-shadow:none]!",
];

/** Draws the points in an element. Each is a button, named as the list names its events. */
export async function drawMap(
  ground: HTMLElement,
  points: readonly MapPoint[],
  { tiles, borders }: { tiles: MapTiles | null; borders: MapBorders | null },
): Promise<DrawnMap> {
  const [{ default: leaflet }] = await Promise.all([import("leaflet"), import("leaflet/dist/leaflet.css")]);
  const map: LeafletMap = leaflet.map(ground, { attributionControl: tiles !== null, zoomControl: false });
  ground.classList.add(...CONTROLS);
  leaflet.control.zoom({ zoomInTitle: "Agrandir", zoomOutTitle: "Réduire" }).addTo(map);
  leaflet.control.scale({ imperial: false }).addTo(map);
  if (tiles) {
    leaflet.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 19 }).addTo(map);
    map.attributionControl.setPrefix(false);
  }
  if (borders) layBorders(leaflet, map, borders);
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
  map.fitBounds(places.length > 0 ? leaflet.latLngBounds(places).pad(0.15) : FRANCE, {
    maxZoom: borders ? CLOSEST_AMONG_BORDERS : CLOSEST,
  });
  return { close: () => void map.remove() };
}

/** Nearer than this they are too coarse to be true. */
const BORDERS_UNTIL = 11;

/** Faint lines under the points, in our colours, as long as they are true. */
function layBorders(leaflet: typeof Leaflet, map: LeafletMap, { path, viewBox, bounds }: MapBorders): void {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("preserveAspectRatio", "none");
  const lines = document.createElementNS("http://www.w3.org/2000/svg", "path");
  lines.setAttribute("d", path);
  lines.setAttribute("class", "fill-card stroke-line-strong");
  lines.setAttribute("vector-effect", "non-scaling-stroke");
  svg.append(lines);
  const overlay = leaflet.svgOverlay(svg, bounds, { interactive: false });
  const follow = () => (map.getZoom() < BORDERS_UNTIL ? overlay.addTo(map) : overlay.remove());
  map.on("zoomend", follow);
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
