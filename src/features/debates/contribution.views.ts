import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { type RichText, richText } from "@/core/rich-text.ts";
import type { DebatePhase, Side, VoteValue } from "./debate.rules.ts";

export type Tally = Record<VoteValue, number> & {
  /** Grows with each change: a screen ignores an older one. */
  version: number;
};
/** What a debate holds in all, of what is shown. The higher version is the newer one. */
export type Counts = Record<Side | "votes" | "version", number>;
export type CountsRow = {
  pour_count: number;
  contre_count: number;
  neutre_count: number;
  vote_count: number;
  counts_version: number;
};
/** The new state of some tallies of a debate, by contribution, and of its counts. */
export type TallyNews = { counts: Counts; tallies: Record<string, Tally> };

export const toCounts = (row: CountsRow): Counts => ({
  pour: row.pour_count,
  contre: row.contre_count,
  neutre: row.neutre_count,
  votes: row.vote_count,
  version: row.counts_version,
});

/** Who signs. On the open web a name is shown only with its bearer's consent, and nothing links two unnamed ones. */
export type AuthorView = {
  label: string;
  place: string | null;
  named: boolean;
  /** Her profile and her photo, where this very reader may see them; never in what a whole room receives. */
  href?: string;
  photo?: string;
};

type Words = {
  id: string;
  seq: number;
  body: string;
  /** The same with its markup; absent when it has none. */
  rich?: RichText;
  /** Milliseconds. */
  at: number;
  edited?: true;
  author: AuthorView;
  /** The reader wrote it. */
  own?: true;
  /** The two do not speak to each other: it is read, and not answered. */
  closed?: true;
  /** For members only: lets the author's screen recognise what it sent. */
  clientId?: string;
};
export type ReplyView = Words & { kind: "reply"; parentSeq: number };
export type ContributionView = Words & {
  kind: "contribution";
  side: Side;
  tally: Tally;
  /** The reader's own vote. */
  mine?: VoteValue;
  replyCount: number;
  /** The last ones, on pages; all that were read, on the contribution's own page. */
  replies?: ReplyView[];
};
export type EntryView = ContributionView | ReplyView;
/** How many replies are shown under a contribution, at the moment of reading. */
export type ReplyCount = { parentSeq: number; replyCount: number };

/** One number of a debate's log, as it may be read now. */
export type LogEntry =
  | ContributionView
  | (ReplyView & ReplyCount)
  /** Its words are no longer served. */
  | { kind: "gone"; seq: number }
  | { kind: "edited"; seq: number; entry: EntryView }
  | ({ kind: "shown"; seq: number; entry: EntryView } & Partial<ReplyCount>)
  | ({ kind: "hidden"; seq: number; of: number } & Partial<ReplyCount>)
  | { kind: "phase"; seq: number; phase: DebatePhase }
  | { kind: "synthesis"; seq: number };

export type EntryRow = {
  id: string;
  seq: number;
  side: Side | null;
  parent_seq: number | null;
  body: string;
  at: number;
  edited: boolean;
  /** It, or what it answers, is hidden. */
  hidden: boolean;
  reply_count: number;
  parent_reply_count: number | null;
  agree: number;
  disagree: number;
  pass: number;
  version: number;
  client_id: string;
  own: boolean;
  mine: VoteValue | null;
  author: string | null;
  adherent: boolean;
  section: string | null;
  federation: string | null;
  /** Whether she agreed that her name stands beside her words on the open web. */
  public_name: boolean;
  /** Her profile, when the reader may open it. */
  card: { id: string; photo: string | null } | null;
  closed: boolean;
};

/** Members' or visitors' sight of a debate; also the two audiences of its live room. */
export type Reader = "members" | "public";
export const readerOf = (actor: Actor): Reader => (actor.kind === "visitor" ? "public" : "members");

export type PersonRow = Pick<EntryRow, "author" | "adherent" | "section" | "federation" | "public_name"> &
  Partial<Pick<EntryRow, "card">>;

/** A person as she signs before this reader. */
export function toAuthorView(row: PersonRow, reader: Reader): AuthorView {
  if (row.author === null) return { label: "Compte supprimé", place: null, named: false };
  if (reader === "members") {
    const place = row.section && `Section ${row.section}`;
    return { label: row.author, place, named: true, ...toLinks(row.author, row.card) };
  }
  if (row.public_name) return { label: row.author, place: row.federation, named: true };
  return { label: row.adherent ? "Un·e adhérent·e" : "Un·e sympathisant·e", place: row.federation, named: false };
}

function toLinks(name: string, card: EntryRow["card"] | undefined): Pick<AuthorView, "href" | "photo"> {
  if (!card) return {};
  const { id, photo } = card;
  return { href: paths.member({ id, name }), ...(photo && { photo: paths.api.memberPhoto(id, photo) }) };
}

/** Words as this reader may see them; the row must not be hidden. */
export function toEntryView(row: EntryRow, reader: Reader): EntryView {
  const rich = richText(row.body);
  const words = {
    id: row.id,
    seq: row.seq,
    body: row.body,
    ...(rich && { rich }),
    at: row.at,
    ...(row.edited && { edited: true as const }),
    author: toAuthorView(row, reader),
    ...(row.own && { own: true as const }),
    ...(row.closed && { closed: true as const }),
    ...(reader === "members" && { clientId: row.client_id }),
  };
  if (row.side === null) return { kind: "reply", ...words, parentSeq: row.parent_seq ?? 0 };
  const { agree, disagree, pass, version } = row;
  return {
    kind: "contribution",
    ...words,
    side: row.side,
    tally: { agree, disagree, pass, version },
    ...(row.mine && { mine: row.mine }),
    replyCount: row.reply_count,
  };
}

export type LogRow = {
  /** The number in the log; the row's own is the contribution's. */
  log_seq: number;
  change: "edited" | "hidden" | "shown" | "phase" | "synthesis" | null;
  to_phase: DebatePhase | null;
  entry: EntryRow | null;
};

/** A number of the log as it may be read now: what is hidden since keeps its number and nothing else. */
export function toLogEntry({ log_seq: seq, change, to_phase: phase, entry: row }: LogRow, reader: Reader): LogEntry {
  if (change === "phase" && phase) return { kind: "phase", seq, phase };
  if (change === "synthesis") return { kind: "synthesis", seq };
  if (!row) return { kind: "gone", seq };
  const parent = row.parent_seq !== null && {
    parentSeq: row.parent_seq,
    replyCount: row.parent_reply_count ?? 0,
  };
  if (change === "hidden") return { kind: "hidden", seq, of: row.seq, ...parent };
  if (row.hidden) return { kind: "gone", seq };
  const entry = toEntryView(row, reader);
  if (change === "edited") return { kind: "edited", seq, entry };
  if (change === "shown") return { kind: "shown", seq, entry, ...parent };
  return entry.kind === "reply" ? { ...entry, replyCount: row.parent_reply_count ?? 0 } : entry;
}
