import { movedTally, type Side, type VoteValue } from "./debate.rules.ts";
import type { CatchUpView, Counts, DebatePageView, EntryView, LogEntry, Tally, TallyNews } from "./debate.views.ts";

/** One side of the debate on a screen, newest first. */
export type Column = {
  shown: readonly EntryView[];
  /** Arrived while the reader was further down: behind a pill until she asks. */
  waiting: readonly EntryView[];
  newest: boolean;
  older: boolean;
};
/** What the reader is publishing: on its way, kept for want of a connection, or published and not yet seen in the log. */
export type Sent = {
  clientId: string;
  side: Side;
  body: string;
  at: number;
  state: "sending" | "kept" | "published";
  id?: string;
};

export type Feed = {
  /** The last number of the log that this screen holds; it takes only the next one. */
  lastSeq: number;
  counts: Counts;
  columns: Record<Side, Column>;
  /** Votes on their way, by contribution; the attempt tells an old answer from the last one. */
  votes: Record<string, { value: VoteValue; attempt: number }>;
  sent: Sent | null;
  /** Whether something was missed: the screen must pull. */
  behind: boolean;
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
  | { type: "voted"; id: string; value: VoteValue; attempt: number }
  | { type: "counted"; id: string; attempt: number; tally: Tally; mine: VoteValue }
  | { type: "vote refused"; id: string; attempt: number }
  | { type: "sending"; sent: Sent }
  | { type: "kept" }
  | { type: "published"; id: string }
  | { type: "not sent" };

/** A column keeps this many in the page; older ones are a link away. */
const SHOWN_MAX = 60;

/** The feed of a page as the server rendered it. */
export function feedOf(page: Pick<DebatePageView, "debate" | Side>): Feed {
  const column = ({ entries, newest, older }: DebatePageView[Side]): Column => ({
    shown: entries,
    waiting: [],
    newest,
    older,
  });
  const { lastSeq, counts } = page.debate;
  return {
    lastSeq,
    counts,
    columns: { pour: column(page.pour), contre: column(page.contre) },
    votes: {},
    sent: null,
    behind: false,
    unheard: { pour: 0, contre: 0 },
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
      return retallied({ ...feed, counts: { ...feed.counts, votes: event.news.votes } }, event.news.tallies);
    case "revealed":
      return withColumn(feed, event.side, (column) => ({
        ...column,
        ...trimmed([...column.waiting, ...column.shown], column.older),
        waiting: [],
      }));
    case "heard":
      return { ...feed, unheard: { pour: 0, contre: 0 } };
    case "voted":
      return { ...feed, votes: { ...feed.votes, [event.id]: { value: event.value, attempt: event.attempt } } };
    case "counted":
      return mapEntry(settled(feed, event), event.id, (entry) => ({
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
export function tallyShown(entry: EntryView, wish: VoteValue | undefined): Tally {
  return movedTally(entry.tally, entry.mine, wish ?? entry.mine);
}

/** Takes what comes next in the log; what is known is skipped, and a hole means that the screen must pull. */
function appended(feed: Feed, news: News, hold: Hold): Feed {
  let next = feed;
  for (const entry of [...news.entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.seq <= next.lastSeq) continue;
    if (entry.seq !== next.lastSeq + 1) return { ...next, behind: true };
    next = "hidden" in entry ? next : placed(next, entry, hold);
    next = { ...next, lastSeq: entry.seq };
  }
  return news.lastSeq > next.lastSeq ? { ...next, behind: true } : next;
}

function placed(feed: Feed, entry: EntryView, hold: Hold): Feed {
  const own = feed.sent !== null && (entry.clientId === feed.sent.clientId || entry.id === feed.sent.id);
  const withIt = withColumn(feed, entry.side, (column) =>
    column.newest && (own || !hold[entry.side])
      ? { ...column, ...trimmed([entry, ...column.shown], column.older) }
      : { ...column, waiting: [entry, ...column.waiting] },
  );
  if (own) return { ...withIt, sent: null };
  return { ...withIt, unheard: { ...feed.unheard, [entry.side]: feed.unheard[entry.side] + 1 } };
}

function trimmed(entries: readonly EntryView[], older: boolean): Pick<Column, "shown" | "older"> {
  const shown = [...entries].sort((a, b) => b.seq - a.seq).slice(0, SHOWN_MAX);
  return { shown, older: older || entries.length > SHOWN_MAX };
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
  const known = Object.values(feed.columns).some(({ shown, waiting }) =>
    [...shown, ...waiting].some((entry) => entry.id === id),
  );
  return { ...feed, sent: known || !feed.sent ? null : { ...feed.sent, state: "published", id } };
}

function settled(feed: Feed, { id, attempt }: { id: string; attempt: number }): Feed {
  if (feed.votes[id]?.attempt !== attempt) return feed;
  const { [id]: _, ...votes } = feed.votes;
  return { ...feed, votes };
}

const newer = (a: Tally, b: Tally) => (b.version > a.version ? b : a);
const latest = (a: Counts, b: Counts): Counts => ({
  pour: Math.max(a.pour, b.pour),
  contre: Math.max(a.contre, b.contre),
  votes: b.votes, // an erased account takes its votes along
});

function retallied(feed: Feed, tallies: Record<string, Tally>): Feed {
  return mapEntries(feed, (entry) => {
    const tally = tallies[entry.id];
    return tally && tally.version > entry.tally.version ? { ...entry, tally } : entry;
  });
}

const mapEntry = (feed: Feed, id: string, change: (entry: EntryView) => EntryView) =>
  mapEntries(feed, (entry) => (entry.id === id ? change(entry) : entry));

/** Entries that do not change keep their identity, so that their cards are not drawn again. */
function mapEntries(feed: Feed, change: (entry: EntryView) => EntryView): Feed {
  const column = (old: Column): Column => ({ ...old, shown: old.shown.map(change), waiting: old.waiting.map(change) });
  return { ...feed, columns: { pour: column(feed.columns.pour), contre: column(feed.columns.contre) } };
}

function withColumn(feed: Feed, side: Side, change: (column: Column) => Column): Feed {
  return { ...feed, columns: { ...feed.columns, [side]: change(feed.columns[side]) } };
}
