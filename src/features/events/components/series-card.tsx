import { Card } from "@/ui/card.tsx";
import type { SeriesView } from "../series.queries.ts";
import { SeriesDates, seriesWords } from "./series-panel.tsx";

/** On an event's page: that it comes back, and the next dates. */
export function SeriesCard({ series }: { series: SeriesView | null }) {
  if (!series || series.next.length < 2) return null;
  const words = seriesWords(series);
  return (
    <Card as="section" aria-labelledby="dates" className="grid gap-2">
      <h2 id="dates" className="text-lg font-[700]">
        {(words[0]?.toLocaleUpperCase("fr") ?? "") + words.slice(1)}
      </h2>
      <SeriesDates next={series.next.slice(0, 5)} />
    </Card>
  );
}
