import { io, type Socket } from "socket.io-client";
import type { PublicError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { createCatchUp } from "@/features/debates/debate.catch-up.ts";
import type { News } from "@/features/debates/debate.feed.ts";
import type { CatchUpView, Reader, TallyNews } from "@/features/debates/debate.views.ts";
import { createPage, HOLD } from "./page.ts";
import type { RunState } from "./run-state.ts";

const PULL_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;

/**
 * One browser tab on the debate, as the product's client: joins the room, *then* pulls; takes only the next number
 * and pulls what it misses; connects again by itself. A mutant forgets some of it.
 */
export function openScreen(run: RunState, name: string, cookie: string) {
  const reader: Reader = cookie ? "members" : "public";
  const headers = { origin: run.origin, ...(cookie && { cookie }) };
  let page = createPage(name, reader, run.memberIds);
  let reloads = 0;
  let joined = false;
  let joinings = 0;
  const arrivals = new Set<() => void>();

  const catchUp = createCatchUp({
    async ask(after) {
      const [asked, asking] = [performance.now(), page];
      const address = `${run.url}${paths.api.debateEntries(run.debateId)}?apres=${after}`;
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(ANSWER_MS * 2) });
      const { value, error } = (await response.json()) as { value?: CatchUpView; error?: PublicError };
      if (error) run.refused("pull", error);
      if (value) asking.read("pull", asked, value);
      return asking === page ? (value ?? null) : null; // an answer to a page that was reloaded since
    },
    take: (view) => page.tell({ type: "pulled", view, hold: HOLD }),
    lastSeq: () => page.feed().lastSeq,
    isBehind: () => page.feed().behind,
  });
  const pullsWhenJoined = () => joinings === 1 || !["no-catch-up", "join-without-pull"].includes(run.mutant ?? "");
  const pullsWhenBehind = () => run.mutant !== "no-catch-up";

  const socket: Socket = io(run.url, {
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
      const answer = await socket.timeout(ANSWER_MS).emitWithAck("join", { room: "debate", id: run.debateId });
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
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_000);
  });
  socket.on("connect_error", () => {
    if (!socket.active) setTimeout(() => socket.connect(), 5_000);
  });
  socket.on("frame", ({ kind, data }: { kind: string; data: object }) => {
    page.read("frame", performance.now(), data);
    if (kind === "tallies") page.tell({ type: "tallies", news: data as TallyNews });
    else if ("upTo" in data) page.tell({ type: "reached", upTo: (data as { upTo: number }).upTo });
    else page.tell({ type: "entries", news: data as News, hold: HOLD });
    if (page.feed().behind && pullsWhenBehind()) catchUp.later();
  });
  const rounds = setInterval(() => {
    if (!joined && pullsWhenBehind()) void catchUp.pull();
  }, PULL_EVERY_MS);

  return {
    name,
    socket,
    headers,
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
      page = createPage(`${name}, reload ${reloads}`, reader, run.memberIds);
      joinings = 0;
      socket.disconnect().connect();
    },
    close(): void {
      clearInterval(rounds);
      catchUp.stop();
      socket.removeAllListeners().disconnect();
    },
  };
}

export type Screen = ReturnType<typeof openScreen>;
