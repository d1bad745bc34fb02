import { counted } from "./french-dates.ts";
import { unbroken } from "./french-typography.ts";

/** Who did something, as the subject of a sentence; `many`: its verb is in the plural. */
export type Doers = { who: string; many: boolean };

/**
 * "Inès Bonnet", "Inès Bonnet et une autre personne", "Inès Bonnet et 3 autres personnes"; of somebody whose name the reader
 * does not know: "Un·e membre", "4 personnes".
 */
export function doers(name: string | null | undefined, count = 1): Doers {
  if (count <= 1) return { who: name ?? "Un·e membre", many: false };
  if (!name) return { who: counted(count, "personne"), many: true };
  const others = count === 2 ? "une autre personne" : counted(count - 1, "autre personne", "autres personnes");
  return { who: `${name} et ${others}`, many: true };
}

/** The verb that goes with them: `did(doers, "a", "ont", "commenté ta publication")`. */
export const did = ({ who, many }: Doers, one: string, several: string, what: string): string =>
  `${who} ${many ? several : one} ${what}`;

const QUOTED_MAX = 80;

/** "« Faut-il des bus gratuits ? »", its end left out when it is long. */
export function quoted(words: string, max = QUOTED_MAX): string {
  const line = words.replace(/\s+/g, " ").trim();
  const cut = line.length > max ? `${line.slice(0, max).replace(/\s+\S*$/, "")}…` : line;
  return `«\u00a0${unbroken(cut)}\u00a0»`;
}
