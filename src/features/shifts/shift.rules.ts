import { counted, frenchNumber } from "@/core/french-dates.ts";

/** How long an offered place is held for who waits; nearer to the beginning than this, nobody is asked: she has it. */
export const OFFER_MS = 24 * 3_600_000;

/** What a shift is to be. With an id, the one that there is. */
export type ShiftPlan = {
  id?: string;
  label: string;
  startsAt: Date;
  endsAt: Date;
  needed: number;
  maximum: number | null;
};

/** "il manque 2 personnes"; null when nobody is. */
export function missingWords(missing: number): string | null {
  return missing > 0 ? `il manque ${counted(missing, "personne")}` : null;
}

/** How many it still holds; null: as many as come. */
export const freePlaces = ({ maximum, taken }: { maximum: number | null; taken: number }): number | null =>
  maximum === null ? null : Math.max(0, maximum - taken);

/** How many come, for screens: the words carry it, the colour only helps. */
export type PlacesWords = {
  /** "4 sur 6", "7 personnes". */
  count: string;
  /** "il manque 2 personnes"; null when nobody is. */
  missing: string | null;
  full: boolean;
  /** "3 en attente"; null when nobody waits. */
  waiting: string | null;
};

/** "4 sur 6 · il manque 2 personnes", "6 sur 6 · complet · 3 en attente", in parts. */
export function placesWords(shift: {
  taken: number;
  needed: number;
  maximum: number | null;
  missing: number;
  waiting: number;
}): PlacesWords {
  const { taken, needed, maximum, missing, waiting } = shift;
  const of = maximum ?? (missing > 0 ? needed : 0);
  return {
    count: of > 0 ? `${frenchNumber(taken)} sur ${frenchNumber(of)}` : counted(taken, "personne"),
    missing: missingWords(missing),
    full: freePlaces(shift) === 0,
    waiting: waiting > 0 ? `${frenchNumber(waiting)} en attente` : null,
  };
}
