import { excerptOf } from "@/core/excerpt.ts";
import { paths } from "@/core/paths.ts";
import { type RichText, richText } from "@/core/rich-text.ts";
import { EXCERPT_MAX } from "./message.rules.ts";

/** Somebody of a conversation, as this reader may see her: her card and her photo only where they are hers to see. */
export type PersonView = { id: string; name: string; href: string | null; photo: string | null };

/** Who wrote or did something, as a whole room receives it: nothing in it depends on the reader. */
type SignedView = { id: string; name: string };
type PhotoOfMessage = { id: string; width: number; height: number; description: string };
type FileOfMessage = { id: string; name: string; size: number; mime: string };
/** `excerpt` is empty once what it quotes was deleted or hidden. */
type QuoteView = { seq: number; author: string; excerpt: string };

export type MessageView = {
  id: string;
  seq: number;
  /** Null once the author's account is erased. */
  author: SignedView | null;
  /** Of an inbox: written by those in charge, in the place's name. */
  fromPlace?: true;
  /** One of the copies of what a place wrote to all its members. */
  toAll?: true;
  /** ISO 8601, UTC. */
  at: string;
  body: string;
  /** The same with its markup; absent when it has none. Mentions are not in it: `mentions` says whom, `people` where. */
  rich?: RichText;
  edited?: true;
  /** By its author, for all; or hidden by moderation: it keeps its place, and has no words. */
  deleted?: true;
  hidden?: true;
  replyTo: QuoteView | null;
  photos: PhotoOfMessage[];
  files: FileOfMessage[];
  /** Lets the author's screen recognise what it sent. */
  clientId?: string;
  mentions?: { id: string; label: string }[];
};

/** One number of a conversation's log, as it may be read now. */
export type LogEntry =
  | { kind: "message"; seq: number; message: MessageView }
  /** What became of a message: as it is now. */
  | { kind: "edited" | "deleted" | "hidden" | "shown"; seq: number; message: MessageView }
  | ChangeEntry
  /** Something about a message from before she came: a number, and nothing else. */
  | { kind: "gone"; seq: number };
export type ChangeEntry = {
  kind: "named" | "added" | "removed" | "left" | "assigned";
  seq: number;
  at: string;
  by: SignedView | null;
  whom: SignedView | null;
  words?: string;
};
export type ConversationChangeKind = ChangeEntry["kind"] | "edited" | "deleted" | "hidden" | "shown";

/** What came after a number of the log. */
export type CatchUpView = {
  entries: LogEntry[];
  lastSeq: number;
  /** How far each has read, of those whom this reader may see. */
  reads: Record<string, number>;
  more?: true;
  /** She reads from this number on: what was before it is not hers, and no hole. */
  from?: number;
  /** When it was asked: everybody who wrote here or is in it. */
  people?: PersonView[];
};
/** A page of a conversation, the oldest first: its messages as they are now, and who came and went. */
export type HistoryView = {
  entries: LogEntry[];
  /** Whether there are older ones, and newer ones. */
  older: boolean;
  newer: boolean;
};

export type MessageRow = {
  id: string;
  seq: number;
  author_id: string | null;
  author: string | null;
  from_place: boolean;
  to_all: boolean;
  /** Milliseconds. */
  at: number;
  body: string;
  edited: boolean;
  deleted: boolean;
  hidden: boolean;
  client_id: string;
  reply: { seq: number; author: string | null; body: string; carries: string | null } | null;
  photos: PhotoOfMessage[] | null;
  files: FileOfMessage[] | null;
  mentions: { id: string; label: string }[] | null;
};
export type LogRow = {
  log_seq: number;
  change: ConversationChangeKind | null;
  at: number;
  by: SignedView | null;
  whom: SignedView | null;
  words: string | null;
  message: MessageRow | null;
};

const iso = (ms: number) => new Date(ms).toISOString();

/** A message as those of its conversation read it now. */
function toMessageView(row: MessageRow): MessageView {
  const { id, seq, author_id: authorId, author, deleted, hidden } = row;
  const gone = deleted || hidden;
  const rich = gone ? null : richText(row.body);
  return {
    ...{ id, seq, at: iso(row.at), body: hidden ? "" : row.body },
    author: authorId !== null && author !== null ? { id: authorId, name: author } : null,
    ...(row.from_place && { fromPlace: true as const }),
    ...(row.to_all && { toAll: true as const }),
    ...(rich && { rich }),
    ...(row.edited && !gone && { edited: true as const }),
    ...(deleted && { deleted: true as const }),
    ...(hidden && !deleted && { hidden: true as const }),
    replyTo: gone || !row.reply ? null : toQuote(row.reply),
    photos: gone ? [] : (row.photos ?? []),
    files: gone ? [] : (row.files ?? []),
    clientId: row.client_id,
    ...(row.mentions && !gone && { mentions: row.mentions }),
  };
}

const toQuote = ({ seq, author, body, carries }: NonNullable<MessageRow["reply"]>): QuoteView => ({
  seq,
  author: author ?? "Compte supprimé",
  excerpt: excerptOf(body, EXCERPT_MAX) || (carries ?? ""),
});

/** A number of the log as one who reads from `from` on may read it. */
export function toLogEntry(row: LogRow, from: number): LogEntry {
  const { log_seq: seq, change, at, by, whom, words, message } = row;
  if (change === null || isOfMessage(change)) {
    if (!message || message.seq <= from) return { kind: "gone", seq };
    return { kind: change ?? "message", seq, message: toMessageView(message) };
  }
  return { kind: change, seq, at: iso(at), by, whom, ...(words !== null && { words }) };
}

const isOfMessage = (kind: ConversationChangeKind): kind is "edited" | "deleted" | "hidden" | "shown" =>
  kind === "edited" || kind === "deleted" || kind === "hidden" || kind === "shown";

export type PersonRow = { id: string; name: string; visible: boolean; photo: string | null };

/** Somebody as this reader may see her. */
export const toPersonView = ({ id, name, visible, photo }: PersonRow): PersonView => ({
  ...{ id, name },
  href: visible ? paths.member({ id, name }) : null,
  photo: visible && photo ? paths.api.memberPhoto(id, photo) : null,
});
