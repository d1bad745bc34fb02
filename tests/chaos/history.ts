import type { Counts, LogEntry, Reader, Tally } from "@/features/debates/contribution.views.ts";
import type { Side, VoteValue } from "@/features/debates/debate.rules.ts";

// What a run leaves behind: what was asked, what was answered, what every screen showed, what the database holds.
// Every text that is written holds a mark of its own, so that its words are recognised wherever they come out.

/** A contribution or a reply that a member sent, and the number that was acknowledged to her. */
export type Sent = { memberId: string; clientId: string; mark: string; ack: { seq: number; id: string } | null };

/** New words for a contribution. One contribution's edits never overlap; `order` grows with each. */
export type Edit = { contributionId: string; mark: string; order: number; acked: boolean };

/** A vote that a member cast. `order` grows with each cast; one member's votes on one contribution never overlap. */
export type Cast = { memberId: string; contributionId: string; value: VoteValue; order: number; acked: boolean };

/** One number of a debate's log as it was shown: what of, and of which contribution; null for words no longer served. */
export type Line = { seq: number; kind: LogEntry["kind"]; id: string | null };

/** One answer of the server to a screen. `at`: when it was asked (a pull, a page) or when it came (a frame), in ms. */
export type Reading = {
  via: "frame" | "pull" | "page";
  at: number;
  /** The marks of the words in it. */
  marks: string[];
  /** What is in it and identifies a member, looked for in the raw text of what visitors receive. */
  names: string[];
};

/** A contribution as a page shows it. */
export type Card = { id: string; mark: string | null; tally: Tally; replies: number };

/** What one page in one browser showed, from its opening until it was closed or reloaded. */
export type Page = {
  name: string;
  reader: Reader;
  /** Whose browser it is; null for a visitor's. */
  memberId: string | null;
  /** Still open at the end, and given the time to catch up. */
  final: boolean;
  /** The log in the order in which the screen took it. */
  lines: Line[];
  /** The contributions on the screen at the end, as many times as they stand there. */
  cards: Card[];
  counts: Counts;
  readings: Reading[];
};

export type StoredContribution = Record<VoteValue, number> & {
  id: string;
  seq: number;
  /** Null for a reply, which has a parent instead. */
  side: Side | null;
  parentId: string | null;
  authorId: string;
  clientId: string;
  /** Itself; a reply is not shown either when what it answers is hidden. */
  hidden: boolean;
  replies: number;
  mark: string | null;
};

/** The debate in the database, after the run. */
export type Stored = {
  lastSeq: number;
  counts: Counts;
  contributions: StoredContribution[];
  changes: {
    seq: number;
    kind: "edited" | "hidden" | "shown" | "phase" | "synthesis";
    contributionId: string | null;
  }[];
  votes: { contributionId: string; memberId: string; value: VoteValue }[];
};

/** One log, a debate's or a conversation's: what was written in it, what every screen showed, what the database holds. */
export type LogHistory = {
  sent: readonly Sent[];
  edits: readonly Edit[];
  pages: readonly Page[];
  stored: Pick<Stored, "lastSeq" | "contributions" | "changes">;
  /** What was hidden or deleted, and when that was known to be committed, in ms; infinite while it is not known. */
  hidden: ReadonlyMap<string, number>;
};

/** A conversation, in the words of a debate's log: its messages are contributions, what was deleted is hidden. */
export type TalkHistory = LogHistory & {
  name: string;
  /** How far each has read: the furthest that was acknowledged, and what the database holds. */
  reads: readonly { memberId: string; acked: number; stored: number }[];
};

export type History = LogHistory & {
  casts: readonly Cast[];
  stored: Stored;
  talks: readonly TalkHistory[];
  /** Members who agreed that their names stand beside their words on the open web. */
  named: ReadonlySet<string>;
  /** Members who lost their access, and when that was known to be committed, in ms. */
  suspended: ReadonlyMap<string, number>;
  /** How long words may still come out after they were hidden: they were on their way. In ms. */
  onItsWay: Record<Reading["via"], number>;
};
