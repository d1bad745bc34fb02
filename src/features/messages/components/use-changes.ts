import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { Moved } from "./unread-store.ts";

/** What happens together is read once, in ms. */
const SETTLE_MS = 500;

/**
 * Reads the page again when the conversation itself is no longer what it was: a request was answered, somebody came or
 * went, it has a name, one of the two blocked the other. `happened` is the number of the last thing that its log says of it. Out of it, one goes
 * back to the list.
 */
export function useChanges(conversationId: string, me: string, happened: number): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), SETTLE_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveRoom({
    room: "person",
    id: me,
    onFrame: ({ kind, data }) => {
      if (kind !== "messages") return;
      const moved = data as Moved;
      if (moved.conversationId !== conversationId) return;
      if (moved.gone) router.replace(paths.messages);
      else if (moved.changed) again();
    },
    onJoined: () => {},
  });

  const known = useRef(happened);
  useEffect(() => {
    if (known.current === happened) return;
    known.current = happened;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), SETTLE_MS);
  }, [happened, router]);
}
