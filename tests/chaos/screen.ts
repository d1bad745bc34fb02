import type { Socket as TcpSocket } from "node:net";
import { io, type Socket } from "socket.io-client";
import type { PublicError } from "@/core/app-error.ts";
import type { LogState } from "@/core/log.ts";
import { paths } from "@/core/paths.ts";
import { createCatchUp } from "@/live/client/catch-up.ts";
import type { Page, Reading } from "./history.ts";
import { createPage } from "./page.ts";
import type { RunState } from "./run-state.ts";

const PULL_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;
/** What reached a line while nobody read it is read within this time after. */
const UNREAD_MS = 2_000;

/** Whose tab it is, and where it finds the product: its pages, and its sockets, which may pass through a bad line. */
export type Browser = { name: string; memberId: string | null; cookie: string; url: string; socketUrl?: string };

/** What a tab holds of a log: the product's own reducer, and a record of what it showed. */
type Held = {
  feed: () => LogState;
  frame: (kind: string, data: object) => void;
  pulled: (view: unknown) => void;
  /** Notes what the server sent, before the page takes it. */
  read: (via: Reading["via"], at: number, text: string) => void;
  history: (final: boolean) => Page;
};
/** Which log a tab follows, and how it is pulled over HTTP. */
export type Followed<Holds extends Held> = {
  room: "debate" | "conversation";
  id: string;
  path: string;
  pageNamed: (title: string) => Holds;
  /** Where pages go once they are closed or reloaded. */
  closed: Page[];
  /** The same browser opened the page anew. */
  reloaded?: () => void;
};

/** A tab on the run's debate. */
export function openScreen(run: RunState, browser: Browser) {
  const reader = browser.cookie ? ("members" as const) : ("public" as const);
  const { memberId } = browser;
  const pageNamed = (title: string) => createPage({ name: title, reader, memberId }, run.memberIds);
  const path = paths.api.debateEntries(run.debate.id);
  return openTab(run, browser, { room: "debate", id: run.debate.id, path, pageNamed, closed: run.closedPages });
}

/**
 * One browser tab on a log, as the product's client: joins the room, *then* pulls; takes only the next number
 * and pulls what it misses; connects again by itself. A mutant forgets some of it.
 */
export function openTab<Holds extends Held>(
  run: RunState,
  { name, memberId, cookie, url, socketUrl = url }: Browser,
  { room, id, path, pageNamed, closed, reloaded }: Followed<Holds>,
) {
  const headers = { origin: run.origin, ...(cookie && { cookie }) };
  let page = pageNamed(name);
  let reloads = 0;
  let joined = false;
  let joinings = 0;
  let sleeping = false;
  let unread = { from: 0, until: 0 };
  const arrivals = new Set<() => void>();

  /** As the product's `livePull`: by the socket, and over HTTP when there is none or no answer. */
  async function pull(after: number): Promise<{ value?: unknown; error?: PublicError }> {
    try {
      if (socket.connected) return await socket.timeout(ANSWER_MS).emitWithAck("pull", { room, id, after });
    } catch {
      // No answer: ask again over HTTP.
    }
    const response = await fetch(`${url}${path}?apres=${after}`, {
      headers,
      signal: AbortSignal.timeout(ANSWER_MS * 2),
    });
    return (await response.json()) as { value?: unknown; error?: PublicError };
  }

  const catchUp = createCatchUp<unknown>({
    async ask(after) {
      if (sleeping) return null;
      const [asked, asking] = [performance.now(), page];
      const { value, error } = await pull(after);
      if (error) run.refused("pull", error);
      if (value) asking.read("pull", asked, JSON.stringify(value));
      return asking === page ? (value ?? null) : null; // an answer to a page that was reloaded since
    },
    take: (view) => page.pulled(view),
    lastSeq: () => page.feed().lastSeq,
    isBehind: () => page.feed().behind,
  });
  const pullsWhenJoined = () => joinings === 1 || !["no-catch-up", "join-without-pull"].includes(run.mutant ?? "");
  const pullsWhenBehind = () => run.mutant !== "no-catch-up";

  const socket: Socket = io(socketUrl, {
    path: "/live",
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    timeout: 5_000,
    extraHeaders: headers,
  });

  async function join(): Promise<void> {
    try {
      const answer = await socket.timeout(ANSWER_MS).emitWithAck("join", { room, id });
      if (!socket.connected) return;
      if (answer.error) {
        run.refused("join", answer.error);
        return void setTimeout(join, 1_000);
      }
      joined = true;
      joinings++;
      if (pullsWhenJoined()) void catchUp.pull();
      for (const arrived of arrivals) arrived();
      arrivals.clear();
    } catch {
      if (socket.connected) socket.disconnect().connect();
    }
  }

  socket.on("connect", join);
  socket.on("disconnect", (reason) => {
    joined = false;
    unread = { from: 0, until: 0 }; // another line is read as it comes
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_000);
  });
  socket.on("connect_error", () => {
    if (!socket.active && !run.over) setTimeout(() => socket.connect(), 5_000);
  });
  socket.on("frame", ({ kind, data }: { kind: string; data: object }) => {
    const now = performance.now();
    page.read("frame", now < unread.until ? unread.from : now, JSON.stringify(data));
    page.frame(kind, data);
    if (page.feed().behind && pullsWhenBehind()) catchUp.later();
  });
  const rounds = setInterval(() => {
    if (!joined && pullsWhenBehind()) void catchUp.pull();
  }, PULL_EVERY_MS);

  /** The line itself, under WebSocket. */
  const line = (): TcpSocket | undefined =>
    (socket.io.engine?.transport as unknown as { ws?: { _socket?: TcpSocket } } | undefined)?.ws?._socket;

  return {
    name,
    memberId,
    socket,
    headers,
    url,
    page: () => page,
    isJoined: () => joined,
    /** At the next joining, or after this time. */
    joinedOr: (within: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, within);
        arrivals.add(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
    /** The same browser opens the page anew. */
    reload(): void {
      closed.push(page.history(false));
      reloads++;
      page = pageNamed(`${name}, reload ${reloads}`);
      joinings = 0;
      reloaded?.();
      socket.disconnect().connect();
    },
    /** The line is cut with a TCP reset. */
    reset: () => void line()?.resetAndDestroy(),
    /** A phone that sleeps: its line closed, or open and read by nobody; then it wakes up. */
    sleep(ms: number, way: "closed" | "unread"): void {
      const slept = way === "unread" ? line() : undefined;
      const from = performance.now();
      if (slept) {
        slept.pause();
        unread = { from, until: Number.POSITIVE_INFINITY }; // a reset hands over what nobody had read
      } else socket.disconnect();
      sleeping = true;
      setTimeout(() => {
        sleeping = false;
        if (slept && !slept.destroyed) unread = { from, until: performance.now() + UNREAD_MS };
        slept?.resume();
        if (!socket.connected) socket.connect();
      }, ms);
    },
    isSleeping: () => sleeping,
    close(): void {
      clearInterval(rounds);
      catchUp.stop();
      socket.removeAllListeners().disconnect();
    },
  };
}

export type Screen = ReturnType<typeof openScreen>;
/** What may happen to any tab, whatever it shows. */
export type Tab = Pick<
  Screen,
  "name" | "memberId" | "socket" | "isJoined" | "isSleeping" | "reload" | "reset" | "sleep" | "close" | "joinedOr"
>;
