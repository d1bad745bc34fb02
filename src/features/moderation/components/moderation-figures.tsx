import { frenchNumber } from "@/core/french-dates.ts";
import { SectionHeading } from "@/ui/section-heading.tsx";
import type { FiguresView } from "../moderation.views.ts";

function delay(hours: number | null): string {
  if (hours === null) return "–";
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} jours`;
}

const outOf = (some: number, all: number) => (all === 0 ? "–" : `${frenchNumber(some)} sur ${frenchNumber(all)}`);

/** The counters that the law asks for, of the last twelve months. */
export function ModerationFigures({ figures }: { figures: FiguresView }) {
  const facts = [
    [figures.reports < 2 ? "Signalement" : "Signalements", frenchNumber(figures.reports)],
    ["Dont par des visiteurs", frenchNumber(figures.notices)],
    ["Délai médian", delay(figures.medianHours)],
    [figures.hidden < 2 ? "Masqué" : "Masqués", frenchNumber(figures.hidden)],
    [figures.left < 2 ? "Laissé en ligne" : "Laissés en ligne", frenchNumber(figures.left)],
    ["Remis en ligne après réponse", outOf(figures.reversed, figures.appeals)],
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
