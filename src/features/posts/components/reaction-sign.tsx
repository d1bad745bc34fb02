import type { ReactNode } from "react";
import type { ReactionKind } from "../post.rules.ts";

/** Drawn, and not a character: not every machine has those. */
const drawings: Record<ReactionKind, ReactNode> = {
  // Two rings that hold each other.
  solidaire: (
    <>
      <circle cx="9" cy="12" r="5.5" />
      <circle cx="15" cy="12" r="5.5" />
    </>
  ),
  // A rose.
  merci: (
    <path d="M12 13.5c-3.6 0-5.5-2.3-5.5-5.2 1.6 0 2.7.5 3.4 1.3C9.7 7 10.6 5 12 3.5c1.4 1.5 2.3 3.5 2.1 6.1.7-.8 1.8-1.3 3.4-1.3 0 2.9-1.9 5.2-5.5 5.2zM12 13.5V21M12 18.5c1.5-2 3-2.5 4.5-2.5" />
  ),
  // A star.
  bravo: <path d="M12 3.5l2.6 5.6 6.1.7-4.5 4.2 1.2 6-5.4-3-5.4 3 1.2-6-4.5-4.2 6.1-.7z" />,
  // A hand that goes up.
  partant: (
    <path d="M8.5 12V6.5a1.5 1.5 0 0 1 3 0V11m0-.5v-5a1.5 1.5 0 0 1 3 0V11m0-.5v-3a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-2.5 0-4-1-5.2-3.2L4.5 14.5a1.5 1.5 0 0 1 2.5-1.6L8.5 15" />
  ),
  // A glass that looks closer.
  question: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L21 21" />
    </>
  ),
};

/** The sign of a reaction, beside its word or its count. */
export function ReactionSign({ kind, size = 18 }: { kind: ReactionKind; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      {drawings[kind]}
    </svg>
  );
}
