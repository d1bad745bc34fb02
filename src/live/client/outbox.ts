import type { PublicError } from "@/core/app-error.ts";
import type { SendAnswer } from "./send-once.ts";

const RETRY_MS = 5_000;

/** What was written here and is not known to have arrived. */
export type Outgoing<Input, Result = unknown> = {
  /** What it belongs to: what is sent in one lane arrives in its order. */
  lane: string;
  input: Input & { clientId: string };
  /** When it was written, in ms. */
  at: number;
  /**
   * `waiting`: for the line, or for its turn. `stored`: the server has it, and the screen has not shown it yet. `refused`:
   * the server said why; it goes again when it is told to.
   */
  state: "sending" | "waiting" | "stored" | "refused";
  problem?: PublicError;
  /** What the server answered. */
  value?: Result;
};

/** Where it is kept: `localStorage`, or nothing where a browser forbids it. */
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | null;

type Options<Input, Result> = {
  /** Whose it is: a computer may be shared. */
  prefix: string;
  store: Store;
  send: (lane: string, input: Input & { clientId: string }) => Promise<SendAnswer<Result>>;
  changed: () => void;
  /** Whether a screen shows this lane: it keeps what was stored until the screen has shown it (`drop`). */
  watched: (lane: string) => boolean;
};

/**
 * What is sent, kept in this browser until the server has acknowledged it: survives a reload, leaves when the line is
 * back, in order, one at a time in each lane. Every one carries its client id: two tabs that send it write it once.
 */
export function createOutbox<Input, Result>({ prefix, store, send, changed, watched }: Options<Input, Result>) {
  type One = Outgoing<Input, Result>;
  const items = new Map<string, One>();
  const running = new Set<string>();
  /** What the store is known to hold, or to have held: a full or forbidden one never took the others. */
  const kept = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  const keyOf = ({ at, input }: One) => `${prefix}${String(at).padStart(15, "0")}:${input.clientId}`;
  function keep(one: One): void {
    try {
      store?.setItem(keyOf(one), JSON.stringify({ lane: one.lane, input: one.input, at: one.at }));
      if (store) kept.add(one.input.clientId);
    } catch {
      // A full or forbidden storage only loses the safety net.
    }
  }
  function unkeep(one: One): void {
    kept.delete(one.input.clientId);
    try {
      store?.removeItem(keyOf(one));
    } catch {
      // As above.
    }
  }

  /** Another tab took it back, or sent it: its words are not this one's to send any more. */
  function isTaken(one: One): boolean {
    try {
      return kept.has(one.input.clientId) && store?.getItem(keyOf(one)) === null;
    } catch {
      return false; // A storage that is forbidden meanwhile says nothing of it.
    }
  }

  const forget = (one: One) => {
    items.delete(one.input.clientId);
    unkeep(one);
  };

  /** What an earlier page, or another tab, left here. In the order it was written. */
  function load(): void {
    try {
      const keys = Array.from({ length: store?.length ?? 0 }, (_, n) => store?.key(n) ?? "");
      for (const key of keys.filter((one) => one.startsWith(prefix)).sort()) {
        const found = JSON.parse(store?.getItem(key) ?? "null") as Omit<One, "state"> | null;
        if (typeof found?.input?.clientId !== "string" || items.has(found.input.clientId)) continue;
        items.set(found.input.clientId, { ...found, state: "waiting" });
        kept.add(found.input.clientId);
      }
    } catch {
      // No storage, or not ours.
    }
  }

  function mark(one: One, changes: Partial<One>): void {
    if (items.get(one.input.clientId) !== undefined) items.set(one.input.clientId, { ...one, ...changes });
    changed();
  }

  async function run(lane: string): Promise<void> {
    if (running.has(lane)) return;
    running.add(lane);
    try {
      for (let next = nextOf(lane); next; next = nextOf(lane)) {
        const { clientId } = next.input;
        if (isTaken(next)) {
          forget(next);
          changed();
          continue;
        }
        mark(next, { state: "sending" });
        const answer = await send(lane, next.input);
        const one = items.get(clientId);
        if (!one) continue; // seen in the log, or taken back meanwhile
        if (answer === "unreachable") {
          mark(one, { state: "waiting" });
          return later(RETRY_MS);
        }
        if ("value" in answer) {
          unkeep(one);
          if (watched(lane)) mark(one, { state: "stored", value: answer.value });
          else {
            items.delete(clientId);
            changed();
          }
        } else if (answer.error.code === "rate_limited") {
          mark(one, { state: "waiting" });
          return later((answer.error.retryAfter ?? 5) * 1000);
        } else mark(one, { state: "refused", problem: answer.error });
      }
    } finally {
      running.delete(lane);
    }
  }

  const inOrder = (lane: string) => [...items.values()].filter((one) => one.lane === lane).sort((a, b) => a.at - b.at);
  const nextOf = (lane: string) => inOrder(lane).find(({ state }) => state === "waiting" || state === "sending");

  function later(delay: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, delay);
  }

  /** Sends what waits: when the line is back, when a page is opened. */
  function flush(): void {
    load();
    for (const lane of new Set([...items.values()].map((one) => one.lane))) void run(lane);
  }

  return {
    flush,
    /** What waits in a lane, the oldest first. */
    of: inOrder,
    post(lane: string, input: Input & { clientId: string }): void {
      // No two at once: their keys are their order.
      last = Math.max(Date.now(), last + 1);
      const one: One = { lane, input, at: last, state: "waiting" };
      items.set(input.clientId, one);
      keep(one);
      changed();
      void run(lane);
    },
    /** What was refused goes again. */
    again(clientId: string): void {
      const one = items.get(clientId);
      if (one?.state !== "refused") return;
      const { problem: _, ...rest } = one;
      mark(rest, { state: "waiting" });
      void run(one.lane);
    },
    /** It is not to be sent any more, or was seen where it arrived. */
    drop(clientIds: readonly string[]): void {
      const known = clientIds.flatMap((clientId) => items.get(clientId) ?? []);
      for (const one of known) forget(one);
      if (known.length > 0) changed();
    },
    stop: () => clearTimeout(timer),
  };
}
