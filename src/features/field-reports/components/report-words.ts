import { frenchNumber } from "@/core/french-dates.ts";
import { type Figures, measures, measureWords } from "../field-report.rules.ts";

/** "420 tracts", "1 affiche": what a report counted, and nothing that it did not. */
export function figureWords(figures: Figures): string[] {
  return measures
    .filter((measure) => figures[measure] > 0)
    .map((measure) => {
      const { one, many } = measureWords[measure];
      return `${frenchNumber(figures[measure])} ${figures[measure] < 2 ? one : many}`;
    });
}

const monthNames = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });
const shortMonths = new Intl.DateTimeFormat("fr-FR", { month: "short", year: "2-digit", timeZone: "UTC" });
const dateOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

/** "novembre 2026" for "2026-11". */
export const monthWords = (month: string): string => monthNames.format(dateOf(month));
/** "nov. 26". */
export const shortMonth = (month: string): string => shortMonths.format(dateOf(month));
