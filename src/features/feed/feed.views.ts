import type { EventCardView } from "@/features/agenda/index.ts";
import type { DebateView } from "@/features/debates/index.ts";
import type { PostView } from "@/features/posts/index.ts";
import type { FeedFilter } from "./feed.rules.ts";

/** Something that was published for its reader: what it is, as its own cards show it. Moments in milliseconds. */
export type FeedItem = { id: string; at: number } & (
  | { kind: "post"; post: PostView }
  | { kind: "debate"; debate: DebateView }
  | { kind: "event"; event: EventCardView }
);

export type FeedView = {
  filter: FeedFilter;
  items: FeedItem[];
  /** Where the next page begins, as an address says it; null at the end of all. */
  next: string | null;
  /** Whether this page is the first one. */
  first: boolean;
  /** The newest thing of all, for "is there news": its moment, and as an address says it. Null on later pages. */
  top: { at: number; point: string } | null;
  /** Up to where she had read when she opened the first page; null: never yet. */
  readAt: number | null;
  /** Before which thing of this page stands the line that says it. */
  line: number | null;
  /** How many things above the line others published. */
  fresh: number;
};

export type FeedNewsView = { count: number; more: boolean };
