import { fc } from "@tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import type { ContributionView, LogEntry, ReplyView } from "@/features/debates/contribution.views.ts";
import { type Feed, feedOf, type News, nextFeed, tallyShown } from "@/features/debates/debate.feed.ts";
import type { Side } from "@/features/debates/debate.rules.ts";
import type { CatchUpView } from "@/features/debates/debate.views.ts";

const sides = ["pour", "contre", "neutre"] as const;
const free = { pour: false, contre: false, neutre: false };
const noCounts = { pour: 0, contre: 0, neutre: 0, votes: 0, version: 0 };
const tally = (agree: number, disagree: number, pass: number, version: number) => ({ agree, disagree, pass, version });
const author = { label: "Nadia Mercier", place: "Section Gerzat", named: true };

function entry(seq: number, changes: Partial<ContributionView> = {}): ContributionView {
  const side: Side = seq % 3 === 0 ? "contre" : "pour";
  const words = { id: `c${seq}`, seq, body: `Argument ${seq}`, at: seq, author };
  return { kind: "contribution", ...words, side, tally: tally(0, 0, 0, 0), replyCount: 0, ...changes };
}
const answer = (seq: number, parentSeq: number): ReplyView => ({
  kind: "reply",
  id: `c${seq}`,
  seq,
  parentSeq,
  body: `Réponse ${seq}`,
  at: seq,
  author,
});

const page = (lastSeq: number, changes: Partial<Parameters<typeof feedOf>[0]> = {}) => {
  const entries = Array.from({ length: lastSeq }, (_, index) => entry(lastSeq - index));
  const column = (side: Side) => ({ entries: entries.filter((one) => one.side === side), more: false });
  const columns = { pour: column("pour"), contre: column("contre"), neutre: column("neutre") };
  const debate = { lastSeq, phase: "debate" as const, counts: noCounts };
  return { debate, columns, newest: true, threaded: false, ...changes };
};
/** The page of contribution 4 alone, with its replies. */
const thread = (replies: ReplyView[], lastSeq = 4) => {
  const none = { entries: [], more: false };
  const own = { entries: [entry(4, { replies, replyCount: replies.length })], more: false };
  return page(lastSeq, { columns: { pour: own, contre: none, neutre: none }, newest: false, threaded: true });
};
const news = (entries: LogEntry[], lastSeq = Math.max(...entries.map(({ seq }) => seq))): News => ({
  entries,
  lastSeq,
  counts: noCounts,
});
const arrive = (feed: Feed, ...entries: LogEntry[]) =>
  nextFeed(feed, { type: "entries", news: news(entries), hold: free });
const pull = (feed: Feed, view: Partial<CatchUpView>) =>
  nextFeed(feed, {
    type: "pulled",
    hold: free,
    view: { entries: [], lastSeq: 0, counts: noCounts, tallies: {}, mine: {}, ...view },
  });
const shown = (feed: Feed) => sides.flatMap((side) => feed.columns[side].shown);
const seqs = (feed: Feed) =>
  shown(feed)
    .map(({ seq }) => seq)
    .sort((a, b) => a - b);
const one = (feed: Feed, seq: number) => shown(feed).find((found) => found.seq === seq);
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

  it("pulls when it only hears how far the log went, and again while the log goes on", () => {
    expect(nextFeed(feedOf(page(4)), { type: "reached", upTo: 60 }).behind).toBe(true);
    expect(nextFeed(feedOf(page(4)), { type: "reached", upTo: 4 }).behind).toBe(false);
    expect(pull(feedOf(page(4)), { entries: [entry(5)], lastSeq: 9 }).behind).toBe(true);
  });

  it("counts the number of what is gone and shows nothing of it", () => {
    const feed = arrive(feedOf(page(4)), { kind: "gone", seq: 5 }, entry(6));
    expect(feed.lastSeq).toBe(6);
    expect(seqs(feed)).toEqual([1, 2, 3, 4, 6]);
  });

  it("keeps what arrives behind a pill while she reads further down, and shows it in order when she asks", () => {
    const hold = { ...free, pour: true };
    const arrived = news([entry(5), entry(6), entry(7)]);
    const held = nextFeed(feedOf(page(4)), { type: "entries", news: arrived, hold });
    expect(held.columns.pour.waiting.map(({ seq }) => seq)).toEqual([7, 5]);
    expect(held.columns.contre.shown[0]?.seq).toBe(6);
    const asked = nextFeed(held, { type: "revealed", side: "pour" });
    expect(asked.columns.pour.shown.map(({ seq }) => seq)).toEqual([7, 5, 4, 2, 1]);
    expect(asked.columns.pour.waiting).toEqual([]);
  });

  it("puts nothing on top of a page in another order, or of an older page", () => {
    const feed = arrive(feedOf(page(4, { newest: false })), entry(5));
    expect(feed.columns.pour.shown.map(({ seq }) => seq)).toEqual([4, 2, 1]);
    expect(feed.columns.pour.waiting.map(({ seq }) => seq)).toEqual([5]);
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

  it("keeps the newer counts, whichever comes last", () => {
    const counts = { ...noCounts, pour: 9, version: 9 };
    const feed = nextFeed(feedOf(page(4)), { type: "tallies", news: { counts, tallies: {} } });
    const late = nextFeed(feed, { type: "tallies", news: { counts: { ...counts, pour: 8, version: 8 }, tallies: {} } });
    expect(late.counts).toEqual(counts);
    expect(arrive(feed, entry(5)).counts).toEqual(counts);
  });

  it("goes to another phase with the log, and asks for what the server wrote around it", () => {
    const feed = arrive(feedOf(page(4)), { kind: "phase", seq: 5, phase: "vote" }, { kind: "synthesis", seq: 6 });
    expect(feed).toMatchObject({ phase: "vote", outdated: true, lastSeq: 6 });
    expect(nextFeed(feed, { type: "refreshed" }).outdated).toBe(false);
  });
});

describe("words that change", () => {
  const voted = pull(feedOf(page(4)), { lastSeq: 4, tallies: { c4: tally(3, 1, 0, 4) }, mine: { c4: "agree" } });

  it("are replaced in their place; votes stay", () => {
    const mended = entry(4, { body: "**Mieux** dit.", rich: [{ type: "paragraph", children: ["Mieux"] }] });
    const feed = arrive(voted, { kind: "edited", seq: 5, entry: mended });
    expect(one(feed, 4)).toMatchObject({
      body: "**Mieux** dit.",
      edited: true,
      tally: tally(3, 1, 0, 4),
      mine: "agree",
      rich: mended.rich,
    });
    const plain = arrive(feed, { kind: "edited", seq: 6, entry: entry(4, { body: "Simplement dit." }) });
    expect(one(plain, 4)).not.toHaveProperty("rich");
  });

  it("leave the screen when they are hidden, shown or behind a pill, and their card says so", () => {
    const hold = { ...free, pour: true };
    const held = nextFeed(feedOf(page(4)), { type: "entries", news: news([entry(5)]), hold });
    const feed = arrive(held, { kind: "hidden", seq: 6, of: 5 }, { kind: "hidden", seq: 7, of: 4 });
    expect(JSON.stringify(feed)).not.toMatch(/Argument [45]/);
    expect(feed.hidden).toEqual([5, 4]);
    expect(feed.columns.pour.waiting).toEqual([]);
    expect(seqs(feed)).toEqual(upTo(4)); // nothing jumps
  });

  it("come back in their place when they were hidden by mistake", () => {
    const hidden = arrive(feedOf(page(4)), { kind: "hidden", seq: 5, of: 2 });
    const feed = arrive(hidden, { kind: "shown", seq: 6, entry: entry(2) });
    expect(feed.hidden).toEqual([]);
    expect(one(feed, 2)?.body).toBe("Argument 2");
    const fresh = page(4);
    const without = fresh.columns.pour.entries.filter(({ seq }) => seq !== 2);
    const elsewhere = feedOf({ ...fresh, columns: { ...fresh.columns, pour: { entries: without, more: false } } });
    const back = arrive(elsewhere, { kind: "shown", seq: 5, entry: entry(2) });
    expect(back.columns.pour.shown.map(({ seq }) => seq)).toEqual([4, 2, 1]);
  });
});

describe("replies on a screen", () => {
  const replied = { ...answer(5, 4), replyCount: 1 };

  it("are counted under their contribution, and shown on its own page only", () => {
    const board = arrive(feedOf(page(4)), replied);
    expect(one(board, 4)).toMatchObject({ replyCount: 1 });
    expect(JSON.stringify(board)).not.toContain("Réponse 5");
    const alone = arrive(feedOf(thread([])), replied, entry(6));
    expect(one(alone, 4)?.replies?.map(({ seq }) => seq)).toEqual([5]);
    expect(seqs(alone)).toEqual([4]); // others' contributions are not its business
  });

  it("are edited, hidden and shown again where they stand, and counted each time", () => {
    const feed = feedOf(thread([answer(2, 4), answer(3, 4)]));
    const words = { ...answer(2, 4), body: "Mieux répondu." };
    const mended = arrive(feed, { kind: "edited", seq: 5, entry: words });
    expect(one(mended, 4)?.replies?.[0]).toMatchObject({ body: "Mieux répondu.", edited: true });
    const hidden = arrive(mended, { kind: "hidden", seq: 6, of: 2, parentSeq: 4, replyCount: 1 });
    expect(one(hidden, 4)).toMatchObject({ replyCount: 1, replies: [{ seq: 3 }] });
    const back = arrive(hidden, { kind: "shown", seq: 7, entry: answer(2, 4), parentSeq: 4, replyCount: 2 });
    expect(one(back, 4)).toMatchObject({ replyCount: 2, replies: [{ seq: 2 }, { seq: 3 }] });
  });

  it("leave with the contribution that they answer", () => {
    const feed = arrive(feedOf(thread([answer(2, 4)])), { kind: "hidden", seq: 5, of: 4 });
    expect(JSON.stringify(feed)).not.toMatch(/Réponse|Argument/);
  });
});

describe("what she publishes", () => {
  const sent = { clientId: "u-1", side: "pour", body: "Mon argument", at: 1, state: "sending" } as const;
  const sending = nextFeed(feedOf(page(4)), { type: "sending", sent });

  it("is shown on its way, then once, whether the acknowledgement or the log comes first", () => {
    const own = entry(5, { id: "mine", clientId: "u-1" });
    const { clientId: _, ...unsigned } = own;
    const logFirst = nextFeed(arrive(sending, own), { type: "published", id: "mine" });
    const ackFirst = arrive(nextFeed(sending, { type: "published", id: "mine" }), unsigned);
    for (const feed of [logFirst, ackFirst]) {
      expect(feed.sent).toBeNull();
      expect(seqs(feed)).toEqual(upTo(5));
      expect(one(feed, 5)?.own).toBe(true);
    }
  });

  it("is shown at once even when she reads further down, and is not announced to her", () => {
    const hold = { pour: true, contre: true, neutre: true };
    const own = entry(5, { clientId: "u-1" });
    const feed = nextFeed(sending, { type: "entries", news: news([own]), hold });
    expect(feed.columns.pour.shown[0]?.seq).toBe(5);
    expect(feed.unheard).toEqual({ pour: 0, contre: 0, neutre: 0 });
  });

  it("stays closed to a reply across a block, hers, and linked, when a room’s frame shows it again", () => {
    const known = { closed: true, own: true, author: { ...author, href: "/membres/x" }, mine: "agree" } as const;
    const columns = { ...page(4).columns, pour: { entries: [entry(4, known)], more: false } };
    const hidden = arrive(feedOf(page(4, { columns })), { kind: "hidden", seq: 5, of: 4 });
    const back = arrive(hidden, { kind: "shown", seq: 6, entry: entry(4, { body: "Revenu" }) });
    expect(one(back, 4)).toMatchObject({ ...known, body: "Revenu" });
  });

  it("is no longer on its way once her reply has its number", () => {
    const replying = nextFeed(feedOf(thread([])), { type: "sending", sent: { ...sent, body: "Ma réponse" } });
    const feed = arrive(replying, { ...answer(5, 4), clientId: "u-1", replyCount: 1 });
    expect(feed.sent).toBeNull();
    expect(one(feed, 4)?.replies).toMatchObject([{ seq: 5, own: true }]);
  });

  it("stays, kept, when the connection is lost", () => {
    expect(nextFeed(sending, { type: "kept" }).sent?.state).toBe("kept");
    expect(nextFeed(sending, { type: "not sent" }).sent).toBeNull();
  });
});

describe("votes on a screen", () => {
  const voted = nextFeed(feedOf(page(4)), { type: "voted", id: "c4", value: "agree", attempt: 1 });
  const seen = (feed: Feed) => {
    const found = one(feed, 4);
    return found && tallyShown(found, feed.votes.c4?.value);
  };

  it("moves at once, and takes the server's count when it comes", () => {
    expect(seen(voted)).toMatchObject({ agree: 1, disagree: 0 });
    const counted = nextFeed(voted, { type: "counted", id: "c4", attempt: 1, tally: tally(8, 1, 0, 9), mine: "agree" });
    expect(seen(counted)).toEqual(tally(8, 1, 0, 9));
    expect(counted.votes).toEqual({});
  });

  it("comes back to what it was when the server refuses", () => {
    expect(seen(nextFeed(voted, { type: "vote refused", id: "c4", attempt: 1 }))).toEqual(tally(0, 0, 0, 0));
  });

  it("keeps her last wish when an earlier answer arrives late", () => {
    const changed = nextFeed(voted, { type: "voted", id: "c4", value: "disagree", attempt: 2 });
    const late = nextFeed(changed, { type: "counted", id: "c4", attempt: 1, tally: tally(1, 0, 0, 1), mine: "agree" });
    expect(seen(late)).toMatchObject({ agree: 0, disagree: 1 });
  });

  it("ignores an older tally", () => {
    const tell = (feed: Feed, version: number, agree: number) =>
      nextFeed(feed, { type: "tallies", news: { counts: noCounts, tallies: { c4: tally(agree, 0, 0, version) } } });
    expect(seen(tell(tell(feedOf(page(4)), 5, 50), 3, 30))?.agree).toBe(50);
  });
});
