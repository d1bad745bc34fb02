import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Feed, feedOf, type News, nextFeed, tallyShown } from "@/features/debates/debate.feed.ts";
import type { Side } from "@/features/debates/debate.rules.ts";
import type { CatchUpView, EntryView, LogEntry } from "@/features/debates/debate.views.ts";

const free = { pour: false, contre: false };
const tally = (agree: number, disagree: number, pass: number, version: number) => ({ agree, disagree, pass, version });

function entry(seq: number, changes: Partial<EntryView> = {}): EntryView {
  const side: Side = seq % 3 === 0 ? "contre" : "pour";
  const author = { label: "Nadia Mercier", place: "Section Gerzat", named: true };
  return { id: `c${seq}`, seq, side, body: `Argument ${seq}`, at: seq, author, tally: tally(0, 0, 0, 0), ...changes };
}

const page = (lastSeq: number) => {
  const entries = Array.from({ length: lastSeq }, (_, index) => entry(lastSeq - index));
  const column = (side: Side) => ({ entries: entries.filter((one) => one.side === side), older: false, newest: true });
  const counts = { pour: column("pour").entries.length, contre: column("contre").entries.length, votes: 0 };
  return { debate: { lastSeq, counts } as never, pour: column("pour"), contre: column("contre") };
};
const news = (entries: LogEntry[], lastSeq = Math.max(...entries.map(({ seq }) => seq))): News => ({
  entries,
  lastSeq,
  counts: { pour: 0, contre: 0, votes: 0 },
});
const arrive = (feed: Feed, ...entries: LogEntry[]) =>
  nextFeed(feed, { type: "entries", news: news(entries), hold: free });
const pull = (feed: Feed, view: Partial<CatchUpView>) =>
  nextFeed(feed, {
    type: "pulled",
    hold: free,
    view: { entries: [], lastSeq: 0, counts: { pour: 0, contre: 0, votes: 0 }, tallies: {}, mine: {}, ...view },
  });
const seqs = (feed: Feed) =>
  [...feed.columns.pour.shown, ...feed.columns.contre.shown].map(({ seq }) => seq).sort((a, b) => a - b);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("a screen that follows a debate's log", () => {
  it("takes what comes next, newest first", () => {
    const feed = arrive(feedOf(page(4)), entry(5), entry(6));
    expect(feed.lastSeq).toBe(6);
    expect(feed.columns.pour.shown[0]?.seq).toBe(5);
    expect(feed.columns.contre.shown[0]?.seq).toBe(6);
    expect(feed.behind).toBe(false);
  });

  it("takes nothing over a hole, and knows that it must pull", () => {
    const feed = arrive(feedOf(page(4)), entry(6));
    expect(feed.lastSeq).toBe(4);
    expect(feed.behind).toBe(true);
    const mended = pull(feed, { entries: [entry(5), entry(6)], lastSeq: 6 });
    expect(seqs(mended)).toEqual(upTo(6));
    expect(mended.behind).toBe(false);
  });

  it("shows once what comes twice", () => {
    const feed = arrive(arrive(feedOf(page(4)), entry(5)), entry(5), entry(4));
    expect(seqs(feed)).toEqual(upTo(5));
  });

  it("pulls when it only hears how far the log went", () => {
    expect(nextFeed(feedOf(page(4)), { type: "reached", upTo: 60 }).behind).toBe(true);
    expect(nextFeed(feedOf(page(4)), { type: "reached", upTo: 4 }).behind).toBe(false);
  });

  it("pulls again while the log goes on", () => {
    expect(pull(feedOf(page(4)), { entries: [entry(5)], lastSeq: 9 }).behind).toBe(true);
  });

  it("counts a hidden contribution's number and shows nothing of it", () => {
    const feed = arrive(feedOf(page(4)), { seq: 5, hidden: true }, entry(6));
    expect(feed.lastSeq).toBe(6);
    expect(seqs(feed)).toEqual([1, 2, 3, 4, 6]);
  });

  it("keeps what arrives behind a pill while she reads further down, and shows it in order when she asks", () => {
    const hold = { pour: true, contre: false };
    const held = nextFeed(feedOf(page(4)), {
      type: "entries",
      news: news([entry(5), entry(7 - 2 + 1), entry(7)]),
      hold,
    });
    expect(held.columns.pour.waiting.map(({ seq }) => seq)).toEqual([7, 5]);
    expect(held.columns.contre.shown[0]?.seq).toBe(6);
    const shown = nextFeed(held, { type: "revealed", side: "pour" });
    expect(shown.columns.pour.shown.map(({ seq }) => seq)).toEqual([7, 5, 4, 2, 1]);
    expect(shown.columns.pour.waiting).toEqual([]);
  });

  it("shows the same log whatever the order, the repetitions and the losses of frames, once it has pulled", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 14 }), { maxLength: 40 }), (arrivals) => {
        const feed = arrivals.reduce((seen, seq) => arrive(seen, entry(seq)), feedOf(page(4)));
        expect(seqs(feed)).toEqual(upTo(feed.lastSeq));
        const missed = upTo(14)
          .slice(feed.lastSeq)
          .map((seq) => entry(seq));
        expect(seqs(pull(feed, { entries: missed, lastSeq: 14 }))).toEqual(upTo(14));
      }),
    );
  });
});

describe("what she publishes", () => {
  const sent = { clientId: "u-1", side: "pour", body: "Mon argument", at: 1, state: "sending" } as const;
  const sending = nextFeed(feedOf(page(4)), { type: "sending", sent });

  it("is shown on its way, then once, whether the acknowledgement or the log comes first", () => {
    const own = entry(5, { id: "mine", clientId: "u-1" });
    const logFirst = nextFeed(arrive(sending, own), { type: "published", id: "mine" });
    const ackFirst = arrive(nextFeed(sending, { type: "published", id: "mine" }), {
      ...own,
      clientId: undefined,
    } as EntryView);
    for (const feed of [logFirst, ackFirst]) {
      expect(feed.sent).toBeNull();
      expect(seqs(feed)).toEqual(upTo(5));
    }
  });

  it("is shown at once even when she reads further down, and is not announced to her", () => {
    const hold = { pour: true, contre: true };
    const own = entry(5, { clientId: "u-1" });
    const feed = nextFeed(sending, { type: "entries", news: news([own]), hold });
    expect(feed.columns.pour.shown[0]?.seq).toBe(5);
    expect(feed.unheard).toEqual({ pour: 0, contre: 0 });
  });

  it("stays, kept, when the connection is lost", () => {
    expect(nextFeed(sending, { type: "kept" }).sent?.state).toBe("kept");
    expect(nextFeed(sending, { type: "not sent" }).sent).toBeNull();
  });
});

describe("votes on a screen", () => {
  const voted = nextFeed(feedOf(page(4)), { type: "voted", id: "c4", value: "agree", attempt: 1 });
  const shown = (feed: Feed) => {
    const found = feed.columns.pour.shown.find(({ id }) => id === "c4");
    return found && tallyShown(found, feed.votes.c4?.value);
  };

  it("moves at once, and takes the server's count when it comes", () => {
    expect(shown(voted)).toMatchObject({ agree: 1, disagree: 0 });
    const counted = nextFeed(voted, { type: "counted", id: "c4", attempt: 1, tally: tally(8, 1, 0, 9), mine: "agree" });
    expect(shown(counted)).toEqual(tally(8, 1, 0, 9));
    expect(counted.votes).toEqual({});
  });

  it("comes back to what it was when the server refuses", () => {
    expect(shown(nextFeed(voted, { type: "vote refused", id: "c4", attempt: 1 }))).toEqual(tally(0, 0, 0, 0));
  });

  it("keeps her last wish when an earlier answer arrives late", () => {
    const changed = nextFeed(voted, { type: "voted", id: "c4", value: "disagree", attempt: 2 });
    const late = nextFeed(changed, { type: "counted", id: "c4", attempt: 1, tally: tally(1, 0, 0, 1), mine: "agree" });
    expect(shown(late)).toMatchObject({ agree: 0, disagree: 1 });
  });

  it("ignores an older tally", () => {
    const tell = (feed: Feed, version: number, agree: number) =>
      nextFeed(feed, { type: "tallies", news: { votes: 9, tallies: { c4: tally(agree, 0, 0, version) } } });
    expect(shown(tell(tell(feedOf(page(4)), 5, 50), 3, 30))?.agree).toBe(50);
  });
});
