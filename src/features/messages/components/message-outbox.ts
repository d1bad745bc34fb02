import { paths } from "@/core/paths.ts";
import { connection } from "@/live/client/connection.ts";
import { createOutbox, type Outgoing } from "@/live/client/outbox.ts";
import { sendOnce } from "@/live/client/send-once.ts";
import type { Named } from "./named-members.ts";

/** What a member writes in a conversation, as it leaves her browser. */
export type Written = {
  body: string;
  replyToId?: string;
  photoIds?: readonly string[];
  /** What each photo shows, in the same order. */
  descriptions?: readonly string[];
  fileIds?: readonly string[];
  mentions?: readonly Named[];
};
type Sent = { seq: number; id: string };
export type OutgoingMessage = Outgoing<Written, Sent>;

type Shared = {
  me: string;
  box: ReturnType<typeof open>;
  /** Called when anything in it changed. */
  listeners: Set<() => void>;
  /** Conversations that a screen shows, and by how many. */
  watched: Map<string, number>;
};
let shared: Shared | undefined;

/** The one outbox of this page, for this reader: what was written off line leaves when the line is back, in its order. */
export function messageOutbox(me: string): Shared {
  if (shared?.me === me) return shared;
  shared?.box.stop();
  const [listeners, watched] = [new Set<() => void>(), new Map<string, number>()];
  const box = open(
    me,
    () => {
      for (const heard of listeners) heard();
    },
    (lane) => watched.has(lane),
  );
  shared = { me, box, listeners, watched };
  addEventListener("online", box.flush);
  connection().then(
    (socket) => socket.on("connect", box.flush),
    () => {},
  );
  box.flush();
  return shared;
}

const open = (me: string, changed: () => void, watched: (lane: string) => boolean) =>
  createOutbox<Written, Sent>({
    ...{ prefix: `coopol:envoi:${me}:`, store: storage(), changed, watched },
    send: (conversationId, input) =>
      sendOnce<Sent>("message.send", { ...input, ...{ conversationId } }, paths.api.sendMessage, { pace: 3 }),
  });

/** A screen shows a conversation: it is told what is on its way there. Answers how to stop. */
export function watchOutgoing(me: string, conversationId: string, heard: () => void): () => void {
  const { listeners, watched, box } = messageOutbox(me);
  listeners.add(heard);
  watched.set(conversationId, (watched.get(conversationId) ?? 0) + 1);
  return () => {
    listeners.delete(heard);
    const left = (watched.get(conversationId) ?? 1) - 1;
    if (left > 0) return void watched.set(conversationId, left);
    watched.delete(conversationId);
    // Nobody shows it any more: what arrived needs no keeping.
    box.drop(box.of(conversationId).flatMap(({ state, input }) => (state === "stored" ? input.clientId : [])));
  };
}

function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null; // forbidden
  }
}
