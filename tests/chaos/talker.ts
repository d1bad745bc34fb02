import { randomUUID } from "node:crypto";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { createOutbox } from "@/live/client/outbox.ts";
import type { SendAnswer } from "@/live/client/send-once.ts";
import type { Edit, Sent } from "./history.ts";
import { newMark } from "./marks.ts";
import { oneOf } from "./pace.ts";
import type { RunState } from "./run-state.ts";
import type { openTab } from "./screen.ts";
import type { createTalkPage } from "./talk-page.ts";

const ANSWER_MS = 6_000;
type TalkTab = ReturnType<typeof openTab<ReturnType<typeof createTalkPage>>>;
type Acked = { seq: number; id: string };
/** What was done in one conversation. */
export type TalkRecord = {
  id: string;
  sent: Sent[];
  edits: Edit[];
  hidden: Map<string, number>;
  reads: Map<string, number>;
};

let orders = 0;

/** Somebody in a conversation, with the product's own outbox: what she writes off line leaves when the line is back. */
export function createTalker(run: RunState, memberId: string, talk: TalkRecord, random: () => number) {
  const store = memoryStore();
  const busy = new Set<string>();
  let tab: TalkTab;
  let box = open();

  function open() {
    return createOutbox<{ body: string }, Acked>({
      ...{ prefix: `coopol:envoi:${memberId}:`, store, send, changed: () => {}, watched: () => false },
    });
  }

  /** As the product's `sendOnce`: by the socket, and over HTTP when there is none or no answer. */
  async function send(conversationId: string, input: { body: string; clientId: string }): Promise<SendAnswer<Acked>> {
    const body = { conversationId, ...input };
    let askedAt = performance.now();
    let answer = tab.socket.connected ? await live<Acked>("message.send", body) : null;
    if (!answer) {
      askedAt = performance.now();
      answer = await post<Acked>(paths.api.sendMessage, body);
    }
    if (answer === null) return "unreachable";
    if ("error" in answer) {
      run.refused("message.send", answer.error);
      return answer.error.code === "unavailable" || run.over ? "unreachable" : answer;
    }
    const sent = talk.sent.find(({ clientId }) => clientId === input.clientId);
    if (sent) sent.ack = answer.value;
    run.acknowledged(askedAt);
    return answer;
  }

  type Answer<Value> = { value: Value } | { error: PublicError } | null;
  const live = async <Value>(name: string, input: object): Promise<Answer<Value>> =>
    tab.socket
      .timeout(ANSWER_MS)
      .emitWithAck("call", { name, input })
      .catch(() => null);
  const post = async <Value>(path: string, input: object): Promise<Answer<Value>> =>
    fetch(`${tab.url}${path}`, {
      method: "POST",
      headers: { ...tab.headers, "content-type": "application/json" },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(ANSWER_MS * 2),
    })
      .then((response) => response.json() as Promise<Answer<Value>>)
      .catch(() => null);

  const own = () => talk.sent.flatMap(({ ack, memberId: author }) => (ack && author === memberId ? ack : []));
  const free = ({ id }: Acked) => !busy.has(id) && !talk.hidden.has(id);
  const mayAct = () => !run.over && !run.suspended.has(memberId);

  return {
    memberId,
    /** Her tab; what waited in an earlier page leaves from this one. */
    sitAt(one: TalkTab): void {
      tab = one;
      tab.socket.on("connect", () => box.flush());
    },
    /** The page is opened anew: all that is left of what she wrote is what the browser kept. */
    reloaded(): void {
      box.stop();
      box = open();
      box.flush();
    },
    write(): void {
      if (!mayAct()) return;
      const sent: Sent = { memberId, clientId: randomUUID(), mark: newMark(), ack: null };
      talk.sent.push(sent);
      box.post(talk.id, { clientId: sent.clientId, body: `Un message à lire : ${sent.mark}.` });
    },
    isWriting: () => !run.suspended.has(memberId) && box.of(talk.id).some(({ state }) => state !== "refused"),
    async edit(): Promise<void> {
      const one = mayAct() ? oneOf(own().filter(free).slice(-10), random) : undefined;
      if (!one) return;
      busy.add(one.id);
      const edit: Edit = { contributionId: one.id, mark: newMark(), order: ++orders, acked: false };
      talk.edits.push(edit);
      const body = `Les mêmes mots, mieux dits : ${edit.mark}.`;
      const answer = await post(paths.api.editMessage, { messageId: one.id, body });
      edit.acked = answer !== null && "value" in answer;
      if (answer && "error" in answer) run.refused("message.edit", answer.error);
      // Without an answer it may still be done, after another: these words are mended no more.
      if (answer) busy.delete(one.id);
    },
    async remove(): Promise<void> {
      const one = mayAct() ? oneOf(own().filter(free), random) : undefined;
      if (!one) return;
      // Until the answer it may be served; without one it may be deleted or not.
      talk.hidden.set(one.id, Number.POSITIVE_INFINITY);
      const answer = await post(paths.api.deleteMessage, { messageId: one.id });
      if (answer && "value" in answer) talk.hidden.set(one.id, performance.now());
      if (answer && "error" in answer) run.refused("message.delete", answer.error);
    },
    async read(): Promise<void> {
      const seq = mayAct() && tab.socket.connected ? tab.page().feed().lastSeq : 0;
      if (seq === 0) return;
      const answer = await live<{ readSeq: number }>("message.mark-read", { conversationId: talk.id, seq });
      if (answer && "value" in answer)
        talk.reads.set(memberId, Math.max(talk.reads.get(memberId) ?? 0, answer.value.readSeq));
      if (answer && "error" in answer) run.refused("message.mark-read", answer.error);
    },
    stop: () => box.stop(),
  };
}

export type Talker = ReturnType<typeof createTalker>;

/** What a browser keeps: it outlives the page. */
function memoryStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
