import { useCallback, useEffect, useRef, useState } from "react";
import type { PublicError } from "@/core/app-error.ts";
import { newClientId } from "@/core/client-id.ts";
import type { LogNews } from "@/core/log.ts";
import { paths } from "@/core/paths.ts";
import type { CallAnswer } from "@/live/client/live-call.ts";
import { signalTyping, signalTypingOver } from "@/live/client/typing.ts";
import type { LiveStatus } from "@/live/client/use-live-room.ts";
import { useLog } from "@/live/client/use-log.ts";
import { type Feed, type FeedEvent, type FirstPage, feedOf, nextFeed } from "../message.feed.ts";
import type { CatchUpView, HistoryView, LogEntry } from "../message.views.ts";
import { messageOutbox, type OutgoingMessage, type Written, watchOutgoing } from "./message-outbox.ts";
import { useReadMarker } from "./use-read-marker.ts";

const NOBODY: readonly string[] = [];
const ROOM = "conversation";

export type LiveConversation = {
  feed: Feed;
  status: LiveStatus;
  /** What the reader wrote and the log does not show yet, the oldest first: on its way, waiting for the line, or refused. */
  outgoing: readonly OutgoingMessage[];
  /** Who is there and who writes, of those whom she may see, by their ids (`feed.people` says who they are). */
  here: readonly string[];
  typing: readonly string[];
  /** Sends; kept until it has arrived. Answers the client id. */
  send: (written: Written) => string;
  /** What was refused goes again, or is given up. */
  again: (clientId: string) => void;
  drop: (clientId: string) => void;
  /** Null when it is done; the sentence of the refusal otherwise. */
  edit: (messageId: string, written: Pick<Written, "body" | "mentions">) => Promise<PublicError | null>;
  remove: (messageId: string) => Promise<PublicError | null>;
  /** She is typing; or stopped. */
  typed: () => void;
  /** She has this message before her eyes: her marker moves, soon and never back. */
  sawUpTo: (seq: number) => void;
  /** Up to where she had read when she opened it: what comes after is new. */
  newFrom: number;
  /** The reader wants nothing to move: what comes meanwhile is pulled when she resumes. */
  paused: boolean;
  pause: (wanted: boolean) => void;
  loadOlder: () => Promise<boolean>;
};

/** A conversation as this screen holds it: live frames, pulls for what was missed, what the reader writes. */
export function useConversation(id: string, me: string, first: FirstPage & { readSeq: number }): LiveConversation {
  const current = useRef<Feed>(null as never);
  current.current ??= feedOf(first);
  const [feed, setFeed] = useState(current.current);
  const [here, setHere] = useState(NOBODY);
  const [typing, setTyping] = useState(NOBODY);
  const [outgoing, setOutgoing] = useState<readonly OutgoingMessage[]>([]);
  const [newFrom] = useState(first.readSeq);
  const [paused, setPaused] = useState(false);

  const tell = useCallback((event: FeedEvent) => {
    current.current = nextFeed(current.current, event);
    setFeed(current.current);
  }, []);

  const { status, pull } = useLog<CatchUpView>({
    ...{ room: ROOM, id, url: paths.api.messageLog(id) },
    lastSeq: () => current.current.lastSeq,
    isBehind: () => current.current.behind,
    behind: feed.behind || feed.unknown,
    paused,
    seen: () => (current.current.unknown ? "personnes" : undefined),
    take: (view) => tell({ type: "pulled", view }),
    onFrame: ({ kind, data }) => {
      if (paused) return;
      if (kind === "presence") return setHere((data as { here: string[] }).here);
      if (kind === "typing") return setTyping((data as { typing: string[] }).typing);
      if (kind === "read") return tell({ type: "read", ...(data as { memberId: string; readSeq: number }) });
      if ("upTo" in (data as object)) tell({ type: "reached", upTo: (data as { upTo: number }).upTo });
      else tell({ type: "entries", news: data as LogNews<LogEntry> });
    },
  });
  // Nobody is there, and nobody writes, as far as a screen without a line can tell.
  useEffect(() => {
    if (status === "live") return;
    setHere(NOBODY);
    setTyping(NOBODY);
  }, [status]);

  useEffect(() => {
    const show = () => setOutgoing(messageOutbox(me).box.of(id));
    const stop = watchOutgoing(me, id, show);
    show();
    return () => {
      stop();
      signalTypingOver(ROOM, id);
    };
  }, [me, id]);
  // What the log shows is on its way no longer.
  useEffect(() => {
    const shown = new Set(feed.entries.map((entry) => (entry.kind === "message" ? entry.message.clientId : undefined)));
    const arrived = outgoing.filter(
      ({ input, value }) => shown.has(input.clientId) || (value && value.seq <= feed.lastSeq),
    );
    if (arrived.length > 0) messageOutbox(me).box.drop(arrived.map(({ input }) => input.clientId));
    else if (status !== "live" && outgoing.some(({ state }) => state === "stored")) void pull();
  }, [feed, outgoing, status, pull, me]);

  const sawUpTo = useReadMarker(id, Math.max(first.readSeq, feed.reads[me] ?? 0));

  async function loadOlder(): Promise<boolean> {
    const oldest = current.current.entries[0]?.seq ?? 0;
    try {
      const response = await fetch(`${paths.api.messageHistory(id)}?avant=${oldest}`);
      const { value } = (await response.json()) as { value?: HistoryView };
      if (value) tell({ type: "older", page: value });
      return value !== undefined;
    } catch {
      return false; // the line is lost: it is asked again by hand
    }
  }

  async function change(input: object, url: string): Promise<PublicError | null> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      const answer = (await response.json()) as CallAnswer<unknown>;
      if ("error" in answer) return answer.error;
      if (status !== "live") void pull();
      return null;
    } catch {
      return UNREACHABLE;
    }
  }

  return {
    ...{ feed, status, outgoing, here, typing, newFrom, sawUpTo, paused },
    pause(wanted) {
      setPaused(wanted);
      if (!wanted) void pull();
    },
    send(written) {
      const clientId = newClientId();
      messageOutbox(me).box.post(id, { ...written, clientId });
      signalTypingOver(ROOM, id);
      return clientId;
    },
    again: (clientId) => messageOutbox(me).box.again(clientId),
    drop: (clientId) => messageOutbox(me).box.drop([clientId]),
    edit: (messageId, written) => change({ messageId, ...written }, paths.api.editMessage),
    remove: (messageId) => change({ messageId }, paths.api.deleteMessage),
    typed: () => signalTyping(ROOM, id),
    loadOlder,
  };
}

const UNREACHABLE: PublicError = {
  code: "unavailable",
  reason: "database_away",
  message: "La connexion est perdue. Réessaie dans un instant.",
};
