import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { paths } from "@/core/paths.ts";
import { useLiveRoom } from "@/live/client/use-live-room.ts";
import type { Box } from "../conversation.schema.ts";
import type { ConversationItemView, ConversationListView } from "../conversation.views.ts";

/** Signals come one by one: the list is asked for once for all those of this time, in ms. */
const GATHER_MS = 400;
const PATIENCE_MS = 15_000;

async function ask(box: Box, cursor?: string): Promise<ConversationListView | null> {
  try {
    const search = new URLSearchParams({ boite: box, ...(cursor && { apres: cursor }) });
    const response = await fetch(`${paths.api.conversations}?${search}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? ((await response.json()) as { value: ConversationListView }).value : null;
  } catch {
    return null; // no line: the next signal, or the next page, asks again
  }
}

/** The first page as it is now, above what had been unfolded below it. */
function merged(known: ConversationListView, fresh: ConversationListView): ConversationListView {
  const ids = new Set(fresh.items.map(({ id }) => id));
  const last = fresh.items.at(-1);
  const below = known.items.filter(({ id, at }) => !ids.has(id) && last !== undefined && at < last.at);
  return below.length > 0 && fresh.next ? { items: [...fresh.items, ...below], next: known.next } : fresh;
}

/** A list of conversations that follows what happens: asked for again when this member's own screens are told. */
export function useConversationList(
  given: ConversationListView,
  { box, me, shown }: { box: Box; me: string; shown: RefObject<HTMLElement | null> },
) {
  const [list, setList] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setList(given), [given]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const refresh = useCallback(
    (after: number) => {
      timer.current ??= setTimeout(async () => {
        timer.current = undefined;
        // Beside a conversation on a phone it is not shown, and costs nothing.
        if (!shown.current || shown.current.offsetParent === null) return;
        const fresh = await ask(box);
        if (fresh) setList((known) => merged(known, fresh));
      }, after);
    },
    [box, shown],
  );

  const joined = useRef(false);
  useLiveRoom({
    room: "person",
    id: me,
    onFrame: ({ kind, data }) => {
      if (kind !== "messages") return;
      const { conversationId, readSeq, lastSeq } = data as {
        conversationId: string;
        readSeq?: number;
        lastSeq?: number;
      };
      if (readSeq !== undefined) setList((known) => withRead(known, conversationId, readSeq));
      // What she wrote herself is read, and new all the same.
      if (readSeq === undefined || lastSeq !== undefined) refresh(GATHER_MS);
    },
    onJoined: () => {
      // The page itself has just said how things are; after a lost line they are not known.
      if (joined.current) refresh(0);
      joined.current = true;
    },
  });

  return {
    list,
    async more(): Promise<void> {
      const page = list.next ? await ask(box, list.next) : null;
      if (!page) return;
      setList((known) => {
        const ids = new Set(known.items.map(({ id }) => id));
        return { items: [...known.items, ...page.items.filter(({ id }) => !ids.has(id))], next: page.next };
      });
    },
  };
}

const withRead = (list: ConversationListView, id: string, readSeq: number): ConversationListView => ({
  ...list,
  items: list.items.map(
    (item): ConversationItemView => (item.id === id && readSeq >= item.lastSeq ? { ...item, unread: 0 } : item),
  ),
});
