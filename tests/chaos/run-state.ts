import type { PublicError } from "@/core/app-error.ts";
import type { Cast, Page, Sent } from "./history.ts";

export const MUTANTS = ["no-catch-up", "join-without-pull", "acknowledge-before-commit", "emit-before-commit"] as const;
/** A planted bug: of the client (it does not pull) or of the server (see hasty-server.ts). */
export type Mutant = (typeof MUTANTS)[number];

type Waiting = { after: number; resolve: (at: number) => void };

/** What the clients of a run share: the debate, who is who, and the record of what they did. */
export type RunState = {
  origin: string;
  url: string;
  debateId: string;
  memberIds: ReadonlySet<string>;
  mutant: Mutant | undefined;
  sent: Sent[];
  casts: Cast[];
  /** Pages that were closed or reloaded. */
  closedPages: Page[];
  /** Answers other than a value: how often, by what was asked and the reason. */
  refusals: Map<string, number>;
  refused: (asked: string, error: PublicError) => void;
  /** True once nobody sends again what was not acknowledged. */
  over: boolean;
  /** Told of each acknowledgement, with the moment when its answered request left. */
  acknowledged: (askedAt: number) => void;
  /** The moment of the first acknowledgement of a request that left after this one. */
  firstAcknowledged: (after: number) => Promise<number>;
};

/** The state of a run that has not begun. */
export function createRunState(
  world: Pick<RunState, "origin" | "url" | "debateId" | "memberIds" | "mutant">,
): RunState {
  let waiting: Waiting[] = [];
  const refusals = new Map<string, number>();
  return {
    ...world,
    sent: [],
    casts: [],
    closedPages: [],
    refusals,
    refused(asked, { code, reason }) {
      const word = `${asked} ${code}:${reason}`;
      refusals.set(word, (refusals.get(word) ?? 0) + 1);
    },
    over: false,
    acknowledged(askedAt) {
      const now = performance.now();
      for (const { after, resolve } of waiting) if (askedAt > after) resolve(now);
      waiting = waiting.filter(({ after }) => askedAt <= after);
    },
    firstAcknowledged: (after) => new Promise((resolve) => waiting.push({ after, resolve })),
  };
}
