import type { Socket } from "socket.io-client";
import { paths } from "@/core/paths.ts";
import type { ChildServer } from "./child-server.ts";

const SPREAD_MS = 300;

type Reading = { lastSeq: number; entries?: { seq: number }[]; upTo?: number };

/** What the product's screen does, without drawing: takes only the next number of the log, and pulls what it misses. */
export function createViewer(
  server: ChildServer,
  debateId: string,
  options: { cookie: string; lastSeq: number; onSeq?: (seq: number, at: number) => void },
) {
  let { lastSeq } = options;
  let pulling: Promise<void> | null = null;
  let pulls = 0;
  let socket: Socket | undefined;

  function take({ entries = [] }: Reading): void {
    const now = performance.now();
    for (const { seq } of entries) {
      if (seq !== lastSeq + 1) continue;
      lastSeq = seq;
      options.onSeq?.(seq, now);
    }
  }

  /** As the product's `livePull`: by the socket, or over HTTP. */
  async function ask(after: number): Promise<Reading | undefined> {
    if (socket?.connected) {
      const asked = { room: "debate", id: debateId, after };
      const answer = await socket
        .timeout(6_000)
        .emitWithAck("pull", asked)
        .catch(() => ({}));
      if (answer.value) return answer.value as Reading;
    }
    const url = `http://127.0.0.1:${server.port}${paths.api.debateEntries(debateId)}?apres=${after}`;
    const response = await fetch(url, { headers: { origin: server.origin, cookie: options.cookie } });
    return ((await response.json()) as { value?: Reading }).value;
  }

  async function pullAll(): Promise<void> {
    for (;;) {
      const from = lastSeq;
      pulls++;
      const value = await ask(from);
      if (!value) throw new Error("the server could not say");
      take(value);
      if (lastSeq >= value.lastSeq || lastSeq === from) return;
    }
  }

  const pull = (): Promise<void> => {
    pulling ??= pullAll()
      .catch(() => later())
      .finally(() => {
        pulling = null;
      });
    return pulling;
  };
  const later = () => void setTimeout(pull, Math.random() * SPREAD_MS);

  return {
    pull,
    lastSeq: () => lastSeq,
    pulls: () => pulls,
    listen(own: Socket): void {
      socket = own;
      own.on("frame", ({ kind, data }: { kind: string; data: Reading }) => {
        if (kind !== "entries") return;
        take(data);
        if ((data.upTo ?? data.lastSeq) > lastSeq && !pulling) later();
      });
    },
  };
}

export type Viewer = ReturnType<typeof createViewer>;
