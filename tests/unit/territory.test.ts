import { describe, expect, it } from "vitest";
import { countries } from "@/features/territory/country.rules.ts";
import { codeTyped, deriveTerritory, searchName } from "@/features/territory/territory.rules.ts";

describe("a name as it is searched", () => {
  it.each([
    ["Saint-Étienne", "saint etienne"],
    ["St Étienne", "saint etienne"],
    ["Ste-Maxime", "sainte maxime"],
    ["L’Haÿ-les-Roses", "l hay les roses"],
    ["Œuilly", "oeuilly"],
    ["  Paris   11ème ", "paris 11e"],
    ["Paris 1er", "paris 1er"],
    ["100%_\\", "100"],
    ["日本", ""],
  ])("%s → %s", (text, expected) => {
    expect(searchName(text)).toBe(expected);
  });
});

describe("a code being typed", () => {
  it.each([
    ["75011", "75011"],
    ["75 011", "75011"],
    ["63", "63"],
    ["2a004", "2A004"],
    ["6", null],
    ["750111", null],
    ["2 rue", null],
    ["Paris", null],
  ])("%s → %s", (text, expected) => {
    expect(codeTyped(text)).toBe(expected);
  });
});

describe("the party's tree", () => {
  const commune = (code: string, nom: string, population?: number, type = "commune-actuelle") => ({
    code,
    nom,
    type,
    departement: "75",
    ...(population !== undefined && { population }),
  });
  const derive = (communes: ReturnType<typeof commune>[]) =>
    deriveTerritory({
      communes,
      departments: [{ code: "75", nom: "Paris", region: "11" }],
      regions: [{ code: "11", nom: "Île-de-France" }],
    });
  const sectionOf = (communes: ReturnType<typeof commune>[], code: string) =>
    derive(communes).communes.find((row) => row.code === code)?.section_id;

  it("gives a section of its own to a commune above 20,000 people, not at 20,000", () => {
    const two = [commune("1", "Un", 20_000), commune("2", "Deux", 20_001)];
    expect(sectionOf(two, "1")).toBe("75-autres");
    expect(sectionOf(two, "2")).toBe("2");
  });

  it("leaves out what is no longer a commune", () => {
    expect(sectionOf([commune("1", "Un", 10, "commune-deleguee")], "1")).toBeUndefined();
  });

  it("counts an uninhabited place as nobody", () => {
    expect(derive([commune("1", "Un")]).communes[0]?.population).toBe(0);
  });

  it("gives every section a scope made of its federation and itself", () => {
    for (const section of derive([commune("1", "Un", 30_000)]).sections)
      expect(section.scope).toBe(`national/${section.federation_id}/${section.id}`);
  });
});

describe("the countries", () => {
  it("have French names, each once", () => {
    const names = countries().map(({ name }) => name);
    expect(names).toContain("Côte d’Ivoire");
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
  });
});
