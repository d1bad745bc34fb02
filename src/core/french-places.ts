const DU =
  /^(?:(?:Bas|Haut|Pas|Puy|Val)-|(?:Calvados|Cantal|Cher|Doubs|Finistère|Gard|Gers|Jura|Loiret|Lot|Morbihan|Nord|Rhône|Tarn|Territoire de Belfort|Var)$)/;
const DES = /^(?:Alpes|Ardennes|Bouches|Côtes-d|Deux-|Français|Hautes-|Hauts-|Landes|Pyrénées|Vosges|Yvelines)/;
const DE = /^(?:Paris|Mayotte|Vaucluse|La Réunion|Saint-)|[- ]et[- ]/;
const VOWEL = /^(?:[AEÉIÎOUY]|Hérault)/;

/** A département or territory after "de": "du Puy-de-Dôme", "de l’Ain", "des Landes", "d’Ille-et-Vilaine". */
export function ofPlace(name: string): string {
  if (DE.test(name)) return `${/^[AEÉIO]/.test(name) ? "d’" : "de "}${name}`;
  if (DES.test(name)) return `des ${name}`;
  if (DU.test(name)) return `du ${name}`;
  return VOWEL.test(name) ? `de l’${name}` : `de la ${name}`;
}

/** A person after "de": "d’Inès", "de Bruno", "d’Yves" and "de Yanis". */
export function ofPerson(name: string): string {
  return /^(?:[AEIOUH]|Y[^aeiou])/i.test(name.normalize("NFD")) ? `d’${name}` : `de ${name}`;
}
