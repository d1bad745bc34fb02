import { type Feed, type FeedEvent, feedOf, nextFeed } from "@/features/debates/debate.feed.ts";
import type { EntryView, LogEntry, Reader } from "@/features/debates/debate.views.ts";
import type { Line, Page, Reading } from "./history.ts";

const NOTHING_YET: Parameters<typeof feedOf>[0] = {
  debate: {
    id: "",
    slug: "",
    question: "",
    framing: "",
    audience: "open",
    place: "",
    opensAt: 0,
    closesAt: 0,
    lastSeq: 0,
    counts: { pour: 0, contre: 0, votes: 0 },
  },
  pour: { entries: [], older: false, newest: true },
  contre: { entries: [], older: false, newest: true },
};
/** What arrives waits behind the pill, of which nothing is trimmed: the whole log stays on the page for the checker. */
export const HOLD = { pour: true, contre: true };

/** A debate page as a browser holds it: the product's own reducer, and a record of what it showed. */
export function createPage(name: string, reader: Reader, memberIds: ReadonlySet<string>) {
  let feed = feedOf(NOTHING_YET);
  const lines: Line[] = [];
  const readings: Reading[] = [];

  function record(before: number): void {
    const taken = new Map(entriesOf(feed).flatMap(({ seq, id }) => (seq > before ? [[seq, id]] : [])));
    for (let seq = before + 1; seq <= feed.lastSeq; seq++) lines.push({ seq, id: taken.get(seq) ?? null });
  }

  return {
    feed: () => feed,
    tell(event: FeedEvent): void {
      const before = feed.lastSeq;
      feed = nextFeed(feed, event);
      if (feed.lastSeq > before) record(before);
    },
    /** Notes what the server sent, before the page takes it. */
    read(via: Reading["via"], at: number, data: { entries?: readonly LogEntry[] }): void {
      const ids = (data.entries ?? []).flatMap((entry) => ("hidden" in entry ? [] : [entry.id]));
      const names = reader === "public" ? identifying(JSON.stringify(data), memberIds) : [];
      if (ids.length + names.length > 0) readings.push({ via, at, ids, names });
    },
    history(final: boolean): Page {
      const entries = entriesOf(feed);
      return {
        name,
        reader,
        final,
        lines,
        shown: entries.map(({ id }) => id),
        tallies: Object.fromEntries(entries.map(({ id, tally }) => [id, tally])),
        counts: feed.counts,
        readings,
      };
    },
  };
}

export type OpenPage = ReturnType<typeof createPage>;

const entriesOf = ({ columns: { pour, contre } }: Feed): EntryView[] => [
  ...pour.waiting,
  ...pour.shown,
  ...contre.waiting,
  ...contre.shown,
];

/** The members whom a text points to, by their ids (in their names too); `clientId` is the authors' own business. */
function identifying(text: string, memberIds: ReadonlySet<string>): string[] {
  const found = (text.match(/[0-9a-hjkmnp-tv-z]{12}/g) ?? []).filter((word) => memberIds.has(word));
  return text.includes('"clientId"') ? [...found, "a client id"] : found;
}
