import { Card } from "@/ui/card.tsx";
import type { SectionView } from "../section.views.ts";

const SHOWN = 12;

/** The communes of a section: a few are written out, many wait folded, by their initial. */
export function Communes({ communes }: { communes: SectionView["communes"] }) {
  const names = communes.flatMap((group) => group.names);
  if (names.length <= SHOWN) return <p className="max-w-[68ch]">{names.join(", ")}</p>;
  return (
    <Card as="div" padding="none">
      <details>
        <summary className="min-h-11 cursor-pointer px-4 py-3.5 font-[650] hover:bg-sunken sm:px-5">
          Voir les {names.length} communes
        </summary>
        <dl className="grid gap-x-4 gap-y-2.5 border-t border-line px-4 py-4 sm:grid-cols-[1.5rem_1fr] sm:px-5">
          {communes.map((group) => (
            <div key={group.initial} className="contents">
              <dt className="font-display font-bold text-rose">{group.initial}</dt>
              <dd className="text-note leading-relaxed text-ink-2">{group.names.join(", ")}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
