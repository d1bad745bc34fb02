import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";
import type { Counts, Reader, Tally } from "@/features/debates/debate.views.ts";

// What a run leaves behind: what was asked, what was answered, what every screen showed, what the database holds.

/** A contribution that a member sent, and the number that was acknowledged to her. */
export type Sent = { memberId: string; clientId: string; ack: { seq: number; id: string } | null };

/** A vote that a member cast. `order` grows with each cast; one member's votes on one contribution never overlap. */
export type Cast = { memberId: string; contributionId: string; value: VoteValue; order: number; acked: boolean };

/** One number of a debate's log as it was shown: a contribution, or null for a number whose words are no longer served. */
export type Line = { seq: number; id: string | null };

/**
 * One answer of the server to a screen. `at`: when it was asked (a pull) or when it came (a frame), in ms.
 * `names`: what is in it and identifies a member, looked for in the raw text of what visitors receive.
 */
export type Reading = { via: "frame" | "pull"; at: number; ids: string[]; names: string[] };

/** What one page in one browser showed, from its opening until it was closed or reloaded. */
export type Page = {
  name: string;
  reader: Reader;
  /** Still open at the end, and given the time to catch up. */
  final: boolean;
  /** The log in the order in which the screen showed it. */
  lines: Line[];
  /** The contributions on the screen at the end, as many times as they stand there. */
  shown: string[];
  tallies: Record<string, Tally>;
  counts: Counts;
  readings: Reading[];
};

export type StoredContribution = Record<VoteValue, number> & {
  id: string;
  seq: number;
  side: Side;
  authorId: string;
  clientId: string;
};

/** The debate in the database, after the run. */
export type Stored = {
  lastSeq: number;
  counts: Counts;
  contributions: StoredContribution[];
  votes: { contributionId: string; memberId: string; value: VoteValue }[];
};

export type History = {
  sent: readonly Sent[];
  casts: readonly Cast[];
  pages: readonly Page[];
  stored: Stored;
  /** Contributions that were hidden, and when the hiding was committed, in ms. */
  hidden: ReadonlyMap<string, number>;
  /** Members who agreed that their names stand beside their words on the open web. */
  named: ReadonlySet<string>;
};
