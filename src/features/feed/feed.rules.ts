import { paths } from "@/core/paths.ts";

/** What a member may keep of her feed, as its address says it. */
export const feedFilters = ["tout", "section", "groupes", "coopains", "debats", "evenements"] as const;
export type FeedFilter = (typeof feedFilters)[number];
export const filterWords: Record<FeedFilter, string> = {
  tout: "Tout",
  section: "Ma section",
  groupes: "Mes groupes",
  coopains: "Coopains",
  debats: "Débats",
  evenements: "Événements",
};

/** A moment and an id: where something stands in the feed, from the newest to the oldest. */
export type FeedPoint = { at: Date; id: string };

/** Things on a page. */
export const PAGE_SIZE = 20;
/** Beyond so many, news are not counted one by one. */
export const NEWS_COUNTED = 20;
/** How often an open screen asks whether there is news, ms. */
export const NEWS_EVERY_MS = 60_000;

/** A point as an address writes it. */
export const pointText = ({ at, id }: FeedPoint): string => `${at.getTime().toString(36)}-${id}`;

/** The feed's address. `depuis`: up to where she had read when she opened its first page, in ms. */
export function feedHref(filter: FeedFilter, later?: { after: string; depuis: number | null }): string {
  const search = new URLSearchParams();
  if (filter !== "tout") search.set("fil", filter);
  if (later) search.set("apres", later.after);
  if (later && later.depuis !== null) search.set("depuis", later.depuis.toString(36));
  return `${paths.memberHome}${search.size > 0 ? `?${search}` : ""}#fil`;
}

/**
 * Where the line "tu es à jour" stands on a page: before the thing of this index. Null: nowhere. It separates what is
 * newer than `readAt` from what is not; `before` is the moment of the last thing of the page before, if there is one.
 */
export function readLine(moments: readonly number[], readAt: number | null, before: number | null): number | null {
  if (readAt === null) return null;
  const index = moments.findIndex((at) => at <= readAt);
  if (index < 0) return null;
  if (index > 0) return index;
  return before === null || before > readAt ? 0 : null;
}

/** "3 nouveautés", in words that say how many, up to what is counted. */
export function newsWords(count: number, more: boolean): string {
  if (more) return `Plus de ${count} nouveautés`;
  return count === 1 ? "1 nouveauté" : `${count} nouveautés`;
}
