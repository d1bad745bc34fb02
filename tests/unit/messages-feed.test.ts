import { describe, expect, it } from "vitest";
import { type Feed, feedOf, nextFeed, readersOf } from "@/features/messages/message.feed.ts";
import type { LogEntry, MessageView } from "@/features/messages/message.views.ts";

const amel = { id: "amel", name: "Amel" };
const said = (seq: number, changes: Partial<MessageView> = {}): MessageView => ({
  ...{ id: `m${seq}`, seq, author: amel, at: "2026-11-28T10:00:00.000Z", body: `Message ${seq}` },
  ...{ replyTo: null, photos: [], files: [], clientId: `client-${seq}` },
  ...changes,
});
const message = (seq: number, changes: Partial<MessageView> = {}): LogEntry => ({
  ...{ kind: "message", seq, message: said(seq, changes) },
});
const person = { ...amel, href: null, photo: null };
const opened = (...entries: LogEntry[]): Feed =>
  feedOf({
    ...{ lastSeq: entries.at(-1)?.seq ?? 0, reads: { amel: 1 }, people: [person] },
    page: { entries, older: false },
  });
const told = (feed: Feed, ...entries: LogEntry[]) =>
  nextFeed(feed, { type: "entries", news: { entries, lastSeq: entries.at(-1)?.seq ?? 0 } });
const numbers = ({ entries }: Feed) => entries.map(({ seq }) => seq);

describe("a conversation on a screen", () => {
  it("takes the next number once, whatever comes twice or late", () => {
    const feed = told(told(opened(message(1)), message(2)), message(1), message(2), message(3));
    expect(numbers(feed)).toEqual([1, 2, 3]);
    expect(feed.behind).toBe(false);
  });

  it("knows that it misses something, and shows nothing beyond the hole", () => {
    const feed = told(opened(message(1)), message(3));
    expect(numbers(feed)).toEqual([1]);
    expect(feed.behind).toBe(true);
    expect(nextFeed(opened(message(1)), { type: "reached", upTo: 4 }).behind).toBe(true);
    const view = { entries: [message(2), message(3)], lastSeq: 3, reads: {} };
    expect(nextFeed(feed, { type: "pulled", view })).toMatchObject({ behind: false, lastSeq: 3 });
  });

  it("mends a message in its place, and what quotes it", () => {
    const quoting = message(2, { replyTo: { seq: 1, author: "Amel", excerpt: "Message 1" } });
    const feed = opened(message(1), quoting);
    const edited = told(feed, { kind: "edited", seq: 3, message: said(1, { body: "Autrement", edited: true }) });
    expect(numbers(edited)).toEqual([1, 2]);
    expect(edited.entries).toMatchObject([
      { message: { body: "Autrement", edited: true } },
      { message: { replyTo: { excerpt: "Autrement" } } },
    ]);
    const deleted = told(edited, { kind: "deleted", seq: 4, message: said(1, { body: "", deleted: true }) });
    expect(deleted.entries).toMatchObject([
      { message: { deleted: true, body: "" } },
      { message: { replyTo: { excerpt: "" } } },
    ]);
    expect(deleted.lastSeq).toBe(4);
  });

  it("passes over the numbers of what is not its reader’s", () => {
    const feed = told(opened(message(1)), { kind: "gone", seq: 2 }, message(3));
    expect(numbers(feed)).toEqual([1, 3]);
    expect(feed.behind).toBe(false);
  });

  it("begins again where its reader reads from, when she was taken out and came back", () => {
    const view = { entries: [message(11)], lastSeq: 11, reads: {}, from: 10 };
    const feed = nextFeed(opened(message(1), message(2)), { type: "pulled", view });
    expect(numbers(feed)).toEqual([11]);
    expect(feed).toMatchObject({ behind: false, lastSeq: 11, older: false });
  });

  it("says how far others have read, and never goes back", () => {
    let feed = opened(message(1), message(2));
    feed = nextFeed(feed, { type: "read", memberId: "bruno", readSeq: 2 });
    feed = nextFeed(feed, { type: "read", memberId: "bruno", readSeq: 1 });
    expect(readersOf(feed.reads, 2, "amel")).toEqual(["bruno"]);
    expect(readersOf(feed.reads, 3, "amel")).toEqual([]);
  });

  it("asks who somebody is whom it does not know, and knows then", () => {
    const chloe = { id: "chloe", name: "Chloé" };
    const feed = told(opened(message(1)), message(2, { author: chloe }));
    expect(feed.unknown).toBe(true);
    const people = [person, { ...chloe, href: "/membres/chloe", photo: null }];
    const known = nextFeed(feed, { type: "pulled", view: { entries: [], lastSeq: 2, reads: {}, people } });
    expect(known).toMatchObject({ unknown: false, people: { chloe: { href: "/membres/chloe" } } });
  });

  it("puts older ones above those it shows when they are asked for", () => {
    const feed = { ...opened(message(10), message(11)), older: true };
    const page = { entries: [message(8), message(9)], older: false, newer: true };
    const all = nextFeed(feed, { type: "older", page });
    expect(numbers(all)).toEqual([8, 9, 10, 11]);
    expect(all).toMatchObject({ older: false, lastSeq: 11 });
  });
});
