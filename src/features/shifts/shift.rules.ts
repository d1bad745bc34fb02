import { counted } from "@/core/french-dates.ts";

/** How long an offered place is held for who waits; nearer to the beginning than this, nobody is asked: she has it. */
export const OFFER_MS = 24 * 3_600_000;

/** Alone, or with somebody. */
export const LARGEST_SIZE = 2;

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
