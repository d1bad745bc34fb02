import Link from "next/link";
import { frenchNumber } from "@/core/french-dates.ts";
import { measures, measureWords } from "../field-report.rules.ts";
import type { SumsView } from "../field-report.views.ts";

type Row = { key: string; label: string; href: string; sums: SumsView };

/** Figures in rows, each leading to what is behind it; only the measures that somebody counted. */
export function FiguresTable({
  caption,
  head,
  rows,
  total,
}: {
  caption: string;
  head: string;
  rows: readonly Row[];
  total?: SumsView;
}) {
  const columns = (["reports", ...measures] as const).filter((column) => rows.some(({ sums }) => sums[column] > 0));
  const wordsOf = (column: (typeof columns)[number]) =>
    column === "reports" ? "Comptes rendus" : measureWords[column].label;
  return (
    // A table wider than a phone scrolls by itself; its links bring it along by keyboard.
    <div className="overflow-x-auto rounded-card border border-line bg-card">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line align-bottom text-note text-ink-3 *:px-3 *:py-3 *:font-[560] sm:*:px-5">
            <th scope="col">{head}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="min-w-24 text-right">
                {wordsOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, href, sums }) => (
            <tr key={key} className="border-b border-line *:px-3 last:border-0 sm:*:px-5">
              <th scope="row" className="font-[560] whitespace-nowrap">
                <Link
                  href={href}
                  prefetch={false}
                  className="flex min-h-11 items-center underline-offset-2 hover:underline"
                >
                  {label}
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column} className="text-right tabular-nums">
                  {frenchNumber(sums[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && rows.length > 1 && (
          <tfoot>
            <tr className="border-t border-line-strong font-[650] *:px-3 *:py-3 sm:*:px-5">
              <th scope="row">Total</th>
              {columns.map((column) => (
                <td key={column} className="text-right tabular-nums">
                  {frenchNumber(total[column])}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
