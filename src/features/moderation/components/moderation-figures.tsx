import { frenchNumber } from "@/core/french-dates.ts";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { FiguresView } from "../moderation.views.ts";

function delay(hours: number | null): string {
  if (hours === null) return "–";
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} jours`;
}

/** The counters that the law asks for, of the last twelve months. */
export function ModerationFigures({ figures }: { figures: FiguresView }) {
  const facts = [
    ["Signalements", frenchNumber(figures.reports)],
    ["dont de visiteurs", frenchNumber(figures.notices)],
    ["Délai médian", delay(figures.medianHours)],
    ["Masqués", frenchNumber(figures.hidden)],
    ["Laissés en ligne", frenchNumber(figures.left)],
    ["Remis en ligne après réponse", `${frenchNumber(figures.reversed)} sur ${frenchNumber(figures.appeals)}`],
  ] as const;
  return (
    <section aria-labelledby="chiffres">
      <SectionHeading id="chiffres" title="En douze mois" />
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-3">
        {facts.map(([term, value]) => (
          <div key={term} className="flex flex-col-reverse justify-end gap-0.5 bg-card px-4 py-3.5">
            <dt className="text-note text-ink-3">{term}</dt>
            <dd className="font-display text-2xl font-[720] tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
