import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server, type Socket } from "socket.io";
import { type Actor, visitor } from "@/core/actor.ts";
import { AppError, publicError } from "@/core/app-error.ts";
import type { Room } from "@/core/room.ts";
import type { Command } from "@/platform/command.ts";
import { toAppError } from "@/platform/db/errors.ts";
import { limits } from "@/platform/limits.ts";
import { log } from "@/platform/log.ts";
import { actorOfSession, cookieOf, endedSessions, sessionCookie, sessionIdOf } from "@/platform/session.ts";

/** How long the actor of a socket is believed before the database is asked again; facts drop it at once. */
const ACTOR_MS = 3_000;
/** How often sessions with open sockets are checked: a suspension written by anyone ends them within 5 s. */
const SESSION_SWEEP_MS = 3_000;
/** By session, and by address for visitors: a meeting behind one address joins together. */
const joinLimit = { name: "live.join", points: 600, seconds: 60, store: "memory" } as const;

export type LiveOptions = {
  rooms: readonly Room[];
  calls: readonly Command[];
  comesFromUs: (request: IncomingMessage) => boolean;
  addressOf: (request: IncomingMessage) => string;
};

type Ack = (answer: unknown) => void;

/** Socket.io on `/live`: handshake, gated rooms, live calls. Every join and call authorises again. */
export function attachLive(server: HttpServer, options: LiveOptions) {
  const rooms = new Map(options.rooms.map((room) => [room.name, room]));
  const calls = new Map(options.calls.map((call) => [call.commandName, call]));
  const actors = new Map<string, { actor: Promise<Actor>; until: number }>();

  const io = new Server(server, {
    path: "/live",
    transports: ["websocket"],
    serveClient: false,
    perMessageDeflate: false, // 4 × the CPU and 5 × the memory at 2,000 sockets
    maxHttpBufferSize: 64 * 1024,
    destroyUpgrade: false, // other upgrades belong to Next
    allowRequest: (request, decide) => decide(null, options.comesFromUs(request)),
  });

  function actorOf(sessionId: string | null): Promise<Actor> {
    if (!sessionId) return Promise.resolve(visitor);
    const known = actors.get(sessionId);
    if (known && known.until > performance.now()) return known.actor;
    const actor = actorOfSession(sessionId);
    actors.set(sessionId, { actor, until: performance.now() + ACTOR_MS });
    actor.catch(() => actors.delete(sessionId));
    return actor;
  }

  io.use(async (socket, next) => {
    try {
      const sessionId = await sessionIdOf(cookieOf(socket.request.headers.cookie, sessionCookie()));
      const actor = await actorOf(sessionId);
      if (actor.kind === "suspended") throw new AppError("forbidden", "suspended");
      socket.data.sessionId = actor.kind === "member" ? sessionId : null;
      socket.data.address = options.addressOf(socket.request);
      if (actor.kind === "member") await socket.join([`session:${sessionId}`, `member:${actor.id}`]);
      next();
    } catch (error) {
      next(Object.assign(new Error("refused"), { data: publicError(toAppError(error)) }));
    }
  });

  /** Runs a socket's request and acknowledges with `{ value }` or `{ error }`; a malformed one is answered too. */
  async function answer(socket: Socket, acknowledge: unknown, work: (actor: Actor) => Promise<unknown>): Promise<void> {
    const tell: Ack = typeof acknowledge === "function" ? (acknowledge as Ack) : () => {};
    try {
      const actor = await actorOf(socket.data.sessionId);
      if (socket.data.sessionId && actor.kind !== "member") {
        end(socket);
        throw new AppError("unauthenticated", "sign_in_first");
      }
      tell({ value: (await work(actor)) ?? null });
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === "unexpected") log.error({ err: failure.cause }, "live fault");
      tell({ error: publicError(failure) });
    }
  }

  io.on("connection", (socket) => {
    socket.on("join", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, async (actor) => {
        await limits().consume(joinLimit, socket.data.sessionId ?? socket.data.address);
        const { room, id } = namesOf(asked);
        const audience = await room.gate(actor, id);
        for (const other of room.audiences) if (other !== audience) await socket.leave(room.of(id, other));
        await socket.join(room.of(id, audience));
        return { audience };
      }),
    );
    socket.on("leave", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, async () => {
        const { room, id } = namesOf(asked);
        for (const audience of room.audiences) await socket.leave(room.of(id, audience));
      }),
    );
    socket.on("call", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, (actor) => {
        const { name, input } = (asked ?? {}) as { name?: unknown; input?: unknown };
        const call = typeof name === "string" ? calls.get(name) : undefined;
        if (!call) throw new AppError("not_found", "absent");
        return call({ actor, address: socket.data.address }, input);
      }),
    );
  });

  function namesOf(asked: unknown): { room: Room; id: string } {
    const { room: name, id } = (asked ?? {}) as { room?: unknown; id?: unknown };
    const room = typeof name === "string" ? rooms.get(name) : undefined;
    if (!room || typeof id !== "string" || id.length > 64) throw new AppError("not_found", "absent");
    return { room, id };
  }

  /** Tells a socket that its session is over, so that its page says so, and closes it. */
  function end(socket: { emit: (event: string) => unknown; disconnect: (close: boolean) => unknown }): void {
    socket.emit("ended");
    socket.disconnect(true);
  }

  function cut(targets: readonly string[]): void {
    actors.clear();
    for (const target of targets) {
      io.in(target).emit("ended");
      io.in(target).disconnectSockets(true);
    }
  }

  const sweep = setInterval(async () => {
    const open = [...new Set([...io.sockets.sockets.values()].map((socket) => socket.data.sessionId as string | null))];
    try {
      const ended = await endedSessions(open.filter((id): id is string => id !== null));
      if (ended.length > 0) cut(ended.map((id) => `session:${id}`));
      for (const [id, { until }] of actors) if (until < performance.now()) actors.delete(id);
    } catch (error) {
      log.warn({ err: error }, "session sweep");
    }
  }, SESSION_SWEEP_MS);

  return {
    io,
    cut,
    emit: (frame: { room: string; kind: string; data: unknown }) => io.to(frame.room).emit("frame", frame),
    async close(): Promise<void> {
      clearInterval(sweep);
      await io.close();
    },
  };
}

export type Live = ReturnType<typeof attachLive>;
