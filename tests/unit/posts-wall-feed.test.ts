import { describe, expect, it } from "vitest";
import type { PostView, WallView } from "@/features/posts/post.views.ts";
import { merged, opened, patched, shownWall, withNext } from "@/features/posts/wall.feed.ts";

const post = (id: string, at: number, more: Partial<PostView> = {}) => ({ id, at, own: false, ...more }) as PostView;
const page = (posts: PostView[], more: Partial<WallView> = {}): WallView => ({
  pinned: [],
  posts,
  next: null,
  ...more,
});
const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id).join("");
const [a, b, c, d] = [post("a", 1), post("b", 2), post("c", 3), post("d", 4)];

describe("a wall on a screen", () => {
  it("moves nothing under the eyes: what others publish waits until it is asked for", () => {
    const known = merged(shownWall(page([b, a])), page([d, c, b, a]), { own: true });
    expect([ids(known.posts), ids(known.waiting)]).toEqual(["ba", "dc"]);
    expect(ids(opened(known).posts)).toBe("dcba");
    expect(opened(known).waiting).toEqual([]);
  });

  it("shows the reader’s own at once, and counts what waits once however often it is told", () => {
    const own = post("o", 5, { own: true });
    let known = merged(shownWall(page([b, a])), page([own, c, b, a]), { own: true });
    known = merged(known, page([own, c, b, a]), { own: true });
    expect([ids(known.posts), ids(known.waiting)]).toEqual(["oba", "c"]);
  });

  it("keeps true what it shows, and marks what is not there any more in its place", () => {
    const mended = post("b", 2, { body: "Autrement." });
    const known = merged(shownWall(page([c, b, a])), page([c, mended]), { own: true });
    expect(known.posts).toMatchObject([{ id: "c" }, { id: "b", body: "Autrement." }, { id: "a", gone: true }]);
    expect(patched(known, "c", null).posts[0]).toMatchObject({ id: "c", gone: true });
  });

  it("does not take for gone what lies beyond the page that was read again", () => {
    const known = merged(shownWall(page([d, c, b, a])), page([d, c], { next: "x" }), { own: true });
    expect(known.posts.some(({ gone }) => gone)).toBe(false);
  });

  it("brings a post back to its place when it is pinned no more, and shows it once", () => {
    const known = shownWall(page([c, a], { pinned: [b] }));
    expect(ids(merged(known, page([c, b, a]), { own: true }).posts)).toBe("cba");
    const pinned = merged(shownWall(page([c, b, a])), page([c, a], { pinned: [b] }), { own: true });
    expect([ids(pinned.pinned), ids(pinned.posts)]).toEqual(["b", "ca"]);
  });

  it("goes on after the last one, without repeating any", () => {
    const known = withNext(shownWall(page([d, c], { next: "x" })), page([c, b, a], { next: "y" }));
    expect([ids(known.posts), known.next]).toEqual(["dcba", "y"]);
  });
});
