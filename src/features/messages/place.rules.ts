import { ofPlace } from "@/core/french-places.ts";
import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";

/** How deep a place is. */
export type PlaceLevel = "section" | "federation" | "national";
const levels: readonly PlaceLevel[] = ["national", "federation", "section"];

/** The level of a place by the length of its path. */
export const placeLevel = (scope: Scope): PlaceLevel => levels[scope.split("/").length - 1] ?? "section";

/** The names of a place: none of both is the country. */
export type PlaceNames = {
  section: string | null;
  section_slug: string | null;
  federation: string | null;
  federation_slug: string | null;
};

/** A place's name with its kind: "Section Issoire", "Fédération du Puy-de-Dôme", "L’équipe nationale". */
export function placeName({ section, federation }: Pick<PlaceNames, "section" | "federation">): string {
  if (section) return `Section ${section}`;
  return federation ? `Fédération ${ofPlace(federation)}` : "L’équipe nationale";
}

/** The same within a sentence: "la section Issoire", "la fédération du Puy-de-Dôme", "l’équipe nationale". */
export function thePlace({ section, federation }: Pick<PlaceNames, "section" | "federation">): string {
  if (section) return `la section ${section}`;
  return federation ? `la fédération ${ofPlace(federation)}` : `l’équipe nationale de ${organisation.name}`;
}

/** A place's page. */
export function placeHref({ section_slug, federation_slug }: PlaceNames): string {
  if (!federation_slug) return paths.sections;
  const federation = { slug: federation_slug };
  return section_slug ? paths.section({ slug: section_slug, federation }) : paths.federation(federation);
}

const NAMED = "Ton nom est donné, vos adresses restent cachées.";

/** Who reads what is written to a place: said before anything is sent. `nearest`: the first level with somebody in charge. */
export function readersOfPlace(level: PlaceLevel, nearest: PlaceLevel | null): string {
  if (nearest === null)
    return `Personne n’est encore en charge : ton message attend la première personne qui le sera. ${NAMED}`;
  if (level === "national") return `L’équipe nationale te lit et te répond ici. ${NAMED}`;
  if (nearest === level)
    return level === "section"
      ? `Les responsables de la section te lisent et te répondent ici. La fédération et l’équipe nationale peuvent lire aussi. ${NAMED}`
      : `Les responsables de la fédération te lisent et te répondent ici. L’équipe nationale peut lire aussi. ${NAMED}`;
  if (nearest === "federation")
    return `Personne n’est encore en charge de cette section : la fédération te répond, et l’équipe nationale peut lire. ${NAMED}`;
  return level === "section"
    ? `Personne n’est encore en charge ici ni à la fédération : l’équipe nationale te répond. ${NAMED}`
    : `Personne n’est encore en charge de cette fédération : l’équipe nationale te répond. ${NAMED}`;
}
