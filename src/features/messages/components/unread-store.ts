import { useSyncExternalStore } from "react";
import { paths } from "@/core/paths.ts";

// How many of one's conversations hold something unread, the same for every part of the page: kept by conversation, so
// that a message, and reading it in another tab, move it by one wherever it is shown.

export type Unread = { conversations: readonly string[]; requests: number };

/** What a member's own screens hear of one of her conversations. */
export type Moved = {
  conversationId: string;
  lastSeq?: number;
  readSeq?: number;
  unread?: boolean;
  muted?: true;
  request?: true;
  gone?: true;
  changed?: true;
};

const GATHER_MS = 400;
const none: Unread = { conversations: [], requests: 0 };
const listeners = new Set<() => void>();
/** How far each conversation went, as far as this page has heard. */
const reached = new Map<string, number>();
let state = none;
let asking = false;

function set(next: Unread): void {
  state = next;
  for (const listener of listeners) listener();
}

function count(id: string, unread: boolean): void {
  const others = state.conversations.filter((one) => one !== id);
  if (unread === others.length < state.conversations.length) return;
  set({ ...state, conversations: unread ? [...others, id] : others });
}

/** What the server just said with the page, or when asked. */
export function beUnread(next: Unread): void {
  set(next);
}

/** Asks the server, once for all that comes within a moment. */
export function askUnread(after = GATHER_MS): void {
  if (asking) return;
  asking = true;
  setTimeout(async () => {
    asking = false;
    try {
      const response = await fetch(paths.api.messageCounts, { signal: AbortSignal.timeout(15_000) });
      if (response.ok) set(((await response.json()) as { value: Unread }).value);
    } catch {
      // No line: it is asked again when it is back.
    }
  }, after);
}

/** A conversation moved. */
export function hearMoved({
  conversationId: id,
  lastSeq,
  readSeq,
  unread,
  muted,
  request,
  gone,
  changed,
}: Moved): void {
  if (lastSeq !== undefined) reached.set(id, Math.max(lastSeq, reached.get(id) ?? 0));
  if (gone || changed || request) askUnread();
  else if (unread !== undefined) count(id, unread);
  else if (readSeq === undefined) count(id, lastSeq !== undefined && !muted);
  else if (readSeq >= (reached.get(id) ?? 0)) count(id, false);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What is unread now; what the page came with until it has come to life. */
export const useUnread = (first: Unread): Unread => {
  const now = useSyncExternalStore(
    subscribe,
    () => state,
    () => first,
  );
  return now === none ? first : now;
};
