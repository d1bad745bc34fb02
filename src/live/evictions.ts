import type { Server, Socket } from "socket.io";
import { isAppError } from "@/core/app-error.ts";
import type { Room } from "@/core/room.ts";
import { log } from "@/platform/log.ts";
import { rightsOf, type watchActors } from "./actors.ts";
import type { Presence } from "./presence.ts";

/** What a gate answers to somebody whose place it is not. Anything else says that nobody could tell. */
const REFUSALS = new Set(["not_found", "forbidden", "unauthenticated"]);

/** Before a member's id: not her own sockets, but those of whoever sees her in some room. */
const SEEN = "seen:";

type Options = {
  io: Server;
  actors: ReturnType<typeof watchActors>;
  presence: Presence;
  rooms: ReadonlyMap<string, Room>;
};

/** Takes sockets of this process out of what is no longer theirs: their sessions, or rooms. */
export function createEvictions({ io, actors, presence, rooms }: Options) {
  /** Tells sockets that their session is over, so that their pages say so, and closes them. */
  function cut(targets: readonly string[]): void {
    actors.forget();
    for (const target of targets) {
      io.local.in(target).emit("ended");
      io.local.in(target).disconnectSockets(true);
    }
  }

  function sendOut(socket: Socket, room: Room, id: string): void {
    presence.leave(socket.id, room, id);
    for (const audience of room.audiences) void socket.leave(room.of(id, audience));
    socket.emit("closed", { room: room.name, id });
  }

  /** Asks the gates of the rooms that a socket is in: she stays, moves to another audience, or is told to leave. */
  async function regateSocket(socket: Socket): Promise<void> {
    const actor = await actors.of(socket.data.sessionId);
    if (socket.data.sessionId && actor.kind !== "member") return cut([socket.id]);
    if (actor.kind === "member") socket.data.rights = rightsOf(actor);
    const seats = presence.roomsOf(socket.id);
    const gates = await Promise.allSettled(
      seats.map(async ({ room, id }) => ({
        audience: await room.gate(actor, id),
        sight: await room.presence?.sees?.(actor, id),
      })),
    );
    for (const [index, { room, id }] of seats.entries()) {
      const gate = gates[index];
      if (!presence.isIn(socket.id, room, id)) continue; // she left, or was sent out meanwhile
      if (gate?.status === "fulfilled") {
        const { audience, sight } = gate.value;
        for (const other of room.audiences) if (other !== audience) void socket.leave(room.of(id, other));
        if (sight) presence.sees(socket.id, room, id, sight);
        await socket.join(room.of(id, audience));
      } else if (isAppError(gate?.reason) && REFUSALS.has(gate.reason.code)) sendOut(socket, room, id);
      else socket.data.rights = null; // nobody could say: the next sweep asks again
    }
  }

  async function regate(sockets: Iterable<Socket>): Promise<void> {
    actors.forget();
    for (const socket of sockets) {
      try {
        await regateSocket(socket);
      } catch (error) {
        socket.data.rights = null;
        log.warn({ err: error }, "rooms not asked again");
      }
    }
  }

  /** Where Socket.io keeps those meant by a word of `Fact.regate`: a member's sockets, or all that are in a room. */
  function namesOf(word: string): string[] {
    const [name = "", id] = word.split(":");
    if (id === undefined) return [`member:${word}`];
    const room = rooms.get(name);
    return room ? room.audiences.map((audience) => room.of(id, audience)) : [];
  }

  return {
    cut,
    regate,
    regateSocket,
    /** Of the members whose rights changed, and the rooms whose gates did, the sockets that are here. */
    regateThose(words: readonly string[]): Promise<void> {
      const ids = words.flatMap((word) =>
        word.startsWith(SEEN)
          ? presence.whoSeeAnywhere(word.slice(SEEN.length))
          : namesOf(word).flatMap((name) => [...(io.sockets.adapter.rooms.get(name) ?? [])]),
      );
      return regate([...new Set(ids)].flatMap((id) => io.sockets.sockets.get(id) ?? []));
    },
  };
}
