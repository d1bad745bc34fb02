import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import type { Actor } from "@/core/actor.ts";
import { AppError, publicError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import type { Frame } from "@/core/live.ts";
import type { Room } from "@/core/room.ts";
import type { Command } from "@/platform/command.ts";
import { toAppError } from "@/platform/db/errors.ts";
import { limits } from "@/platform/limits.ts";
import { log } from "@/platform/log.ts";
import { watchActors } from "./actors.ts";
import { CAPS, type Caps, createBudget, createTally } from "./caps.ts";
import { createEvictions } from "./evictions.ts";
import { createHandshake } from "./handshake.ts";
import { createPresence, type Presence, type PresenceWord, TICK_MS } from "./presence.ts";
import { joinProcesses } from "./processes.ts";
import { startReach } from "./reach.ts";
import { openSocketServer } from "./socket-server.ts";

/** By session, and by address for visitors: a meeting behind one address joins together. */
const joinLimit = { name: "live.join", points: 600, seconds: 60, store: "memory" } as const;

/** By socket: one that misses much asks again and again, 200 entries at a time. */
const pullLimit = { name: "live.pull", points: 120, seconds: 60, store: "memory" } as const;

export type LiveOptions = {
  rooms: readonly Room[];
  calls: readonly Command[];
  comesFromUs: (request: IncomingMessage) => boolean;
  addressOf: (request: IncomingMessage) => string;
  /** Where the other processes of the site are met; alone without it. */
  redisUrl?: string | undefined;
  caps?: Caps | undefined;
  reachEveryMs?: number | undefined;
};

type Connection = { request: IncomingMessage; once: (event: "close", gone: () => void) => void };

/** Socket.io on `/live`: handshake, gated rooms, live calls. Every join and call authorises again. */
export function attachLive(server: HttpServer, options: LiveOptions) {
  const rooms = new Map(options.rooms.map((room) => [room.name, room]));
  const calls = new Map(options.calls.map((call) => [call.commandName, call]));
  const caps = options.caps ?? CAPS;
  const [addresses, sessions] = [createTally(caps.socketsPerAddress), createTally(caps.socketsPerSession)];
  const io = openSocketServer(
    server,
    (request) => options.comesFromUs(request) && !addresses.isFull(options.addressOf(request)),
  );
  io.engine.on("connection", (connection: Connection) => {
    const address = options.addressOf(connection.request);
    addresses.take(address);
    connection.once("close", () => addresses.give(address));
  });

  const processes = options.redisUrl ? joinProcesses(io, options.redisUrl) : null;
  /** To the screens of this process. */
  const emitHere = ({ about, ...frame }: Frame): void => {
    // To nobody, when nobody may see her: an empty list would be everybody.
    const to = about === undefined ? [frame.room] : presence.whoSee(frame.room, about);
    if (to.length > 0) io.local.to(to).emit("frame", frame);
  };
  const presence: Presence = createPresence({
    emit: emitHere,
    whisper: (socketId, frame) => void io.local.to(socketId).emit("frame", frame),
    self: newId(),
    ...(processes && { spread: (word) => processes.spread("presence", word) }),
  });
  const reach = startReach(options.rooms, presence.idsOf, emitHere, options.reachEveryMs);
  io.on("frame", emitHere); // what other processes tell this one
  io.on("presence", (word: PresenceWord) => presence.hear(word));
  io.on("cut", (targets: string[]) => evictions.cut(targets));
  io.on("regate", (words: string[]) => void evictions.regateThose(words));

  const actors = watchActors({
    sockets: () => io.sockets.sockets.values(),
    ended: (sessionIds) => evictions.cut(sessionIds.map((id) => `session:${id}`)),
    changed: (sockets) => void evictions.regate(sockets),
  });
  const evictions = createEvictions({ io, actors, presence, rooms });

  io.use(createHandshake({ actors, sessions, addressOf: options.addressOf }));

  /** Runs a socket's request and acknowledges with `{ value }` or `{ error }`; a malformed one is answered too. */
  async function answer(
    socket: Socket,
    acknowledge: unknown,
    work: (actor: Actor, believed: number) => Promise<unknown>,
  ): Promise<void> {
    const tell = (typeof acknowledge === "function" ? acknowledge : () => {}) as (answer: unknown) => void;
    try {
      const believed = actors.timesForgotten();
      const actor = await actors.of(socket.data.sessionId);
      if (socket.data.sessionId && actor.kind !== "member") {
        evictions.cut([socket.id]);
        throw new AppError("unauthenticated", "sign_in_first");
      }
      tell({ value: (await work(actor, believed)) ?? null });
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === "unexpected") log.error({ err: failure.cause }, "live fault");
      tell({ error: publicError(failure) });
    }
  }

  io.on("connection", (socket) => {
    const { sessionId } = socket.data as { sessionId: string | null };
    if (sessionId) sessions.take(sessionId);
    socket.on("disconnect", () => {
      presence.gone(socket.id);
      if (sessionId) sessions.give(sessionId);
    });
    const within = createBudget(caps.eventsPer10Seconds);
    socket.use(([event], next) => {
      if (!within()) socket.disconnect(true);
      else if (socket.listenerCount(event) > 0) next(); // what nobody listens to is dropped, and paid for
    });
    socket.on("join", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, async (actor, believed) => {
        await limits().consume(joinLimit, socket.data.sessionId ?? socket.data.address);
        const { room, id } = namesOf(asked);
        const audience = await room.gate(actor, id);
        const sight = await room.presence?.sees?.(actor, id);
        if (!socket.connected) return null; // nobody leaves a room for whoever is gone
        const counted = (asked as { counted?: unknown }).counted !== false;
        const entered = presence.enter(socket.id, room, id, actor, counted, sight);
        if (!entered) throw new AppError("rate_limited", "too_fast");
        for (const other of room.audiences) if (other !== audience) void socket.leave(room.of(id, other));
        await socket.join(room.of(id, audience));
        // Rights changed while the gate was asked: it may have let in somebody who is nobody here any more.
        if (actors.timesForgotten() !== believed) await evictions.regateSocket(socket);
        if (!presence.isIn(socket.id, room, id)) throw new AppError("not_found", "absent");
        return { audience, ...entered };
      }),
    );
    socket.on("leave", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, async () => {
        const { room, id } = namesOf(asked);
        presence.leave(socket.id, room, id);
        for (const audience of room.audiences) await socket.leave(room.of(id, audience));
      }),
    );
    socket.on("pull", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, async (actor) => {
        const { room, id } = namesOf(asked);
        const { after, seen } = asked as { after?: unknown; seen?: unknown };
        if (!room.since) throw new AppError("not_found", "absent");
        await limits().consume(pullLimit, socket.id);
        if (typeof after !== "number") throw new AppError("invalid", "bad_input");
        return room.since(actor, id, after, typeof seen === "string" ? seen : undefined);
      }),
    );
    socket.on("typing", (asked: unknown) => {
      const { room: name, id, over } = (asked ?? {}) as Record<string, unknown>;
      const room = roomOf(name);
      if (room && typeof id === "string") presence.writes(socket.id, room, id, over === true);
    });
    socket.on("call", (asked: unknown, acknowledge: unknown) =>
      answer(socket, acknowledge, (actor) => {
        const { name, input } = (asked ?? {}) as Record<string, unknown>;
        const call = typeof name === "string" ? calls.get(name) : undefined;
        if (!call) throw new AppError("not_found", "absent");
        return call({ actor, address: socket.data.address }, input);
      }),
    );
  });

  const roomOf = (name: unknown) => (typeof name === "string" ? rooms.get(name) : undefined);

  function namesOf(asked: unknown): { room: Room; id: string } {
    const { room: name, id } = (asked ?? {}) as Record<string, unknown>;
    const room = roomOf(name);
    if (!room || typeof id !== "string" || id.length > 64) throw new AppError("not_found", "absent");
    return { room, id };
  }

  const ticks = setInterval(presence.tick, TICK_MS);

  return {
    io,
    presence,
    /** Ends the sockets of these members and sessions in every process, and drops what is believed of them. */
    cut(targets: readonly string[]): void {
      evictions.cut(targets);
      processes?.spread("cut", targets);
    },
    /** Asks the gates again, in every process, for the sockets of members whose rights changed, or in rooms whose gate did. */
    regate(words: readonly string[]): void {
      void evictions.regateThose(words);
      processes?.spread("regate", words);
    },
    /** To the screens of every process; this one's do not wait for Redis. */
    emit(frame: Frame): void {
      emitHere(frame);
      processes?.spread("frame", frame);
    },
    async close(): Promise<void> {
      clearInterval(ticks);
      actors.stop();
      reach.stop();
      await io.close();
      processes?.close();
    },
  };
}
