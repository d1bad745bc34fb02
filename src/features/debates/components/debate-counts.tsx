import { counted, frenchNumber } from "@/core/french-dates.ts";
import type { Counts } from "../contribution.views.ts";

/** How many contributions of each side, and how many votes: a bar and its words. */
export function DebateCounts({ counts }: { counts: Counts }) {
  const { pour, contre, neutre, votes } = counts;
  if (pour + contre + neutre === 0)
    return <p className="border-t border-line pt-3 text-note text-ink-3">Pas encore de contribution</p>;
  return (
    <>
      <div aria-hidden="true" className="flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        {pour > 0 && <i className="bg-pour transition-[flex-grow] duration-500" style={{ flex: pour }} />}
        {contre > 0 && <i className="bg-contre transition-[flex-grow] duration-500" style={{ flex: contre }} />}
        {neutre > 0 && <i className="bg-line-strong transition-[flex-grow] duration-500" style={{ flex: neutre }} />}
      </div>
      <p className="mt-2.5 flex flex-wrap gap-x-4 gap-y-0.5 text-note font-semibold tabular-nums">
        <span className="text-pour">{frenchNumber(pour)} pour</span>
        <span className="text-contre">{frenchNumber(contre)} contre</span>
        {neutre > 0 && <span className="text-ink-2">{counted(neutre, "neutre")}</span>}
        {votes > 0 && <span className="ml-auto font-normal text-ink-3">{counted(votes, "vote")}</span>}
      </p>
    </>
  );
}
