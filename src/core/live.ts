import type { Fact, FactIds } from "./fact.ts";

/**
 * One message to one audience of one room. `room` comes from `Room.of`. `about`: it tells something of this member, and
 * reaches only the screens of those who may see her; for rooms that show who is there by name.
 */
export type Frame = { room: string; kind: string; data: unknown; about?: string };

/** What facts of one kind show on screens. Called with all those of one tick. */
export type LiveFact = { fact: string; frames: (facts: readonly Fact[]) => Promise<Frame[]> };

/** What a coalesced announcement shows: the last one of a key wins, at most one frame per tick. */
export type LiveAnnouncement = {
  announcement: string;
  key: (ids: FactIds) => string;
  /** Folds a newer one into what waits. */
  merge: (waiting: unknown, newer: unknown) => unknown;
  frames: (ids: FactIds, data: unknown) => Frame[];
};
