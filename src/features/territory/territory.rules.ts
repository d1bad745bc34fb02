import { slugify } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { type LocatedCommune, locateCommunes, type SourcePlace } from "./coordinates.rules.ts";
import { countries } from "./country.rules.ts";

/** The federation of those who live abroad. */
export const ABROAD = "FE";
/** A commune with more inhabitants than this has a section of its own. */
const OWN_SECTION_ABOVE = 20_000;
/** Paris, Lyon and Marseille: one lives in one of their arrondissements. */
const WHOLES = new Set(["75056", "69123", "13055"]);

const NOWHERE = { latitude: null, longitude: null, approximate: false };

const LIGATURES: Record<string, string> = { œ: "oe", æ: "ae" };
const SHORT_WORDS: Record<string, string> = { st: "saint", ste: "sainte", sts: "saints", stes: "saintes" };

/**
 * A name as it is searched: no accents, lower case, words apart, "St" as "saint", "11ème" as "11e".
 * Contains only a-z, 0-9 and single spaces, so nothing in it means anything to LIKE.
 */
export function searchName(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæ]/g, (letter) => LIGATURES[letter] ?? letter);
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return words.map((word) => SHORT_WORDS[word] ?? word.replace(/^(\d+)(?:eme|ieme)$/, "$1e")).join(" ");
}

/** The beginning of a postal code, or a commune's INSEE code ("2A004"): null when the text is a name. */
export function codeTyped(text: string): string | null {
  const compact = text.replace(/\s/g, "").toUpperCase();
  return /^(?:\d{2,5}|2[AB]\d{1,3})$/.test(compact) ? compact : null;
}

/** A row of communes.json in @etalab/decoupage-administratif. */
export type SourceCommune = LocatedCommune & {
  codesPostaux?: string[];
  population?: number;
};
export type SourceDepartment = { code: string; nom: string; region: string };
export type SourceRegion = { code: string; nom: string };

export type FederationRow = { id: string; name: string; slug: string; region: string | null };
export type SectionRow = { id: string; federation_id: string; name: string; slug: string; scope: string } & Place;
/** Degrees (WGS 84); null where nothing is known. */
type Place = { latitude: number | null; longitude: number | null };
export type CommuneRow = {
  code: string;
  kind: "commune" | "arrondissement" | "country";
  name: string;
  search_name: string;
  postal_codes: string[];
  federation_id: string;
  population: number;
  section_id: string | null;
  /** Near it rather than at it. */
  approximate: boolean;
} & Place;
export type TerritoryRows = { federations: FederationRow[]; sections: SectionRow[]; communes: CommuneRow[] };

const typographic = (name: string) => name.replaceAll("'", "’");

function sectionRow(id: string, federation: string, name: string): SectionRow {
  const scope = `${NATIONAL}/${federation}/${id}`;
  return { id, federation_id: federation, name, slug: slugify(name), scope, latitude: null, longitude: null };
}

/**
 * The party's tree drawn from the official list: a federation per département and overseas territory, a section per
 * commune over 20,000 people and per arrondissement, one for the other communes of a département, one per country abroad.
 * A section is where its most inhabited commune is.
 */
export function deriveTerritory(source: {
  communes: readonly SourceCommune[];
  departments: readonly SourceDepartment[];
  regions: readonly SourceRegion[];
  places?: readonly SourcePlace[];
}): TerritoryRows {
  const coordinates = locateCommunes(source.communes, source.places ?? []);
  const regions = new Map(source.regions.map(({ code, nom }) => [code, typographic(nom)]));
  const federations: FederationRow[] = source.departments.map(({ code, nom, region }) => ({
    id: code,
    name: typographic(nom),
    slug: slugify(nom),
    region: regions.get(region) ?? null,
  }));
  federations.push({ id: ABROAD, name: "Français de l’étranger", slug: "francais-de-l-etranger", region: null });

  const sections = new Map<string, SectionRow>();
  const add = (section: SectionRow) => {
    if (!sections.has(section.id)) sections.set(section.id, section);
    return section.id;
  };
  const communes = source.communes
    .filter(({ type }) => type === "commune-actuelle" || type === "arrondissement-municipal")
    .map((commune) => ({ ...communeRow(commune), ...coordinates.get(commune.code) }))
    .map((commune) => ({ ...commune, section_id: ownSection(commune) }));

  function ownSection(commune: CommuneRow): string | null {
    if (WHOLES.has(commune.code)) return null;
    if (commune.kind === "commune" && commune.population <= OWN_SECTION_ABOVE) return null;
    const name = commune.name.replace(/ arrondissement$/, "");
    return add(sectionRow(commune.code, commune.federation_id, name));
  }

  const withOwn = new Set(Array.from(sections.values(), ({ federation_id }) => federation_id));
  const nameOf = new Map(federations.map(({ id, name }) => [id, name]));
  for (const commune of communes) {
    if (commune.section_id || WHOLES.has(commune.code)) continue;
    const federation = commune.federation_id;
    const rest = withOwn.has(federation) ? "autres communes" : "toutes les communes";
    commune.section_id = add(sectionRow(`${federation}-autres`, federation, `${nameOf.get(federation)}, ${rest}`));
  }

  placeSections(sections, communes);

  const abroad = countries().map(({ code, name }): CommuneRow => {
    const id = `${ABROAD}-${code}`;
    return {
      code: id,
      kind: "country",
      name,
      search_name: searchName(name),
      federation_id: ABROAD,
      population: 0,
      section_id: add(sectionRow(id, ABROAD, name)),
      postal_codes: [],
      ...NOWHERE,
    };
  });
  return { federations, sections: [...sections.values()], communes: [...communes, ...abroad] };
}

function communeRow(source: SourceCommune): CommuneRow {
  if (!source.departement) throw new Error(`commune ${source.code} has no département`);
  const place = typographic(source.nom).replace(/ Arrondissement$/, "");
  const name = place.length < source.nom.length ? `${place} arrondissement` : place;
  return {
    code: source.code,
    kind: source.type === "arrondissement-municipal" ? "arrondissement" : "commune",
    name,
    search_name: searchName(place),
    postal_codes: source.codesPostaux ?? [],
    federation_id: source.departement,
    population: source.population ?? 0,
    section_id: null,
    ...NOWHERE,
  };
}

/** Puts each section where its most inhabited commune is, of those whose place is known. */
function placeSections(sections: ReadonlyMap<string, SectionRow>, communes: readonly CommuneRow[]): void {
  const placed = communes.filter(({ latitude }) => latitude !== null).sort((a, b) => b.population - a.population);
  for (const { section_id, latitude, longitude } of placed) {
    const section = sections.get(section_id ?? "");
    if (section && section.latitude === null) Object.assign(section, { latitude, longitude });
  }
}
