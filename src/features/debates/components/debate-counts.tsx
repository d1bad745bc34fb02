import { counted, frenchNumber } from "@/core/french-dates.ts";
import type { Counts } from "../debate.views.ts";

/** How many contributions for and against, and how many votes: a bar and its words. */
export function DebateCounts({ counts }: { counts: Counts }) {
  const { pour, contre, votes } = counts;
  if (pour + contre === 0)
    return <p className="border-t border-line pt-3 text-note text-ink-3">Pas encore de contribution</p>;
  return (
    <>
      <div aria-hidden="true" className="flex h-1.5 gap-0.5 overflow-hidden rounded-full">
        {pour > 0 && <i className="bg-pour transition-[flex-grow] duration-500" style={{ flex: pour }} />}
        {contre > 0 && <i className="bg-contre transition-[flex-grow] duration-500" style={{ flex: contre }} />}
      </div>
      <p className="mt-2.5 flex gap-x-4 text-note font-semibold tabular-nums">
        <span className="text-pour">{frenchNumber(pour)} pour</span>
        <span className="text-contre">{frenchNumber(contre)} contre</span>
        <span className="ml-auto font-normal text-ink-3">{counted(votes, "vote")}</span>
      </p>
    </>
  );
}
