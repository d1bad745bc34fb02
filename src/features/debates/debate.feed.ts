import type {
  ContributionView,
  Counts,
  EntryView,
  LogEntry,
  ReplyView,
  Tally,
  TallyNews,
} from "./contribution.views.ts";
import { type DebatePhase, movedTally, type Side, type VoteValue } from "./debate.rules.ts";
import type { CatchUpView } from "./debate.views.ts";

/** One side of the debate on a screen, in its order. */
export type Column = {
  shown: readonly ContributionView[];
  /** Arrived while the reader was further down, or in another order: behind a pill until she asks. */
  waiting: readonly ContributionView[];
  more: boolean;
};
/** What the reader is publishing: on its way, kept for want of a connection, or published and not yet seen in the log. */
export type Sent = {
  clientId: string;
  side?: Side;
  body: string;
  at: number;
  state: "sending" | "kept" | "published";
  id?: string;
};

export type Feed = {
  /** The last number of the log that this screen holds; it takes only the next one. */
  lastSeq: number;
  phase: DebatePhase;
  counts: Counts;
  columns: Record<Side, Column>;
  /** Whether what is published is shown on top: the newest first, from the first page. */
  newest: boolean;
  /** Whether replies are added under their contribution, or only counted. */
  threaded: boolean;
  /** Numbers hidden since this screen was opened: their cards say so. */
  hidden: readonly number[];
  /** Votes on their way, by contribution; the attempt tells an old answer from the last one. */
  votes: Record<string, { value: VoteValue; attempt: number }>;
  sent: Sent | null;
  /** Whether something was missed: the screen must pull. */
  behind: boolean;
  /** Whether what the server wrote around the contributions has changed: phase, synthesis. */
  outdated: boolean;
  /** What others published since the last announcement to screen readers. */
  unheard: Record<Side, number>;
};

type Hold = Record<Side, boolean>;
export type News = { entries: readonly LogEntry[]; lastSeq: number; counts: Counts };
export type FeedEvent =
  | { type: "entries"; news: News; hold: Hold }
  | { type: "pulled"; view: CatchUpView; hold: Hold }
  | { type: "reached"; upTo: number }
  | { type: "tallies"; news: TallyNews }
  | { type: "revealed"; side: Side }
  | { type: "heard" }
  | { type: "refreshed" }
  | { type: "voted"; id: string; value: VoteValue; attempt: number }
  | { type: "counted"; id: string; attempt: number; tally: Tally; mine: VoteValue }
  | { type: "vote refused"; id: string; attempt: number }
  | { type: "sending"; sent: Sent }
  | { type: "kept" }
  | { type: "published"; id: string }
  | { type: "not sent" };

export const sides: readonly Side[] = ["pour", "contre", "neutre"];
/** A column keeps this many in the page; older ones are a link away. */
const SHOWN_MAX = 60;
const silence = { pour: 0, contre: 0, neutre: 0 };

/** The feed of a page as the server rendered it. */
export function feedOf(page: {
  debate: { lastSeq: number; phase: DebatePhase; counts: Counts };
  columns: Record<Side, { entries: readonly ContributionView[]; more: boolean }>;
  newest: boolean;
  threaded: boolean;
}): Feed {
  const column = (side: Side): Column => {
    const { entries, more } = page.columns[side];
    return { shown: entries, waiting: [], more };
  };
  const { lastSeq, phase, counts } = page.debate;
  return {
    lastSeq,
    phase,
    counts,
    columns: { pour: column("pour"), contre: column("contre"), neutre: column("neutre") },
    newest: page.newest,
    threaded: page.threaded,
    hidden: [],
    votes: {},
    sent: null,
    behind: false,
    outdated: false,
    unheard: silence,
  };
}

/** What a screen shows after something happened. Pure. */
export function nextFeed(feed: Feed, event: FeedEvent): Feed {
  switch (event.type) {
    case "entries":
      return appended({ ...feed, counts: latest(feed.counts, event.news.counts) }, event.news, event.hold);
    case "pulled":
      return pulled(feed, event.view, event.hold);
    case "reached":
      return event.upTo > feed.lastSeq ? { ...feed, behind: true } : feed;
    case "tallies":
      return retallied({ ...feed, counts: latest(feed.counts, event.news.counts) }, event.news.tallies);
    case "revealed":
      return withColumn(feed, event.side, (column) => ({
        ...column,
        ...trimmed([...column.waiting, ...column.shown], column.more),
        waiting: [],
      }));
    case "heard":
      return { ...feed, unheard: silence };
    case "refreshed":
      return { ...feed, outdated: false };
    case "voted":
      return { ...feed, votes: { ...feed.votes, [event.id]: { value: event.value, attempt: event.attempt } } };
    case "counted":
      return mapOne(settled(feed, event), event.id, (entry) => ({
        ...entry,
        mine: event.mine,
        tally: newer(entry.tally, event.tally),
      }));
    case "vote refused":
      return settled(feed, event);
    case "sending":
      return { ...feed, sent: event.sent };
    case "kept":
      return { ...feed, sent: feed.sent && { ...feed.sent, state: "kept" } };
    case "published":
      return published(feed, event.id);
    case "not sent":
      return { ...feed, sent: null };
  }
}

/** A contribution's tally with the reader's vote as she last wished it. */
export function tallyShown(entry: ContributionView, wish: VoteValue | undefined): Tally {
  return movedTally(entry.tally, entry.mine, wish ?? entry.mine);
}

/** Takes what comes next in the log; what is known is skipped, and a hole means that the screen must pull. */
function appended(feed: Feed, news: News, hold: Hold): Feed {
  let next = feed;
  for (const entry of [...news.entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= next.lastSeq) continue;
    if (entry.seq !== next.lastSeq + 1) return { ...next, behind: true };
    next = { ...taken(next, entry, hold), lastSeq: entry.seq };
  }
  return news.lastSeq > next.lastSeq ? { ...next, behind: true } : next;
}

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
      return shownAgain(feed, entry.entry, hold);
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
  return mapEntries(next, (entry) =>
    entry.seq === reply.parentSeq ? { ...entry, replies: [...(entry.replies ?? []), line] } : entry,
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
  if (known) return mapOne(next, entry.id, ({ mine }) => ({ ...entry, ...(mine && { mine }) }));
  const [first] = next.columns[entry.side].shown;
  // In its own place among the newest, or behind the pill.
  return first && entry.seq < first.seq && next.newest
    ? withColumn(next, entry.side, (column) => ({ ...column, ...trimmed([entry, ...column.shown], column.more) }))
    : placed(next, entry, hold);
}

function trimmed(entries: readonly ContributionView[], more: boolean): Pick<Column, "shown" | "more"> {
  const shown = [...entries].sort((a, b) => b.seq - a.seq).slice(0, SHOWN_MAX);
  return { shown, more: more || entries.length > SHOWN_MAX };
}

function pulled(feed: Feed, view: CatchUpView, hold: Hold): Feed {
  const caughtUp = appended({ ...feed, behind: false, counts: latest(feed.counts, view.counts) }, view, hold);
  const voted = mapEntries(caughtUp, (entry) => {
    const mine = view.mine[entry.id];
    return mine === undefined || mine === entry.mine ? entry : { ...entry, mine };
  });
  return retallied(voted, view.tallies);
}

function published(feed: Feed, id: string): Feed {
  const known = sides.some((side) => {
    const { shown, waiting } = feed.columns[side];
    return [...shown, ...waiting].some((entry) => entry.id === id || entry.replies?.some((reply) => reply.id === id));
  });
  return { ...feed, sent: known || !feed.sent ? null : { ...feed.sent, state: "published", id } };
}

function settled(feed: Feed, { id, attempt }: { id: string; attempt: number }): Feed {
  if (feed.votes[id]?.attempt !== attempt) return feed;
  const { [id]: _, ...votes } = feed.votes;
  return { ...feed, votes };
}

const newer = (a: Tally, b: Tally) => (b.version > a.version ? b : a);
const latest = (a: Counts, b: Counts) => (b.version > a.version ? b : a);

function retallied(feed: Feed, tallies: Record<string, Tally>): Feed {
  return mapEntries(feed, (entry) => {
    const tally = tallies[entry.id];
    return tally && tally.version > entry.tally.version ? { ...entry, tally } : entry;
  });
}

const mapOne = (feed: Feed, id: string, change: (entry: ContributionView) => ContributionView) =>
  mapEntries(feed, (entry) => (entry.id === id ? change(entry) : entry));

/** Entries that do not change keep their identity, so that their cards are not drawn again. */
function mapEntries(feed: Feed, change: (entry: ContributionView) => ContributionView): Feed {
  const column = (old: Column): Column => ({ ...old, shown: old.shown.map(change), waiting: old.waiting.map(change) });
  const { pour, contre, neutre } = feed.columns;
  return { ...feed, columns: { pour: column(pour), contre: column(contre), neutre: column(neutre) } };
}

function withColumn(feed: Feed, side: Side, change: (column: Column) => Column): Feed {
  return { ...feed, columns: { ...feed.columns, [side]: change(feed.columns[side]) } };
}
