import { PARIS, zonedField, zonedMoment } from "./zoned-time.ts";

/** A moment as a form's date field shows it in Paris: "2026-11-28T18:30". */
export const parisField = (date: Date): string => zonedField(date, PARIS);

/** The moment of a form's date field read in Paris, or null when it is not one. */
export const parisMoment = (field: string): Date | null => zonedMoment(field, PARIS);
