import type { ActView } from "@/core/member-act.ts";

export type { ActView };

/** Acts on the home page. */
const SHOWN = 3;

/**
 * Chooses what to propose: kinds that she ticked come first and say so, then the others in the order of the features;
 * one of each kind before a second of any.
 */
export function chooseActs(acts: readonly ActView[], ticked: (kind: ActView["kind"]) => string | null): ActView[] {
  const kinds = [...new Set(acts.map(({ kind }) => kind))].map((kind) => ({ kind, because: ticked(kind) }));
  const ordered = [...kinds.filter(({ because }) => because), ...kinds.filter(({ because }) => !because)];
  const piles = ordered.map(({ kind, because }) =>
    acts
      .filter((act) => act.kind === kind)
      .map((act) => (because ? { ...act, reason: `${because} · ${act.reason}` } : act)),
  );
  const rounds = Array.from({ length: SHOWN }, (_, round) => piles.flatMap((pile) => pile[round] ?? []));
  return rounds.flat().slice(0, SHOWN);
}
