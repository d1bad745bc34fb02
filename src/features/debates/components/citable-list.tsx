import { frenchNumber } from "@/core/french-dates.ts";
import { Badge, type BadgeTone } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { RichText } from "@/ui/rich-text.tsx";
import type { ContributionView } from "../contribution.views.ts";
import type { Side } from "../debate.rules.ts";

const looks: Record<Side, { words: string; tone: BadgeTone }> = {
  pour: { words: "Pour", tone: "pour" },
  contre: { words: "Contre", tone: "contre" },
  neutre: { words: "Neutre", tone: "neutral" },
};

/** The contributions on which most agree, with the numbers by which a synthesis cites them. */
export function CitableList({
  citable,
  onCite,
}: {
  citable: readonly ContributionView[];
  onCite?: (seq: number) => void;
}) {
  if (citable.length === 0) return null;
  return (
    <section aria-labelledby="a-citer" className="grid gap-3">
      <div>
        <h3 id="a-citer" className="text-lg">
          Ce qui rassemble le plus
        </h3>
        <p className="text-note text-ink-3">
          {onCite
            ? "« Citer » met le numéro là où est ton curseur."
            : "Écris leur numéro dans la synthèse pour les citer."}
        </p>
      </div>
      <ul className="grid gap-2.5">
        {citable.map(({ seq, side, body, rich, author, tally }) => (
          <li key={seq} className="grid gap-2 rounded-card border border-line bg-sunken px-4 py-3.5">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-note text-ink-2">
              <Badge tone={looks[side].tone}>{looks[side].words}</Badge>
              <b className="text-ink tabular-nums">#{seq}</b>
              <span className="min-w-0 truncate">{author.label}</span>
            </p>
            <RichText source={body} rich={rich ?? null} className="line-clamp-4 text-[0.96875rem]" />
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p className="text-note text-ink-3 tabular-nums">
                {frenchNumber(tally.agree)} d’accord · {frenchNumber(tally.disagree)} pas d’accord
              </p>
              {onCite && (
                <Button
                  size="compact"
                  variant="secondary"
                  onClick={() => onCite(seq)}
                  aria-label={`Citer la contribution n° ${seq}`}
                >
                  Citer
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
