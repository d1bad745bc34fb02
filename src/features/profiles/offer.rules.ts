/** À la carte, the words of each choice as the form and a profile say them. The keys are what the database holds. */
export const willingWords = {
  debattre: "Débattre",
  accueillir: "Accueillir les nouvelles et les nouveaux",
  tractage: "Distribuer des tracts",
  boitage: "Mettre dans les boîtes aux lettres",
  "porte-a-porte": "Faire du porte-à-porte",
  collage: "Coller des affiches",
  phoning: "Appeler au téléphone",
  organiser: "Organiser",
  graphisme: "Faire du graphisme",
  "comptes-rendus": "Écrire des comptes rendus",
  photos: "Prendre des photos",
  covoiturage: "Conduire, covoiturer",
} as const;
export const freeWords = {
  "semaine-matin": "En semaine, le matin",
  "semaine-apres-midi": "En semaine, l’après-midi",
  "semaine-soir": "En semaine, le soir",
  samedi: "Le samedi",
  dimanche: "Le dimanche",
  vacances: "Pendant les vacances",
} as const;
export const reachWords = {
  0: "De chez moi, à distance",
  5: "Tout près : 5 km",
  15: "Dans les environs : 15 km",
  40: "Plus loin : 40 km",
  150: "Dans la région : 150 km",
} as const;
export const paceWords = {
  "de-temps-en-temps": "De temps en temps, quand on m’appelle",
  "une-heure-par-mois": "Une heure ou deux par mois",
  "une-demi-journee-par-mois": "Une demi-journée par mois",
  "chaque-semaine": "Un peu chaque semaine",
} as const;

export type Willing = keyof typeof willingWords;
export type Free = keyof typeof freeWords;
export type Reach = keyof typeof reachWords;
export type Pace = keyof typeof paceWords;

/** What a member offers; nulls and empty lists where she said nothing. */
export type Offer = { willing: Willing[]; free: Free[]; reachKm: Reach | null; pace: Pace | null };

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[];
export const willingKinds = keysOf(willingWords);
export const freeMoments = keysOf(freeWords);
export const paces = keysOf(paceWords);
export const reaches = Object.keys(reachWords).map(Number) as Reach[];

/** An offer as the database holds it, in the order of the form; a word that is no longer one is left out. */
export function toOffer(row: {
  willing: readonly string[] | null;
  free: readonly string[] | null;
  reachKm: number | null;
  pace: string | null;
}): Offer {
  return {
    willing: willingKinds.filter((kind) => row.willing?.includes(kind)),
    free: freeMoments.filter((moment) => row.free?.includes(moment)),
    reachKm: reaches.find((km) => km === row.reachKm) ?? null,
    pace: paces.find((pace) => pace === row.pace) ?? null,
  };
}

/** Whether she said at least what she would do. */
export const isFilled = ({ willing }: Offer): boolean => willing.length > 0;

/** What of an offer an act answers, and how she is told so. */
const actReasons: Partial<Record<Willing, string>> = {
  debattre: "tu as dit vouloir débattre",
  accueillir: "tu as dit vouloir accueillir",
  organiser: "tu as dit vouloir organiser",
  tractage: "tu as dit vouloir tracter",
  boitage: "tu as dit vouloir faire du boîtage",
  "porte-a-porte": "tu as dit vouloir faire du porte-à-porte",
  collage: "tu as dit vouloir coller",
  phoning: "tu as dit vouloir téléphoner",
};

/** The reason that an offer gives to an act of this kind, or null when she did not tick it. Running a debate is organising. */
export function offerReason(offer: Offer, kind: string): string | null {
  const ticked = offer.willing.find((willing) => willing === (kind === "animer" ? "organiser" : kind));
  return ticked ? (actReasons[ticked] ?? null) : null;
}
