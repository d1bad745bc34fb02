import { counted } from "@/core/french-dates.ts";
import { type Theme, themeWords } from "./group.rules.ts";

/** The beginnings of words, folded, that say that somebody is interested in a theme. */
export const themeStems: Record<Theme, readonly string[]> = {
  ecologie: ["ecolog", "climat", "environnement", "biodiversit", "energie"],
  logement: ["logement", "habitat", "hlm", "loyer"],
  sante: ["sante", "hopita", "soin", "medec"],
  ecole: ["ecole", "educat", "jeunesse", "enseign", "universit"],
  travail: ["travail", "salaire", "emploi", "syndica", "retraite"],
  "services-publics": ["service public", "services publics", "fonction publique"],
  transports: ["transport", "mobilit", "velo", "train"],
  egalite: ["egalit", "femini", "femmes"],
  solidarites: ["solidarit", "pauvret", "precarit"],
  culture: ["culture", "cinema", "theatre", "musique", "lecture"],
  agriculture: ["agricult", "alimentation", "paysan"],
  europe: ["europe", "internation"],
  numerique: ["numeri", "informati", "logiciel"],
  democratie: ["democrati", "institutions", "citoyen"],
  campagne: ["campagne", "terrain", "tract", "porte a porte"],
  formation: ["formation"],
};

/** Why a group is proposed, by kind: how many of her coopains, where, about what. */
export type Found = { coopains?: number; section?: true; federation?: true; theme?: string };

/** The reasons as they are said, the nearest first. */
export function suggestionReasons({ coopains, section, federation, theme }: Found): string[] {
  return [
    ...(coopains ? [`${counted(coopains, "coopain")} en ${coopains > 1 ? "font" : "fait"} partie`] : []),
    ...(section ? ["dans ta section"] : []),
    ...(federation ? ["dans ta fédération"] : []),
    ...(theme && theme in themeWords ? [`${themeWords[theme as Theme].toLocaleLowerCase("fr")}, ça t’intéresse`] : []),
  ];
}
