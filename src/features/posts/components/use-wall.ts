import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { PostView, WallView } from "../post.views.ts";
import { merged, opened, patched, type ShownWall, shownWall, withNext } from "../wall.feed.ts";
import { read } from "./send.ts";

/** A signal reaches every screen at once: they ask again spread over this time, in ms, once each however many signals. */
const SPREAD_MS = 600;

/** The wall of a group (or a page of it further down, `after` a place) as it is now. What is new waits until it is asked for; what is shown is kept true where it stands. */
export function useWall(groupId: string, given: WallView, after: string | null) {
  const [wall, setWall] = useState<ShownWall>(() => shownWall(given));
  const pulling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stale = useRef(new Set<string>());
  const current = useRef(wall);
  useEffect(() => {
    current.current = wall;
  });
  useEffect(() => () => clearTimeout(pulling.current), []);
  useEffect(() => setWall((known) => merged(known, given, { own: true })), [given]);

  const pull = useCallback(
    (spread: number) => {
      pulling.current ??= setTimeout(async () => {
        pulling.current = undefined;
        const fresh = await read<WallView>(`${paths.api.groupWall(groupId)}${after ? `?apres=${after}` : ""}`);
        if (fresh) setWall((known) => merged(known, fresh, { own: true }));
      }, Math.random() * spread);
    },
    [groupId, after],
  );

  /** What changed of posts below the first page is asked one by one. */
  const refetch = useCallback(async (ids: readonly string[]) => {
    const shown = ids.filter((id) => current.current.posts.some((post) => post.id === id) && !stale.current.has(id));
    for (const id of shown) stale.current.add(id);
    if (shown.length === 0) return;
    await new Promise((done) => setTimeout(done, Math.random() * SPREAD_MS));
    for (const id of shown) {
      stale.current.delete(id);
      const post = await read<PostView>(paths.api.post(id));
      if (post !== undefined) setWall((known) => patched(known, id, post));
    }
  }, []);

  const status = useLiveRoom({
    room: "group",
    id: groupId,
    onFrame: ({ kind, data }) => {
      const ids = (data as { ids?: string[] }).ids ?? [];
      if (kind === "posts") pull(SPREAD_MS);
      if (kind === "posts" || kind === "post") void refetch(ids);
    },
    onJoined: () => pull(0),
  });

  return {
    wall,
    status,
    pull,
    open: () => setWall(opened),
    async more(): Promise<void> {
      const { next } = current.current;
      if (!next) return;
      const page = await read<WallView>(`${paths.api.groupWall(groupId)}?apres=${next}`);
      if (page) setWall((known) => withNext(known, page));
    },
  };
}
