"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { counted } from "@/core/french-dates.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import { askUnread, beUnread, hearMoved, type Moved, type Unread, useUnread } from "./unread-store.ts";

const totalOf = ({ conversations, requests }: Unread) => conversations.length + requests;

/** How many conversations wait, beside the word or on the sign that leads to them. Nothing when none does. */
export function UnreadBadge({ first }: { first: Unread }) {
  const total = totalOf(useUnread(first));
  if (total === 0) return null;
  return (
    <span className="grid min-w-5 place-items-center rounded-full bg-rose px-1.5 text-xs leading-5 font-bold text-on-rose tabular-nums">
      <span aria-hidden="true">{total > 99 ? "99+" : total}</span>
      <span className="sr-only">{counted(total, "conversation non lue", "conversations non lues")}</span>
    </span>
  );
}

const MARK = /^\(\d+\+?\) /;

/** Follows what waits for a member, once in a page, and says it in the title of the tab. */
export function UnreadWatch({ me, first }: { me: string; first: Unread }) {
  const total = totalOf(useUnread(first));
  const path = usePathname();
  useEffect(() => beUnread(first), [first]);
  useLiveRoom({
    room: "person",
    id: me,
    onFrame: ({ kind, data }) => kind === "messages" && hearMoved(data as Moved),
    onJoined: () => askUnread(),
  });

  useEffect(() => {
    const mark = () => {
      const bare = document.title.replace(MARK, "");
      const wanted = total > 0 ? `(${total > 99 ? "99+" : total}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    mark();
    // The framework writes the title of a page after it has shown the page.
    const watcher = new MutationObserver(mark);
    watcher.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watcher.disconnect();
  }, [total, path]);
  return null;
}
