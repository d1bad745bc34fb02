import type { ContributionView, LogEntry, Reader, TallyNews } from "@/features/debates/contribution.views.ts";
import { type Feed, type FeedEvent, feedOf, type News, nextFeed } from "@/features/debates/debate.feed.ts";
import { sides } from "@/features/debates/debate.rules.ts";
import type { CatchUpView } from "@/features/debates/debate.views.ts";
import type { Line, Page, Reading } from "./history.ts";
import { marksIn } from "./marks.ts";

const empty = { entries: [], more: false };
/** A page that holds nothing yet: the whole log reaches it as news. */
const NOTHING_YET: Parameters<typeof feedOf>[0] = {
  debate: { lastSeq: 0, phase: "debate", counts: { pour: 0, contre: 0, neutre: 0, votes: 0, version: -1 } },
  columns: { pour: empty, contre: empty, neutre: empty },
  newest: true,
  threaded: false,
};
/** What arrives waits behind the pill, of which nothing is trimmed: the whole log stays on the page for the checker. */
const HOLD = { pour: true, contre: true, neutre: true };

type Browser = { name: string; reader: Reader; memberId: string | null };

/** A debate page as a browser holds it: the product's own reducer, and a record of what it showed. */
export function createPage({ name, reader, memberId }: Browser, memberIds: ReadonlySet<string>) {
  let feed = feedOf(NOTHING_YET);
  const lines: Line[] = [];
  const readings: Reading[] = [];

  /** What the reducer took of what it was told. */
  function record(before: number, entries: readonly LogEntry[]): void {
    const said = new Map(entries.map((entry) => [entry.seq, entry]));
    for (let seq = before + 1; seq <= feed.lastSeq; seq++) {
      const entry = said.get(seq);
      if (entry) lines.push({ seq, kind: entry.kind, id: idOf(entry) });
    }
  }

  /** The card of what was hidden says so and nothing else: it is not shown. */
  const isShown = ({ seq, body }: ContributionView) => body !== "" || !feed.hidden.includes(seq);

  function tell(event: FeedEvent): void {
    const before = feed.lastSeq;
    feed = nextFeed(feed, event);
    if (feed.lastSeq === before) return;
    record(before, event.type === "pulled" ? event.view.entries : event.type === "entries" ? event.news.entries : []);
  }

  return {
    feed: () => feed,
    tell,
    /** Takes a frame of its room. */
    frame(kind: string, data: object): void {
      if (kind === "tallies") tell({ type: "tallies", news: data as TallyNews });
      else if (kind !== "entries") return;
      else if ("upTo" in data) tell({ type: "reached", upTo: (data as { upTo: number }).upTo });
      else tell({ type: "entries", news: data as News, hold: HOLD });
    },
    pulled: (view: unknown) => tell({ type: "pulled", view: view as CatchUpView, hold: HOLD }),
    /** Notes what the server sent, before the page takes it. */
    read(via: Reading["via"], at: number, text: string): void {
      readings.push({ via, at, marks: marksIn(text), names: reader === "public" ? identifying(text, memberIds) : [] });
    },
    history(final: boolean): Page {
      const cards = cardsOf(feed)
        .filter(isShown)
        .map(({ id, body, tally, replyCount }) => {
          return { id, mark: marksIn(body)[0] ?? null, tally, replies: replyCount };
        });
      return { name, reader, memberId, final, lines, cards, counts: feed.counts, readings };
    },
  };
}

export type OpenPage = ReturnType<typeof createPage>;

function idOf(entry: LogEntry): string | null {
  if (entry.kind === "contribution" || entry.kind === "reply") return entry.id;
  return entry.kind === "edited" || entry.kind === "shown" ? entry.entry.id : null;
}

/** The contributions on a page. */
export const cardsOf = ({ columns }: Feed): ContributionView[] =>
  sides.flatMap((side) => [...columns[side].waiting, ...columns[side].shown]);

/** The members whom a text points to, by their ids (in their names too); `clientId` is the authors' own business. */
function identifying(text: string, memberIds: ReadonlySet<string>): string[] {
  const found = (text.match(/[0-9a-hjkmnp-tv-z]{12}/g) ?? []).filter((word) => memberIds.has(word));
  return text.includes('"clientId"') ? [...found, "a client id"] : found;
}
