import { describe, expect, it } from "vitest";
import { findCommune, listCountries, loadTerritory, searchCommunes } from "@/features/territory/index.ts";
import { db } from "@/platform/db/client.ts";

const labels = async (text: string, limit = 5) => (await searchCommunes({ text, limit })).map(({ label }) => label);

describe("the territory", () => {
  it("holds every commune of France and the arrondissements of Paris, Lyon and Marseille", async () => {
    expect(await db.commune.count({ where: { kind: "commune" } })).toBe(34_969);
    expect(await db.commune.count({ where: { kind: "arrondissement" } })).toBe(45);
  });

  it("gives every commune one section, except Paris, Lyon and Marseille as a whole", async () => {
    const without = await db.commune.findMany({ where: { sectionId: null }, orderBy: { code: "asc" } });
    expect(without.map(({ name }) => name)).toEqual(["Marseille", "Lyon", "Paris"]);
  });

  it("has a federation per département and overseas territory, and one for those who live abroad", async () => {
    expect(await db.federation.count()).toBe(110);
    const names = ["63", "2A", "974", "988", "FE"].map((id) => db.federation.findUniqueOrThrow({ where: { id } }));
    expect((await Promise.all(names)).map(({ name }) => name)).toEqual([
      "Puy-de-Dôme",
      "Corse-du-Sud",
      "La Réunion",
      "Nouvelle-Calédonie",
      "Français de l’étranger",
    ]);
    expect(await db.federation.count({ where: { sections: { none: {} } } })).toBe(0);
  });

  it("gives a commune over 20,000 people its own section, and shares one among the others", async () => {
    expect((await findCommune("63113"))?.section.scope).toBe("national/63/63113");
    expect((await findCommune("63003"))?.section).toEqual({
      id: "63-autres",
      name: "Puy-de-Dôme, autres communes",
      scope: "national/63/63-autres",
    });
    expect((await findCommune("23096"))?.section.name).toBe("Creuse, toutes les communes");
    expect((await findCommune("75111"))?.section.name).toBe("Paris 11e");
    expect(await findCommune("75056")).toBeNull();
    expect(await findCommune("99999")).toBeNull();
  });

  it("lists the countries in French, each with its section", async () => {
    const countries = await listCountries();
    expect(countries.length).toBeGreaterThan(200);
    expect(countries.map(({ name }) => name)).toEqual(expect.arrayContaining(["Allemagne", "Belgique", "Sénégal"]));
    expect(countries.map(({ code }) => code)).not.toContain("FE-FR");
    expect((await findCommune("FE-DE"))?.section.scope).toBe("national/FE/FE-DE");
  });

  it("is loaded again without changing anything", async () => {
    const before = await db.commune.count();
    expect(await loadTerritory()).toBeNull();
    await db.seeded.delete({ where: { name: "territory" } });
    const start = performance.now();
    expect(await loadTerritory()).toMatchObject({ federations: 110 });
    console.log(`territory loaded again in ${Math.round(performance.now() - start)} ms`);
    expect(await db.commune.count()).toBe(before);
  });
});

describe("finding one's commune", () => {
  it.each([
    ["clermont ferrand", "Clermont-Ferrand (63)"],
    ["CLERMONT-FERRAND", "Clermont-Ferrand (63)"],
    ["saint etienne", "Saint-Étienne (42)"],
    ["st etienne", "Saint-Étienne (42)"],
    ["clermon ferand", "Clermont-Ferrand (63)"],
    ["montreui", "Montreuil (93)"],
    ["l'hay les roses", "L’Haÿ-les-Roses (94)"],
    ["paris 11ème arr", "Paris 11e arrondissement (75)"],
    ["75011", "Paris 11e arrondissement (75)"],
    ["75 011", "Paris 11e arrondissement (75)"],
    ["2A004", "Ajaccio (2A)"],
    ["2a004", "Ajaccio (2A)"],
    ["allemagne", "Allemagne"],
    ["etats unis", "États-Unis"],
  ])("understands « %s »", async (text, label) => {
    expect((await labels(text))[0]).toBe(label);
  });

  it("puts the exact name first, then the most inhabited", async () => {
    expect(await labels("montreuil", 2)).toEqual(["Montreuil (93)", "Montreuil (85)"]);
    expect(await labels("saint-denis", 2)).toEqual(["Saint-Denis (974)", "Saint-Denis (93)"]);
  });

  it("offers the arrondissements, never Paris, Lyon or Marseille as a whole", async () => {
    expect(await labels("lyon", 2)).toEqual(["Lyon 1er arrondissement (69)", "Lyon 2e arrondissement (69)"]);
    expect(await labels("paris", 20)).not.toContain("Paris (75)");
  });

  it("finds by the beginning of a postal code, and shows the code that was typed", async () => {
    const [first] = await searchCommunes({ text: "631" });
    expect(first).toMatchObject({ label: "Clermont-Ferrand (63)", postalCode: "63100" });
    const shared = await searchCommunes({ text: "63800" });
    expect(shared.length).toBeGreaterThan(1);
    expect(shared.map(({ name }) => name)).toContain("Cournon-d’Auvergne");
  });

  it.each(["", " ", "a", "%", "\u202e\u200b", "x".repeat(10_000)])(
    "answers nothing, and no fault, to %j",
    async (text) => {
      expect(await searchCommunes({ text })).toEqual([]);
    },
  );

  it("takes SQL for a name", async () => {
    await searchCommunes({ text: "'; drop table commune; --" });
    expect(await labels("clermont-ferrand")).toEqual(["Clermont-Ferrand (63)"]);
  });

  it("never answers more than 20", async () => {
    expect(await searchCommunes({ text: "saint", limit: 1_000 })).toHaveLength(20);
    expect(await searchCommunes({ text: "saint", limit: Number.NaN })).toHaveLength(20);
  });

  it("takes a few milliseconds", async () => {
    for (const text of ["saint", "clermon ferand", "63", "75011"]) {
      const start = performance.now();
      await searchCommunes({ text });
      console.log(`search « ${text} »: ${(performance.now() - start).toFixed(1)} ms`);
    }
  });
});
