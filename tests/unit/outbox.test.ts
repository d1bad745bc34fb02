import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createOutbox } from "@/live/client/outbox.ts";
import type { SendAnswer } from "@/live/client/send-once.ts";

type Sent = { seq: number };
type Answer = SendAnswer<Sent>;

/** What a browser keeps, whatever page is open. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

let store: ReturnType<typeof storage>;
let sent: string[];
let answers: Answer[];
let seq: number;
beforeEach(() => {
  vi.useFakeTimers();
  store = storage();
  sent = [];
  answers = [];
  seq = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (prefix = "box:amel:", watched = false) =>
  createOutbox<{ body: string }, Sent>({
    ...{ prefix, store, changed: () => {}, watched: () => watched },
    async send(lane, { body }) {
      sent.push(`${lane} ${body}`);
      return answers.shift() ?? { value: { seq: ++seq } };
    },
  });
const write = (box: ReturnType<typeof open>, lane: string, ...bodies: string[]) => {
  for (const body of bodies) box.post(lane, { clientId: `${lane}-${body}`, body });
};
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const refusal = (code: "conflict" | "rate_limited", retryAfter?: number): Answer => ({
  error: { code, reason: "too_fast", message: "Non.", ...(retryAfter !== undefined && { retryAfter }) },
});

describe("what is written", () => {
  it("leaves in its order, one at a time, and is kept no longer than it must", async () => {
    const box = open();
    write(box, "c1", "un", "deux", "trois");
    expect(store.kept.size).toBe(3);
    await settle();
    expect(sent).toEqual(["c1 un", "c1 deux", "c1 trois"]);
    expect(store.kept.size).toBe(0);
    expect(box.of("c1")).toEqual([]);
  });

  it("waits while there is no line, and leaves in its order when it is back, with the same client ids", async () => {
    const box = open();
    answers = ["unreachable", "unreachable"];
    write(box, "c1", "un");
    await settle();
    write(box, "c1", "deux");
    await settle();
    expect(box.of("c1").map(({ input, state }) => [input.clientId, state])).toEqual([
      ["c1-un", "waiting"],
      ["c1-deux", "waiting"],
    ]);
    expect(sent).toEqual(["c1 un", "c1 un"]);
    box.flush();
    await settle();
    expect(sent.slice(2)).toEqual(["c1 un", "c1 deux"]);
    expect(box.of("c1")).toEqual([]);
  });

  it("is tried again by itself", async () => {
    const box = open();
    answers = ["unreachable"];
    write(box, "c1", "un");
    await settle(5_000);
    expect(sent).toEqual(["c1 un", "c1 un"]);
    box.stop();
  });

  it("survives the page: the next one sends it, in its order", async () => {
    const first = open();
    answers = ["unreachable"];
    write(first, "c1", "un", "deux");
    await settle();
    first.stop();
    const next = open();
    next.flush();
    await settle();
    expect(sent.slice(1)).toEqual(["c1 un", "c1 deux"]);
    expect(store.kept.size).toBe(0);
  });

  it("is hers alone: another reader of the same computer sends none of it", async () => {
    const hers = open();
    answers = ["unreachable"];
    write(hers, "c1", "un");
    await settle();
    hers.stop();
    sent.length = 0;
    const his = open("box:bruno:");
    his.flush();
    await settle();
    expect(sent).toEqual([]);
  });

  it("does not hold up what is written elsewhere, nor what follows a refusal", async () => {
    const box = open();
    answers = [refusal("conflict")];
    write(box, "c1", "un", "deux");
    await settle();
    expect(sent).toEqual(["c1 un", "c1 deux"]);
    expect(box.of("c1")).toMatchObject([{ state: "refused", problem: { message: "Non." } }]);
    box.again("c1-un");
    await settle();
    expect(sent.at(-1)).toBe("c1 un");
    expect(box.of("c1")).toEqual([]);
  });

  it("waits its time where the server says that it goes too fast", async () => {
    const box = open();
    answers = [refusal("rate_limited", 20)];
    write(box, "c1", "un");
    await settle(19_000);
    expect(sent).toHaveLength(1);
    await settle(1_000);
    expect(sent).toHaveLength(2);
    box.stop();
  });

  it("stays on the screen that shows it until the log does, and is not kept for another page", async () => {
    const box = open("box:amel:", true);
    write(box, "c1", "un");
    await settle();
    expect(box.of("c1")).toMatchObject([{ state: "stored", value: { seq: 1 } }]);
    expect(store.kept.size).toBe(0);
    box.drop(["c1-un"]);
    expect(box.of("c1")).toEqual([]);
  });

  it("is sent all the same where a browser keeps nothing", async () => {
    const box = createOutbox<{ body: string }, Sent>({
      ...{ prefix: "box:", store: null, changed: () => {}, watched: () => false },
      send: async (lane, { body }) => {
        sent.push(`${lane} ${body}`);
        return { value: { seq: 1 } };
      },
    });
    box.post("c1", { clientId: "a", body: "un" });
    await settle();
    expect(sent).toEqual(["c1 un"]);
  });

  it("is not sent by another tab once it was taken back in one, nor once it has left from it", async () => {
    const [one, other] = [open(), open("box:amel:", true)];
    answers = ["unreachable", "unreachable"];
    write(one, "c1", "brouillon");
    write(one, "c2", "parti");
    await settle();
    answers = ["unreachable", "unreachable"];
    other.flush();
    await settle();
    expect(other.of("c1")).toHaveLength(1);
    sent.length = 0;
    one.drop(["c1-brouillon"]);
    write(one, "c1", "au propre");
    await settle(20_000);
    expect(sent.sort()).toEqual(["c1 au propre", "c2 parti"]);
    expect([...other.of("c1"), ...other.of("c2")]).toEqual([]);
    for (const box of [one, other]) box.stop();
  });

  it("is not sent again where it was refused, once it was taken back in another tab", async () => {
    const [one, other] = [open(), open()];
    answers = [refusal("conflict"), refusal("conflict")];
    write(one, "c1", "un");
    other.flush();
    await settle();
    expect(other.of("c1")).toMatchObject([{ state: "refused" }]);
    one.drop(["c1-un"]);
    other.again("c1-un");
    await settle();
    expect(sent).toEqual(["c1 un", "c1 un"]);
    expect(other.of("c1")).toEqual([]);
  });

  it("is tried until it leaves where the storage took none of it, or is forbidden meanwhile", async () => {
    for (const broken of ["setItem", "getItem"] as const) {
      sent = [];
      const box = open();
      store[broken] = () => {
        throw new DOMException("QuotaExceededError");
      };
      answers = ["unreachable"];
      write(box, "c1", "un");
      await settle(5_000);
      expect(sent, broken).toEqual(["c1 un", "c1 un"]);
      box.stop();
      store = storage();
    }
  });
});
