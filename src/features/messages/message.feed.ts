import { excerptOf } from "@/core/excerpt.ts";
import { heardOf, type LogNews, type LogState, takeNext } from "@/core/log.ts";
import { EXCERPT_MAX } from "./message.rules.ts";
import type { CatchUpView, HistoryView, LogEntry, MessageView, PersonView } from "./message.views.ts";

/** A page holds this many; older ones are asked for again. */
const HELD_MAX = 600;

/** A conversation as one screen holds it. */
export type Feed = LogState & {
  /** Messages, and who came and went, the oldest first. */
  entries: readonly LogEntry[];
  /** Whether there are older ones than those it shows. */
  older: boolean;
  /** How far each has read, of those whom the reader may see. */
  reads: Readonly<Record<string, number>>;
  people: Readonly<Record<string, PersonView>>;
  /** Somebody wrote whom this screen does not know: the next pull says who. */
  unknown: boolean;
};
export type FeedEvent =
  | { type: "entries"; news: LogNews<LogEntry> }
  | { type: "pulled"; view: CatchUpView }
  | { type: "reached"; upTo: number }
  | { type: "read"; memberId: string; readSeq: number }
  | { type: "older"; page: HistoryView };

export type FirstPage = {
  lastSeq: number;
  reads: Record<string, number>;
  people: readonly PersonView[];
  page: Pick<HistoryView, "entries" | "older">;
};

/** The feed of a page as the server rendered it. */
export function feedOf({ lastSeq, reads, people, page: { entries, older } }: FirstPage): Feed {
  const known = Object.fromEntries(people.map((person) => [person.id, person]));
  return { lastSeq, behind: false, entries, older, reads, people: known, unknown: false };
}

/** What a screen shows after something happened. Pure. */
export function nextFeed(feed: Feed, event: FeedEvent): Feed {
  switch (event.type) {
    case "entries":
      return takeNext(feed, event.news, taken);
    case "pulled":
      return pulled(feed, event.view);
    case "reached":
      return heardOf(feed, event.upTo);
    case "read":
      return { ...feed, reads: furthest(feed.reads, { [event.memberId]: event.readSeq }) };
    case "older":
      return { ...feed, entries: joined(event.page.entries, feed.entries), older: event.page.older };
  }
}

/** The others who have read a message, of those whose reading this screen is told. */
export const readersOf = (reads: Feed["reads"], seq: number, me: string): string[] =>
  Object.entries(reads).flatMap(([id, readSeq]) => (id !== me && readSeq >= seq ? id : []));

function pulled(feed: Feed, view: CatchUpView): Feed {
  // She reads from another number on than this screen thought: she was taken out, and came back.
  const cut = view.from !== undefined && view.from > feed.lastSeq;
  const begun = cut ? { ...feed, lastSeq: view.from ?? 0, entries: [], older: false } : feed;
  const known = view.people && Object.fromEntries(view.people.map((person) => [person.id, person]));
  const caughtUp = takeNext({ ...begun, behind: false }, view, taken);
  return {
    ...caughtUp,
    reads: furthest(feed.reads, view.reads),
    ...(known && { people: { ...feed.people, ...known }, unknown: false }),
  };
}

function taken(feed: Feed, entry: LogEntry): Feed {
  switch (entry.kind) {
    case "gone":
      return feed;
    case "edited":
    case "deleted":
    case "hidden":
    case "shown":
      return { ...feed, entries: feed.entries.map((one) => mended(one, entry.message)) };
    case "message":
    case "named":
    case "added":
    case "removed":
    case "left":
    case "assigned":
      return added(feed, entry);
  }
}

function added(feed: Feed, entry: LogEntry): Feed {
  const who = entry.kind === "message" ? entry.message.author : "whom" in entry ? (entry.whom ?? entry.by) : null;
  const unknown = feed.unknown || (who !== null && feed.people[who.id] === undefined);
  const author = entry.kind === "message" ? entry.message.author?.id : undefined;
  const reads = author ? furthest(feed.reads, { [author]: entry.seq }, { known: true }) : feed.reads;
  const entries = joined(feed.entries, [entry]);
  return { ...feed, entries: entries.slice(-HELD_MAX), older: feed.older || entries.length > HELD_MAX, unknown, reads };
}

/** The message as it is now, in its place; and the words that others quote of it. */
function mended(one: LogEntry, message: MessageView): LogEntry {
  if (one.kind !== "message") return one;
  if (one.seq === message.seq) return { ...one, message };
  const { replyTo } = one.message;
  if (replyTo?.seq !== message.seq) return one;
  const carries = message.photos.length > 0 ? "Photo" : message.files.length > 0 ? "Fichier" : "";
  const excerpt = excerptOf(message.body, EXCERPT_MAX) || carries;
  return { ...one, message: { ...one.message, replyTo: { ...replyTo, excerpt } } };
}

/** Two runs of one log, each number once. */
function joined(before: readonly LogEntry[], after: readonly LogEntry[]): LogEntry[] {
  const last = before.at(-1)?.seq ?? 0;
  return [...before, ...after.filter(({ seq }) => seq > last)];
}

/** Read markers never go back. `known`: only of those whose reading this screen is told. */
function furthest(old: Feed["reads"], news: Record<string, number>, { known = false } = {}): Feed["reads"] {
  const next = { ...old };
  for (const [id, seq] of Object.entries(news)) {
    if (known && old[id] === undefined) continue;
    next[id] = Math.max(old[id] ?? 0, seq);
  }
  return next;
}
