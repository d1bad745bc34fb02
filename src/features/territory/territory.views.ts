/** A commune, an arrondissement or a country, as a screen shows it. */
export type CommuneView = {
  code: string;
  name: string;
  /** "Clermont-Ferrand (63)", "Allemagne". */
  label: string;
  federation: { id: string; name: string };
  /** The one that was searched for, or the first; null abroad and for uninhabited places. */
  postalCode: string | null;
};

/** A commune with the section of those who live there. */
export type HomeView = CommuneView & { section: { id: string; name: string; scope: string } };

export type CommuneFound = {
  code: string;
  kind: "commune" | "arrondissement" | "country";
  name: string;
  federationId: string;
  federationName: string;
  postalCodes: string[];
};

/** The shape that reaches a component; `typed` chooses among several postal codes. */
export function toCommuneView(row: CommuneFound, typed?: string | null): CommuneView {
  return {
    code: row.code,
    name: row.name,
    label: row.kind === "country" ? row.name : `${row.name} (${row.federationId})`,
    federation: { id: row.federationId, name: row.federationName },
    postalCode: row.postalCodes.find((code) => typed && code.startsWith(typed)) ?? row.postalCodes[0] ?? null,
  };
}
