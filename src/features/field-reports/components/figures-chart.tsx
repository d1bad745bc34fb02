import Link from "next/link";
import { frenchNumber } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import { classNames } from "@/ui/class-names.ts";
import { SectionHeading } from "@/ui/section-heading.tsx";
import { type Measure, measures, measureWords } from "../field-report.rules.ts";
import type { FiguresView } from "../field-report.views.ts";
import { monthWords, shortMonth } from "./report-words.ts";

type Charted = Measure | "reports";
const wordsOf = (measure: Charted) => (measure === "reports" ? "Comptes rendus" : measureWords[measure].label);

/** One measure over twelve months, as bars that say their number; each leads to its reports. */
export function FiguresChart({ figures }: { figures: FiguresView }) {
  const { months, measure, total } = figures;
  const here = paths.fieldOf(figures.scope);
  const shown: Charted[] = ["reports", ...measures.filter((one) => total[one] > 0)];
  const most = Math.max(1, ...months.map(({ sums }) => sums[measure]));
  return (
    <section aria-labelledby="courbe">
      <SectionHeading id="courbe" title={wordsOf(measure)} note={`${frenchNumber(total[measure])} en douze mois`} />
      {shown.length > 1 && (
        <nav aria-label="Ce que montre le graphique" className="mb-5">
          <ul className="flex flex-wrap gap-2">
            {shown.map((one) => (
              <li key={one}>
                <Link
                  href={`${here}?mesure=${one}`}
                  prefetch={false}
                  scroll={false}
                  aria-current={one === measure ? "true" : undefined}
                  className="inline-flex min-h-11 items-center rounded-full border-[1.5px] border-control px-4 text-note font-[650] no-underline hover:border-ink aria-[current]:border-transparent aria-[current]:bg-ink aria-[current]:text-paper"
                >
                  {wordsOf(one)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ol className="grid gap-1 rounded-card border border-line bg-card px-4 py-4 sm:px-5">
        {months.map(({ month, sums }) => (
          <li key={month} className="relative grid grid-cols-[4.75rem_1fr_auto] items-center gap-3">
            <span aria-hidden="true" className="text-note text-ink-3">
              {shortMonth(month)}
            </span>
            <span className="h-5" aria-hidden="true">
              <span
                className={classNames(
                  "block h-full rounded-r-md rounded-l-xs bg-rose",
                  sums[measure] === 0 && "w-px! bg-line-strong!",
                )}
                style={{ width: `${(100 * sums[measure]) / most}%` }}
              />
            </span>
            <span className="min-w-12 text-right text-note font-[650] tabular-nums">
              <span className="sr-only">{monthWords(month)} : </span>
              {sums.reports > 0 ? (
                <Link
                  href={`${here}?mois=${month}&mesure=${measure}#comptes-rendus`}
                  prefetch={false}
                  className="no-underline after:absolute after:inset-0 hover:underline"
                >
                  {frenchNumber(sums[measure])}
                </Link>
              ) : (
                "0"
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
