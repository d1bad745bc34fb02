import { heardOf, type LogNews, type LogState } from "@/core/log.ts";
import type { ContributionView, Counts, LogEntry, Tally, TallyNews } from "./contribution.views.ts";
import { type DebatePhase, movedTally, type Side, sides, type VoteValue } from "./debate.rules.ts";
import type { CatchUpView } from "./debate.views.ts";
import { appended, mapEntries, mapOne, trimmed, withColumn } from "./log.feed.ts";

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

export type Feed = LogState & {
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
  /** Whether what the server wrote around the contributions has changed: phase, synthesis. */
  outdated: boolean;
  /** What others published since the last announcement to screen readers. */
  unheard: Record<Side, number>;
};

export type Hold = Record<Side, boolean>;
export type News = LogNews<LogEntry> & { counts: Counts };
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
      return heardOf(feed, event.upTo);
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
