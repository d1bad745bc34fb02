import type { Socket as TcpSocket } from "node:net";
import { io, type Socket } from "socket.io-client";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { TallyNews } from "@/features/debates/contribution.views.ts";
import type { News } from "@/features/debates/debate.feed.ts";
import type { CatchUpView } from "@/features/debates/debate.views.ts";
import { createCatchUp } from "@/live/client/catch-up.ts";
import { createPage, HOLD } from "./page.ts";
import type { RunState } from "./run-state.ts";

const PULL_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;
/** What reached a line while nobody read it is read within this time after. */
const UNREAD_MS = 2_000;

/** Whose tab it is, and where it finds the product: its pages, and its sockets, which may pass through a bad line. */
export type Browser = { name: string; memberId: string | null; cookie: string; url: string; socketUrl?: string };

/**
 * One browser tab on the debate, as the product's client: joins the room, *then* pulls; takes only the next number
 * and pulls what it misses; connects again by itself. A mutant forgets some of it.
 */
export function openScreen(run: RunState, { name, memberId, cookie, url, socketUrl = url }: Browser) {
  const reader = cookie ? ("members" as const) : ("public" as const);
  const headers = { origin: run.origin, ...(cookie && { cookie }) };
  const pageNamed = (title: string) => createPage({ name: title, reader, memberId }, run.memberIds);
  let page = pageNamed(name);
  let reloads = 0;
  let joined = false;
  let joinings = 0;
  let sleeping = false;
  let unread = { from: 0, until: 0 };
  const arrivals = new Set<() => void>();

  /** As the product's `livePull`: by the socket, and over HTTP when there is none or no answer. */
  async function pull(after: number): Promise<{ value?: CatchUpView; error?: PublicError }> {
    try {
      if (socket.connected)
        return await socket.timeout(ANSWER_MS).emitWithAck("pull", { room: "debate", id: run.debate.id, after });
    } catch {
      // No answer: ask again over HTTP.
    }
    const address = `${url}${paths.api.debateEntries(run.debate.id)}?apres=${after}`;
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(ANSWER_MS * 2) });
    return (await response.json()) as { value?: CatchUpView; error?: PublicError };
  }

  const catchUp = createCatchUp({
    async ask(after) {
      if (sleeping) return null;
      const [asked, asking] = [performance.now(), page];
      const { value, error } = await pull(after);
      if (error) run.refused("pull", error);
      if (value) asking.read("pull", asked, JSON.stringify(value));
      return asking === page ? (value ?? null) : null; // an answer to a page that was reloaded since
    },
    take: (view) => page.tell({ type: "pulled", view, hold: HOLD }),
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
      const answer = await socket.timeout(ANSWER_MS).emitWithAck("join", { room: "debate", id: run.debate.id });
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
    if (kind === "tallies") page.tell({ type: "tallies", news: data as TallyNews });
    else if (kind !== "entries") return;
    else if ("upTo" in data) page.tell({ type: "reached", upTo: (data as { upTo: number }).upTo });
    else page.tell({ type: "entries", news: data as News, hold: HOLD });
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
      run.closedPages.push(page.history(false));
      reloads++;
      page = pageNamed(`${name}, reload ${reloads}`);
      joinings = 0;
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
