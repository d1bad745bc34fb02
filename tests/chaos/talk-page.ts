import type { LogNews } from "@/core/log.ts";
import { type Feed, type FeedEvent, feedOf, nextFeed } from "@/features/messages/message.feed.ts";
import type { CatchUpView, LogEntry } from "@/features/messages/message.views.ts";
import type { Line, Page, Reading } from "./history.ts";
import { marksIn } from "./marks.ts";

const NO_VOTES = { agree: 0, disagree: 0, pass: 0, version: 0 };
const NO_COUNTS = { pour: 0, contre: 0, neutre: 0, votes: 0, version: 0 };
/** A page that holds nothing yet: the whole log reaches it as news. */
const nothingYet = () => feedOf({ lastSeq: 0, reads: {}, people: [], page: { entries: [], older: false } });

/** A conversation as a browser holds it: the product's own reducer, and a record of what it showed. */
export function createTalkPage({ name, memberId }: { name: string; memberId: string }) {
  let feed: Feed = nothingYet();
  const lines: Line[] = [];
  const readings: Reading[] = [];

  function tell(event: FeedEvent, entries: readonly LogEntry[]): void {
    const before = feed.lastSeq;
    feed = nextFeed(feed, event);
    const said = new Map(entries.map((entry) => [entry.seq, entry]));
    for (let seq = before + 1; seq <= feed.lastSeq; seq++) {
      const entry = said.get(seq);
      if (entry) lines.push(lineOf(entry));
    }
  }

  return {
    feed: () => feed,
    frame(kind: string, data: object): void {
      if (kind === "read") tell({ type: "read", ...(data as { memberId: string; readSeq: number }) }, []);
      else if (kind !== "entries") return;
      else if ("upTo" in data) tell({ type: "reached", upTo: (data as { upTo: number }).upTo }, []);
      else tell({ type: "entries", news: data as LogNews<LogEntry> }, (data as LogNews<LogEntry>).entries);
    },
    pulled: (view: unknown) => tell({ type: "pulled", view: view as CatchUpView }, (view as CatchUpView).entries),
    read: (via: Reading["via"], at: number, text: string) =>
      void readings.push({ via, at, marks: marksIn(text), names: [] }),
    history(final: boolean): Page {
      const cards = feed.entries.flatMap((entry) => {
        if (entry.kind !== "message" || entry.message.deleted) return [];
        const { id, body } = entry.message;
        return [{ id, mark: marksIn(body)[0] ?? null, tally: NO_VOTES, replies: 0 }];
      });
      return { name, reader: "members", memberId, final, lines, cards, counts: NO_COUNTS, readings };
    },
  };
}

/** A number in the words of a debate's log, which the checker knows. */
function lineOf(entry: LogEntry): Line {
  const { seq, kind } = entry;
  if (kind === "deleted") return { seq, kind: "hidden", id: null };
  if ((kind === "message" || kind === "edited") && !entry.message.deleted)
    return { seq, kind: kind === "message" ? "contribution" : "edited", id: entry.message.id };
  return { seq, kind: "gone", id: null };
}
