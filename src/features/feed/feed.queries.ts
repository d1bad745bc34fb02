import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { listEventCards } from "@/features/agenda/index.ts";
import { listDebatesById } from "@/features/debates/index.ts";
import { listPostsById } from "@/features/posts/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type Chosen, chooseFeed, type FeedKind } from "./candidates.queries.ts";
import { NEWS_COUNTED, PAGE_SIZE, pointText, readLine } from "./feed.rules.ts";
import { feedInput, newsInput } from "./feed.schema.ts";
import type { FeedItem, FeedNewsView, FeedView } from "./feed.views.ts";

/** A page of what a member's places, groups and coopains published, the newest first, as its address asks for it. */
export async function getFeed(member: Member, input: unknown = {}): Promise<FeedView> {
  const { fil: filter, apres: after, depuis } = feedInput.parse(input);
  const [{ items: chosen, next }, marker] = await Promise.all([
    chooseFeed(member, { filter, limit: PAGE_SIZE, after }),
    depuis ?? findReadAt(member),
  ]);
  const items = await loadItems(member, chosen);
  const readAt = marker?.getTime() ?? null;
  const line = readLine(
    items.map(({ at }) => at),
    readAt,
    after?.at.getTime() ?? null,
  );
  const [newest] = chosen;
  const mine = new Set(chosen.filter((one) => one.mine).map(({ id }) => id));
  const above = readAt === null ? [] : items.filter(({ at }) => at > readAt);
  return {
    filter,
    items,
    next: next && pointText(next),
    first: !after,
    top: after ? null : { at: newest?.at.getTime() ?? 0, point: newest ? pointText(newest) : "0-" },
    readAt,
    line,
    fresh: above.filter(({ id }) => !mine.has(id)).length,
  };
}

/** Whether an address asks for a page after the first one: what stands around the feed is not needed then. */
export const isLaterPage = (input: unknown): boolean => feedInput.parse(input).apres !== undefined;

/** How many things others published since a point of her feed, up to what is counted. */
export async function getFeedNews(actor: Actor, input: unknown): Promise<FeedNewsView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { fil: filter, depuis: newerThan } = newsInput.parse(input);
  const { items } = await chooseFeed(actor, { filter, limit: NEWS_COUNTED + 1, newerThan });
  const count = items.filter(({ mine }) => !mine).length;
  return { count: Math.min(count, NEWS_COUNTED), more: count > NEWS_COUNTED };
}

async function findReadAt({ id }: Member): Promise<Date | null> {
  const [row] = await readRows<{ read_at: Date }>(sql`select read_at from feed_marker where member_id = ${id}`);
  return row?.read_at ?? null;
}

/** The cards of what was chosen, in its order; what vanished meanwhile is left out. */
async function loadItems(member: Member, chosen: readonly Chosen[]): Promise<FeedItem[]> {
  const of = (kind: FeedKind) => chosen.filter((one) => one.kind === kind).map(({ id }) => id);
  const [posts, debates, events] = await Promise.all([
    listPostsById(member, of("post")),
    listDebatesById(member, of("debate")),
    listEventCards(member, of("event")),
  ]);
  const byId = <View extends { id: string }>(views: readonly View[]) =>
    new Map(views.map((view) => [view.id, view] as const));
  const [postOf, debateOf, eventOf] = [byId(posts), byId(debates), byId(events)];
  return chosen.flatMap(({ kind, id, at: moment }): FeedItem[] => {
    const at = moment.getTime();
    const [post, debate, event] = [postOf.get(id), debateOf.get(id), eventOf.get(id)];
    if (kind === "post") return post ? [{ kind, id, at, post }] : [];
    if (kind === "debate") return debate ? [{ kind, id, at, debate }] : [];
    return event ? [{ kind, id, at, event }] : [];
  });
}
