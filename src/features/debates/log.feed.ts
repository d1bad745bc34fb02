import { takeNext } from "@/core/log.ts";
import type { ContributionView, EntryView, LogEntry, ReplyView } from "./contribution.views.ts";
import type { Column, Feed, Hold, News } from "./debate.feed.ts";
import { type Side, sides } from "./debate.rules.ts";

// How a screen takes the numbers of a debate's log, one after the other. Pure; debate.feed.ts is its door.

/** A column keeps this many in the page; older ones are a link away. */
const SHOWN_MAX = 60;

/** Takes what comes next in the log; a hole means that the screen must pull. */
export const appended = (feed: Feed, news: News, hold: Hold): Feed =>
  takeNext(feed, news, (next, entry: LogEntry) => taken(next, entry, hold));

function taken(feed: Feed, entry: LogEntry, hold: Hold): Feed {
  switch (entry.kind) {
    case "contribution":
      return placed(feed, entry, hold);
    case "reply":
      return answered(recounted(feed, entry), entry);
    case "gone":
      return feed;
    case "edited":
      return edited(feed, entry.entry);
    case "hidden":
      return withoutWords(recounted(feed, entry), entry.of);
    case "shown":
      return shownAgain(recounted(feed, entry), entry.entry, hold);
    case "phase":
      return { ...feed, phase: entry.phase, outdated: true };
    case "synthesis":
      return { ...feed, outdated: true };
  }
}

const isSent = (feed: Feed, entry: EntryView) =>
  feed.sent !== null && (entry.clientId === feed.sent.clientId || entry.id === feed.sent.id);

function placed(feed: Feed, entry: ContributionView, hold: Hold): Feed {
  if (feed.threaded) return feed; // it shows one contribution alone
  const own = isSent(feed, entry);
  const card = own ? { ...entry, own: true as const } : entry;
  const withIt = withColumn(feed, entry.side, (column) =>
    feed.newest && (own || !hold[entry.side])
      ? { ...column, ...trimmed([card, ...column.shown], column.more) }
      : { ...column, waiting: [card, ...column.waiting] },
  );
  if (own) return { ...withIt, sent: null };
  return { ...withIt, unheard: { ...feed.unheard, [entry.side]: feed.unheard[entry.side] + 1 } };
}

/** A reply under its contribution, where a screen shows them all. */
function answered(feed: Feed, reply: ReplyView): Feed {
  const own = isSent(feed, reply);
  const next = own ? { ...feed, sent: null } : feed;
  if (!feed.threaded) return next;
  const line = own ? { ...reply, own: true as const } : reply;
  // In its own place: one that was hidden by mistake comes back among the others.
  const among = (others: readonly ReplyView[] = []) => [...others, line].sort((a, b) => a.seq - b.seq);
  return mapEntries(next, (entry) =>
    entry.seq === reply.parentSeq ? { ...entry, replies: among(entry.replies) } : entry,
  );
}

function recounted(feed: Feed, { parentSeq, replyCount }: { parentSeq?: number; replyCount?: number }): Feed {
  if (parentSeq === undefined || replyCount === undefined) return feed;
  return mapEntries(feed, (entry) => (entry.seq === parentSeq ? { ...entry, replyCount } : entry));
}

/** New words in the place of the old; votes, tallies and replies stay as the screen has them. */
function edited(feed: Feed, words: EntryView): Feed {
  const { id, body, rich } = words;
  const mended = <Entry extends EntryView>({ rich: _, ...entry }: Entry) =>
    ({ ...entry, body, edited: true, ...(rich && { rich }) }) as Entry;
  return mapEntries(feed, (entry) => {
    if (entry.id === id) return mended(entry);
    if (words.kind === "contribution" || !entry.replies?.some((reply) => reply.id === id)) return entry;
    return { ...entry, replies: entry.replies.map((reply) => (reply.id === id ? mended(reply) : reply)) };
  });
}

/** The words go at once; the card says that they were hidden, so that nothing jumps. */
function withoutWords(feed: Feed, seq: number): Feed {
  const gone = <Entry extends EntryView>({ rich: _, ...entry }: Entry) => ({ ...entry, body: "" }) as Entry;
  const next = mapEntries({ ...feed, hidden: [...feed.hidden, seq] }, (entry) => {
    if (entry.seq === seq) return { ...gone(entry), replies: [] };
    if (!entry.replies?.some((reply) => reply.seq === seq)) return entry;
    return { ...entry, replies: entry.replies.filter((reply) => reply.seq !== seq) };
  });
  const waiting = (column: Column): Column => ({
    ...column,
    waiting: column.waiting.filter((entry) => entry.seq !== seq),
  });
  const { pour, contre, neutre } = next.columns;
  return { ...next, columns: { pour: waiting(pour), contre: waiting(contre), neutre: waiting(neutre) } };
}

function shownAgain(feed: Feed, entry: EntryView, hold: Hold): Feed {
  const next = { ...feed, hidden: feed.hidden.filter((seq) => seq !== entry.seq) };
  if (entry.kind === "reply") return answered(next, entry);
  const known = sides.some((side) => next.columns[side].shown.some(({ seq }) => seq === entry.seq));
  if (known) return mapOne(next, entry.id, (old) => restored(old, entry));
  const [first] = next.columns[entry.side].shown;
  // In its own place among the newest, or behind the pill.
  return first && entry.seq < first.seq && next.newest
    ? withColumn(next, entry.side, (column) => ({ ...column, ...trimmed([entry, ...column.shown], column.more) }))
    : placed(next, entry, hold);
}

/** Its words again; what depends on who reads stays as her own page had it, for a room's frames know of nobody. */
const restored = ({ mine, own, closed, author }: ContributionView, entry: ContributionView): ContributionView => ({
  ...entry,
  author,
  ...(mine && { mine }),
  ...(own && { own }),
  ...(closed && { closed }),
});

export function trimmed(entries: readonly ContributionView[], more: boolean): Pick<Column, "shown" | "more"> {
  const shown = [...entries].sort((a, b) => b.seq - a.seq).slice(0, SHOWN_MAX);
  return { shown, more: more || entries.length > SHOWN_MAX };
}

export const mapOne = (feed: Feed, id: string, change: (entry: ContributionView) => ContributionView) =>
  mapEntries(feed, (entry) => (entry.id === id ? change(entry) : entry));

/** Entries that do not change keep their identity, so that their cards are not drawn again. */
export function mapEntries(feed: Feed, change: (entry: ContributionView) => ContributionView): Feed {
  const column = (old: Column): Column => ({ ...old, shown: old.shown.map(change), waiting: old.waiting.map(change) });
  const { pour, contre, neutre } = feed.columns;
  return { ...feed, columns: { pour: column(pour), contre: column(contre), neutre: column(neutre) } };
}

export function withColumn(feed: Feed, side: Side, change: (column: Column) => Column): Feed {
  return { ...feed, columns: { ...feed.columns, [side]: change(feed.columns[side]) } };
}
