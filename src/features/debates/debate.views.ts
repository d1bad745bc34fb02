import type { Actor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import type { DebateAudience, Side, VoteValue } from "./debate.rules.ts";

export type Tally = Record<VoteValue, number> & {
  /** Grows with each change: a screen ignores an older one. */
  version: number;
};
/** The new state of some tallies of a debate, by contribution, and how many votes it holds in all. */
export type TallyNews = { votes: number; tallies: Record<string, Tally> };

/** Who signs. On the open web a name is shown only with its bearer's consent, and nothing links two unnamed ones. */
export type AuthorView = { label: string; place: string | null; named: boolean };

export type EntryView = {
  id: string;
  seq: number;
  side: Side;
  body: string;
  /** Milliseconds. */
  at: number;
  author: AuthorView;
  tally: Tally;
  /** The reader's own vote. */
  mine?: VoteValue;
  /** For members only: lets the author's screen recognise what it sent. */
  clientId?: string;
};
/** A number of the log whose words are no longer served. */
export type Tombstone = { seq: number; hidden: true };
export type LogEntry = EntryView | Tombstone;

export type EntryRow = {
  id: string;
  seq: number;
  side: Side;
  body: string;
  at: number;
  hidden: boolean;
  agree: number;
  disagree: number;
  pass: number;
  version: number;
  client_id: string;
  mine: VoteValue | null;
  author: string | null;
  adherent: boolean;
  section: string | null;
  federation: string | null;
  /** Whether she agreed that her name stands beside her words on the open web. */
  public_name: boolean;
};

/** Members' or visitors' sight of a debate; also the two audiences of its live room. */
export type Reader = "members" | "public";
export const readerOf = (actor: Actor): Reader => (actor.kind === "visitor" ? "public" : "members");

function toAuthorView(row: EntryRow, reader: Reader): AuthorView {
  if (row.author === null) return { label: "Compte supprimé", place: null, named: false };
  if (reader === "members") return { label: row.author, place: row.section && `Section ${row.section}`, named: true };
  if (row.public_name) return { label: row.author, place: row.federation, named: true };
  return { label: row.adherent ? "Un·e adhérent·e" : "Un·e sympathisant·e", place: row.federation, named: false };
}

/** A contribution as this reader may see it; one that is hidden keeps its number and nothing else. */
export function toLogEntry(row: EntryRow, reader: Reader): LogEntry {
  if (row.hidden) return { seq: row.seq, hidden: true };
  const { id, seq, side, body, at, agree, disagree, pass, version } = row;
  return {
    id,
    seq,
    side,
    body,
    at,
    author: toAuthorView(row, reader),
    tally: { agree, disagree, pass, version },
    ...(row.mine && { mine: row.mine }),
    ...(reader === "members" && { clientId: row.client_id }),
  };
}

export type Counts = { pour: number; contre: number; votes: number };

export type DebateRow = {
  id: string;
  slug: string;
  question: string;
  framing: string;
  scope: string;
  audience: DebateAudience;
  opens_at: Date;
  closes_at: Date;
  last_seq: number;
  pour_count: number;
  contre_count: number;
  vote_count: number;
  federation: string | null;
  section: string | null;
};

export type DebateView = {
  id: string;
  slug: string;
  question: string;
  framing: string;
  audience: DebateAudience;
  /** Where it is held, in words. */
  place: string;
  /** Milliseconds. */
  opensAt: number;
  closesAt: number;
  lastSeq: number;
  counts: Counts;
};

/** A debate's own data, the same for every reader. */
export function toDebateView(row: DebateRow): DebateView {
  return {
    id: row.id,
    slug: row.slug,
    question: row.question,
    framing: row.framing,
    audience: row.audience,
    place: placeOf(row),
    opensAt: row.opens_at.getTime(),
    closesAt: row.closes_at.getTime(),
    lastSeq: row.last_seq,
    counts: { pour: row.pour_count, contre: row.contre_count, votes: row.vote_count },
  };
}

function placeOf({ section, federation }: DebateRow): string {
  if (section) return `Section ${section}`;
  return federation ? `Fédération ${ofPlace(federation)}` : "Toute la France";
}

export type ColumnView = {
  entries: EntryView[];
  /** Whether there are older ones than these. */
  older: boolean;
  /** Whether these are the newest. */
  newest: boolean;
};

export type DebatePageView = {
  debate: DebateView;
  pour: ColumnView;
  contre: ColumnView;
  /** The reader, when she is a member: for what she is about to sign. */
  me: { id: string; name: string; section: string } | null;
  can: { contribute: boolean; vote: boolean };
  /** Whether she has still to say if her name may stand beside her words on the open web. */
  asksPublicName: boolean;
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
