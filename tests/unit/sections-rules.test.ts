import { describe, expect, it } from "vitest";
import { distanceWords, memberCount, memberWords } from "@/features/sections/section.rules.ts";
import { aroundParis, mainland, mainlandBounds } from "@/features/sections/section-map.rules.ts";

/** Outlines that begin at a point of the view box and go on by steps. */
const outlinesOf = (path: string) =>
  path
    .split("z")
    .filter(Boolean)
    .map((outline) => {
      const [start = "", steps = ""] = outline.replace(/^M/, "").split("l");
      const numbers = `${start} ${steps}`.match(/-?\d+/g)?.map(Number) ?? [];
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length / 2 }, (_, index) => {
        x += numbers[2 * index] ?? 0;
        y += numbers[2 * index + 1] ?? 0;
        return [x, y] as const;
      });
    });

/** The corners of what they hold. */
function boxOf(path: string) {
  const points = outlinesOf(path).flat();
  const [xs, ys] = [points.map(([at]) => at), points.map(([, at]) => at)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
const boxes = new Map(mainland.shapes.map(({ id, path }) => [id, boxOf(path)]));
const box = (id: string) => boxes.get(id) ?? { left: 0, right: 0, top: 0, bottom: 0 };

describe("the map of France", () => {
  it("holds the 96 départements, each within its frame and of a plausible size", () => {
    expect(boxes.size).toBe(96);
    for (const [id, { left, right, top, bottom }] of boxes) {
      expect(Math.min(left, top), id).toBeGreaterThanOrEqual(0);
      expect(right, id).toBeLessThanOrEqual(613);
      expect(bottom, id).toBeLessThanOrEqual(585);
      expect(Math.max(right - left, bottom - top), id).toBeLessThan(110);
    }
  });

  it("puts them where they are", () => {
    expect(Math.min(...[...boxes.values()].map(({ left }) => left))).toBe(box("29").left);
    expect(box("59").top).toBeLessThan(box("75").top);
    expect(box("29").right).toBeLessThan(box("75").left);
    expect(box("67").left).toBeGreaterThan(box("75").right);
    expect(box("2A").top).toBeGreaterThan(box("75").bottom);
  });

  it("lies under the points of a web map: towns stand in their départements", () => {
    const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
    const [[south, west], [north, east]] = mainlandBounds;
    const [, , width = 0, height = 0] = mainland.viewBox.split(" ").map(Number);
    const at = (latitude: number, longitude: number) => ({
      x: ((longitude - west) / (east - west)) * width,
      y: ((mercator(north) - mercator(latitude)) / (mercator(north) - mercator(south))) * height,
    });
    const holds = (path: string, { x, y }: { x: number; y: number }) =>
      outlinesOf(path).some((outline) =>
        outline.reduce((inside, [ax, ay], index) => {
          const [bx, by] = outline[(index + 1) % outline.length] ?? [0, 0];
          return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
        }, false),
      );
    const towns = {
      "29": [48.2, -4.0], // Châteaulin
      "59": [50.36, 3.08], // Douai
      "67": [48.74, 7.36], // Saverne
      "06": [43.66, 6.92], // Grasse
      "66": [42.62, 2.42], // Prades
      "2A": [41.62, 8.97], // Sartène
      "33": [44.55, -0.25], // Langon
      "63": [45.78, 3.09], // Clermont-Ferrand
      "15": [44.93, 2.44], // Aurillac
      "76": [49.44, 1.1], // Rouen
    } as const;
    for (const [id, [latitude, longitude]] of Object.entries(towns))
      expect(
        mainland.shapes.filter(({ path }) => holds(path, at(latitude, longitude))).map((shape) => shape.id),
      ).toEqual([id]);
  });

  it("makes neighbours touch", () => {
    for (const [one, other] of [
      ["29", "22"],
      ["69", "42"],
      ["40", "64"],
      ["63", "15"],
    ] as const) {
      const [a, b] = [box(one), box(other)];
      expect(a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom).toBe(true);
    }
  });

  it("shows Paris and around larger", () => {
    expect(aroundParis.shapes.map(({ id }) => id).sort()).toEqual(["75", "92", "93", "94"]);
  });
});

describe("how many members", () => {
  it("is not told exactly to visitors under five", () => {
    expect([0, 1, 4, 5, 1204].map((count) => memberWords(memberCount(count, true)))).toEqual([
      "personne encore",
      "moins de 5 membres",
      "moins de 5 membres",
      "5 membres",
      "1\u202f204 membres",
    ]);
    expect(JSON.stringify(memberCount(3, true))).not.toContain("3");
    expect(memberWords(memberCount(1, false))).toBe("1 membre");
    expect([0, 1, 4, 5, 49, 50, 499, 500].map((count) => memberCount(count, true).step)).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4,
    ]);
  });

  it("says distances in whole kilometres", () => {
    expect([0.2, 11.6, 99.4].map(distanceWords)).toEqual(["à moins d’1 km", "à 12 km", "à 99 km"]);
  });
});
