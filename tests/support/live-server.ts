import { createServer } from "node:http";
import { io, type Socket } from "socket.io-client";
import * as composition from "@/composition.ts";
import type { Fact } from "@/core/fact.ts";
import { createConsequences } from "@/live/consequences.ts";
import { attachLive, type LiveOptions } from "@/live/gateway.ts";
import { startSweep } from "@/live/sweep.ts";
import type { Announcement } from "@/platform/facts.ts";
import { comesFromUs } from "@/platform/http/origin.ts";
import { sessionCookie, sessionToken } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";

export const ORIGIN = "http://localhost:3000";

type Frame = { room: string; kind: string; data: unknown };
/** One browser: its socket, the frames that reached it, whether it was told that its session ended. */
export type Screen = {
  socket: Socket;
  frames: Frame[];
  ended: boolean;
  /** Runs a socket request; answers `{ value }` or `{ error }`. */
  ask: (
    event: "join" | "leave" | "pull" | "call",
    asked: unknown,
  ) => Promise<{ value?: unknown; error?: { code: string; reason: string } }>;
};

/** The live layer as `application.ts` composes it, on a port of its own, without Next; or with rooms and caps of a test's own. */
export async function startLive(options: Partial<LiveOptions> = {}) {
  const server = createServer();
  const live = attachLive(server, {
    rooms: composition.rooms,
    calls: composition.liveCalls,
    addressOf: () => "203.0.113.1",
    comesFromUs: (request) => comesFromUs(ORIGIN, request, { handshake: true }),
    ...options,
  });
  const consequences = createConsequences(composition.liveFacts, composition.liveAnnouncements, live.emit);
  const stale: string[] = [];
  const tell = (facts: readonly Fact[], announcements: readonly Announcement[] = []) => {
    stale.push(...[...facts, ...announcements].flatMap((news) => news.stale));
    const targets = facts.flatMap((fact) => fact.cut);
    if (targets.length > 0) live.cut(targets);
    const regated = facts.flatMap((fact) => fact.regate);
    if (regated.length > 0) live.regate(regated);
    consequences.tell(facts, announcements);
  };
  const sweep = startSweep(composition.facts, tell, (tags) => stale.push(...tags));
  singletons.publisher = tell;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const screens: Screen[] = [];

  return {
    stale,
    live,
    /** Opens a browser, signed in or not; rejects when the handshake is refused. */
    async open(sessionId: string | null, headers: Record<string, string> = { origin: ORIGIN }): Promise<Screen> {
      const cookie: Record<string, string> = sessionId
        ? { cookie: `${sessionCookie()}=${await sessionToken(sessionId)}` }
        : {};
      const socket = io(`http://127.0.0.1:${port}`, {
        path: "/live",
        transports: ["websocket"],
        forceNew: true,
        reconnection: false,
        extraHeaders: { ...headers, ...cookie },
      });
      const screen: Screen = {
        socket,
        frames: [],
        ended: false,
        ask: (event, asked) => socket.timeout(5_000).emitWithAck(event, asked),
      };
      socket.on("frame", (frame: Frame) => screen.frames.push(frame));
      socket.on("ended", () => {
        screen.ended = true;
      });
      screens.push(screen);
      await new Promise<void>((resolve, reject) =>
        socket.once("connect", () => resolve()).once("connect_error", reject),
      );
      return screen;
    },
    async close(): Promise<void> {
      singletons.publisher = undefined;
      for (const { socket } of screens) socket.disconnect();
      await sweep.stop();
      await live.close();
    },
  };
}
