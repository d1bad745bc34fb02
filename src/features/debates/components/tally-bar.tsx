import type { Tally } from "../contribution.views.ts";

/** The share of each answer as a thin bar; the numbers beside it say the same in words. */
export function TallyBar({ tally }: { tally: Tally }) {
  const { agree, disagree, pass } = tally;
  return (
    <div aria-hidden="true" className="mt-3.5 flex h-1.5 gap-0.5 overflow-hidden rounded-full bg-line">
      {agree > 0 && <i className="bg-pour transition-[flex-grow] duration-500" style={{ flex: agree }} />}
      {disagree > 0 && <i className="bg-contre transition-[flex-grow] duration-500" style={{ flex: disagree }} />}
      {pass > 0 && <i className="bg-line-strong transition-[flex-grow] duration-500" style={{ flex: pass }} />}
    </div>
  );
}
