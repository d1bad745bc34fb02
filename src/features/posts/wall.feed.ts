import type { PostView, WallView } from "./post.views.ts";

/** A post on a screen; `gone` once it does not reach its reader any more: its place stays. */
export type ShownPost = PostView & { gone?: true };
/** What a screen shows of a wall, and what waits until its reader asks for it. */
export type ShownWall = {
  pinned: readonly ShownPost[];
  posts: readonly ShownPost[];
  waiting: readonly PostView[];
  next: string | null;
  /** The newest that there was when she last looked: what is newer waits. Null: there was nothing. */
  newest: { at: number; id: string } | null;
};

type Placed = { at: number; id: string };
const newer = (a: Placed, b: Placed) => a.at > b.at || (a.at === b.at && a.id > b.id);

export const shownWall = ({ pinned, posts, next }: WallView): ShownWall => ({
  ...{ pinned, posts, waiting: [], next, newest: posts[0] ?? null },
});

const byAge = (posts: readonly ShownPost[]) => [...posts].sort((a, b) => (newer(a, b) ? -1 : 1));

/**
 * The first page read again: what is shown is made true, what is not there any more is marked, what is new waits. The
 * reader's own new posts are shown at once (`own`): she looks for them.
 */
export function merged(known: ShownWall, fresh: WallView, { own }: { own: boolean }): ShownWall {
  const read = new Map([...fresh.pinned, ...fresh.posts].map((post) => [post.id, post]));
  const oldest = fresh.posts.at(-1);
  const reached = (post: PostView) => fresh.next === null || (oldest !== undefined && !newer(oldest, post));
  const posts = known.posts.map((post): ShownPost => {
    const now = read.get(post.id);
    if (now) return now;
    return reached(post) ? { ...post, gone: true } : post;
  });
  const shown = new Set(known.posts.map(({ id }) => id));
  const unknown = fresh.posts.filter((post) => !shown.has(post.id));
  const arrived = unknown.filter((post) => !known.newest || newer(post, known.newest));
  // What was pinned and is not any more, or was hidden and is shown again, takes its place among the others.
  const back = unknown.filter((post) => !arrived.includes(post));
  const mine = own ? arrived.filter((post) => post.own) : [];
  const pinnedIds = new Set(fresh.pinned.map(({ id }) => id));
  return {
    newest: known.newest,
    pinned: fresh.pinned,
    posts: byAge([...posts, ...back, ...mine]).filter(({ id }) => !pinnedIds.has(id)),
    waiting: arrived.filter((post) => !mine.includes(post)),
    next: known.posts.length === 0 ? fresh.next : known.next,
  };
}

/** What waited is shown. */
export const opened = (known: ShownWall): ShownWall => ({
  ...known,
  posts: byAge([...known.waiting, ...known.posts]),
  newest: byAge([...known.waiting, ...known.posts])[0] ?? known.newest,
  waiting: [],
});

/** One post read again; null: it does not reach her any more. */
export function patched(known: ShownWall, id: string, post: PostView | null): ShownWall {
  const mend = (one: ShownPost): ShownPost => (one.id !== id ? one : (post ?? { ...one, gone: true }));
  return { ...known, pinned: known.pinned.map(mend), posts: known.posts.map(mend) };
}

/** The page that follows. */
export function withNext(known: ShownWall, page: WallView): ShownWall {
  const shown = new Set([...known.pinned, ...known.posts].map(({ id }) => id));
  return { ...known, posts: [...known.posts, ...page.posts.filter(({ id }) => !shown.has(id))], next: page.next };
}
