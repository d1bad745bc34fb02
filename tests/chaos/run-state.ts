import type { PublicError } from "@/core/app-error.ts";
import type { Cast, Edit, Page, Sent } from "./history.ts";

export const MUTANTS = ["no-catch-up", "join-without-pull", "ack-before-commit", "emit-before-commit"] as const;
/** A planted bug: of the client (it does not pull) or of the server (see hasty-server.ts). */
export type Mutant = (typeof MUTANTS)[number];

type Waiting = { after: number; resolve: (at: number) => void };

/** What the clients of a run share: the debate, who is who, and the record of what they did. */
export type RunState = {
  origin: string;
  debate: { id: string; slug: string };
  memberIds: ReadonlySet<string>;
  mutant: Mutant | undefined;
  sent: Sent[];
  edits: Edit[];
  casts: Cast[];
  hidden: Map<string, number>;
  suspended: Map<string, number>;
  /** Pages that were closed or reloaded. */
  closedPages: Page[];
  /** How often each thing was done to the clients. */
  done: Record<"reloads" | "sleeps" | "resets" | "blackHoles", number>;
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
export function createRunState(world: Pick<RunState, "origin" | "debate" | "memberIds" | "mutant">): RunState {
  let waiting: Waiting[] = [];
  const refusals = new Map<string, number>();
  return {
    ...world,
    sent: [],
    edits: [],
    casts: [],
    hidden: new Map(),
    suspended: new Map(),
    closedPages: [],
    done: { reloads: 0, sleeps: 0, resets: 0, blackHoles: 0 },
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
