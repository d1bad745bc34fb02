import { ofPlace } from "@/core/french-places.ts";
import type { RichText } from "@/core/rich-text.ts";
import type {
  AuthorView,
  ContributionView,
  Counts,
  CountsRow,
  LogEntry,
  ReplyView,
  Tally,
} from "./contribution.views.ts";
import { toCounts } from "./contribution.views.ts";
import type { DebateAudience, DebateOrder, DebatePhase, Side, VoteValue } from "./debate.rules.ts";

export type DebateRow = CountsRow & {
  id: string;
  slug: string;
  question: string;
  framing: string;
  scope: string;
  audience: DebateAudience;
  phase: DebatePhase;
  opens_at: Date;
  debate_at: Date | null;
  vote_at: Date | null;
  closes_at: Date;
  cover_id: string | null;
  last_seq: number;
  federation: string | null;
  section: string | null;
};

/** A debate's own data, the same for every reader. Moments in milliseconds. */
export type DebateView = {
  id: string;
  slug: string;
  question: string;
  framing: string;
  audience: DebateAudience;
  phase: DebatePhase;
  /** Where it is held, in words. */
  place: string;
  opensAt: number;
  debateAt: number | null;
  voteAt: number | null;
  closesAt: number;
  coverId: string | null;
  lastSeq: number;
  counts: Counts;
};

export function toDebateView(row: DebateRow): DebateView {
  return {
    id: row.id,
    slug: row.slug,
    question: row.question,
    framing: row.framing,
    audience: row.audience,
    phase: row.phase,
    place: placeOf(row),
    opensAt: row.opens_at.getTime(),
    debateAt: row.debate_at?.getTime() ?? null,
    voteAt: row.vote_at?.getTime() ?? null,
    closesAt: row.closes_at.getTime(),
    coverId: row.cover_id,
    lastSeq: row.last_seq,
    counts: toCounts(row),
  };
}

function placeOf({ section, federation }: DebateRow): string {
  if (section) return `Section ${section}`;
  return federation ? `Fédération ${ofPlace(federation)}` : "Toute la France";
}

export type ColumnView = {
  entries: ContributionView[];
  /** Whether there are more after these. */
  more: boolean;
};

/** A change of phase: when, by whom (null: by itself), and why when it went back. */
export type PhaseChangeView = {
  seq: number;
  from: DebatePhase;
  to: DebatePhase;
  at: number;
  by: AuthorView | null;
  reason: string | null;
};

/** What a debate came to; the contributions that it cites, by number. */
export type SynthesisView = {
  body: string;
  rich: RichText | null;
  at: number;
  by: AuthorView | null;
  cited: Record<number, CitedView>;
};
export type CitedView = { body: string; author: AuthorView; side: Side | null; href: string };

/** The reader, when she is a member: for what she is about to sign. */
export type MeView = { id: string; name: string; section: string };

export type DebatePageView = {
  debate: DebateView;
  order: DebateOrder;
  /** After which contribution each side begins; none on the first page of an order. */
  after: Partial<Record<Side, number>>;
  sides: readonly Side[];
  columns: Record<Side, ColumnView>;
  hosts: AuthorView[];
  story: PhaseChangeView[];
  synthesis: SynthesisView | null;
  me: MeView | null;
  can: { takePart: boolean; run: boolean };
  follows: boolean;
  /** Whether she has still to say if her name may stand beside her words on the open web. */
  asksPublicName: boolean;
};

/** One contribution on its own page, with its replies from the oldest. */
export type ThreadPageView = Pick<DebatePageView, "debate" | "me" | "can" | "asksPublicName"> & {
  contribution: ContributionView & { replies: ReplyView[] };
  /** Whether there are more replies after these. */
  more: boolean;
  first: boolean;
  /** What it and its replies said before they were edited, from the oldest; `seq`: of which. */
  revisions: { seq: number; body: string; replacedAt: number }[];
};

/** What a screen missed, and the state of what it shows. */
export type CatchUpView = {
  entries: LogEntry[];
  lastSeq: number;
  counts: Counts;
  tallies: Record<string, Tally>;
  /** The reader's own votes among them. */
  mine: Record<string, VoteValue>;
};

/** A debate where this member has something to do, with the reason why it is shown to her. */
export type DebateActView = DebateView & { reason: string };
