import type { Actor } from "@/core/actor.ts";
import type { Frame } from "@/core/live.ts";
import type { Room } from "@/core/room.ts";
import { type Names, namesSeen, sameNames, union } from "./names.ts";

/** How often writing is told, when it changed; who is there half as often; everything to other processes a fifth as often. */
export const TICK_MS = 1_000;
const HERE_EVERY = 2;
const WHOLE_EVERY = 5;
/** How long a person writes after her last signal. */
const WRITES_MS = 6_000;
/** How long the word of another process is believed. */
const BELIEVED_MS = 15_000;
const ROOMS_EACH = 50;

/** How many are in a room and write there; and who, in a room that shows it. */
export type Numbers = { here: number; typing: number; names?: Names };
/** What one process tells the others: its own numbers, of all its rooms or of those that moved. */
export type PresenceWord = { from: string; whole: boolean; rooms: [key: string, numbers: Numbers][] };

type Place = {
  room: Room;
  id: string;
  /** Sockets in it, counted or not. */
  sockets: number;
  seats: Map<string, Seat>;
  /** How many sockets each person has: a member by her id, so that two tabs are one; a visitor by her socket. */
  people: Map<string, number>;
  /** Until when each member is writing. */
  writing: Map<string, number>;
  told: Numbers;
  /** What the other processes were told. */
  spread: Numbers;
};
/** `counted`: of somebody who is there, and not only looking on from a list. */
type Seat = {
  place: Place;
  who: string;
  mayType: boolean;
  counted: boolean;
  /** Whom its reader may see, in a room that shows names; and what it was last told. */
  sight: ReadonlySet<string>;
  told: Partial<Record<"presence" | "typing", string>>;
};

type Options = {
  /** To the screens of this process. */
  emit: (frame: Frame) => void;
  /** To one screen. */
  whisper?: (socketId: string, frame: Frame) => void;
  /** To the other processes. */
  spread?: (word: PresenceWord) => void;
  /** The name of this process. */
  self: string;
  now?: () => number;
};

const noSight: ReadonlySet<string> = new Set();
const keyOf = (room: Room, id: string) => `${room.name}:${id}`;
const none = (): Numbers => ({ here: 0, typing: 0 });
const newPlace = (room: Room, id: string): Place => {
  return {
    room,
    id,
    sockets: 0,
    seats: new Map(),
    people: new Map(),
    writing: new Map(),
    told: none(),
    spread: none(),
  };
};
const differs = (a: Numbers, b: Numbers) => a.here !== b.here || a.typing !== b.typing || !sameNames(a.names, b.names);
const isNamed = ({ room }: Place) => room.presence?.sees !== undefined;

/**
 * Who is in which room of this process, and who writes: told as numbers, or by name to those who may see each. A room
 * without sockets is forgotten.
 */
export function createPresence({ emit, whisper = () => {}, spread, self, now = () => performance.now() }: Options) {
  const places = new Map<string, Place>();
  const seats = new Map<string, Map<string, Seat>>(); // by socket, then by room
  const elsewhere = new Map<string, { rooms: Map<string, Numbers>; until: number }>();
  const emptied = new Set<string>();
  let ticks = 0;

  const own = (place: Place): Numbers => {
    const { people, writing } = place;
    const numbers = { here: people.size, typing: writing.size };
    return isNamed(place) ? { ...numbers, names: { here: [...people.keys()], typing: [...writing.keys()] } } : numbers;
  };

  function total(key: string, place: Place): Numbers {
    const numbers = own(place);
    for (const { rooms } of elsewhere.values()) {
      const there = rooms.get(key);
      if (!there) continue;
      numbers.here += there.here;
      numbers.typing += there.typing;
      if (numbers.names) numbers.names = union(numbers.names, there.names);
    }
    return numbers;
  }

  function leave(socketId: string, key: string): void {
    const seat = seats.get(socketId)?.get(key);
    if (!seat) return;
    const { place, who, counted } = seat;
    seats.get(socketId)?.delete(key);
    place.seats.delete(socketId);
    const left = (place.people.get(who) ?? 1) - 1;
    if (counted && left > 0) place.people.set(who, left);
    else if (counted) {
      place.people.delete(who);
      place.writing.delete(who);
    }
    place.sockets--;
    if (place.sockets > 0) return;
    places.delete(key);
    emptied.add(key);
  }

  function tellScreens(key: string, place: Place): void {
    const { room, id, told } = place;
    const numbers = total(key, place);
    if (numbers.names) {
      tellNames(place, numbers.names);
      return;
    }
    const say = (kind: string, data: object) => {
      for (const audience of room.audiences) emit({ room: room.of(id, audience), kind, data });
    };
    if (numbers.typing !== told.typing) say("typing", { typing: numbers.typing });
    told.typing = numbers.typing;
    if (ticks % HERE_EVERY !== 0 || numbers.here === told.here) return;
    say("presence", { here: numbers.here });
    told.here = numbers.here;
  }

  /** To each screen those whom its reader may see, when that changed. */
  function tellNames({ room, id, seats }: Place, names: Names): void {
    const tell = (kind: "presence" | "typing", all: readonly string[], say: (ids: string[]) => object) => {
      for (const [socketId, seat] of seats) {
        const seen = namesSeen(all, seat);
        if ((seat.told[kind] ?? "") === seen.join()) continue;
        seat.told[kind] = seen.join();
        whisper(socketId, { room: room.of(id, room.audiences[0] ?? ""), kind, data: say(seen) });
      }
    };
    tell("typing", names.typing, (typing) => ({ typing }));
    if (ticks % HERE_EVERY === 0) tell("presence", names.here, (here) => ({ here }));
  }

  function tellProcesses(): void {
    const whole = ticks % WHOLE_EVERY === 0;
    const rooms: PresenceWord["rooms"] = [];
    for (const key of emptied) if (!places.has(key)) rooms.push([key, none()]);
    emptied.clear();
    for (const [key, place] of places) {
      const numbers = own(place);
      if (!place.room.presence || !(whole || differs(numbers, place.spread))) continue;
      rooms.push([key, numbers]);
      place.spread = numbers;
    }
    if (whole || rooms.length > 0) spread?.({ from: self, whole, rooms });
  }

  return {
    /**
     * A socket came in. Answers how many are there, or who of those whom its reader may see, where that is told; null when
     * it is in too many rooms.
     */
    enter(
      ...[socketId, room, id, actor, counted = true, sight = noSight]: [
        socketId: string,
        room: Room,
        id: string,
        actor: Actor,
        counted?: boolean,
        sight?: ReadonlySet<string>,
      ]
    ): { here?: number | string[] } | null {
      const key = keyOf(room, id);
      const mine = seats.get(socketId) ?? new Map<string, Seat>();
      if (!mine.has(key) && mine.size >= ROOMS_EACH) return null;
      const place = places.get(key) ?? newPlace(room, id);
      const fresh = { place, who: actor.id ?? socketId, mayType: false, counted: false, sight, told: {} };
      const seat: Seat = mine.get(key) ?? fresh;
      seat.sight = sight;
      if (!mine.has(key)) place.sockets++;
      if (counted && !seat.counted) {
        place.people.set(seat.who, (place.people.get(seat.who) ?? 0) + 1);
        seat.mayType = room.presence?.mayType(actor) ?? false;
        seat.counted = true;
      }
      mine.set(key, seat);
      place.seats.set(socketId, seat);
      places.set(key, place);
      seats.set(socketId, mine);
      if (!room.presence) return {};
      const { here, names } = total(key, place);
      if (!names) return { here };
      const seen = namesSeen(names.here, seat);
      seat.told.presence = seen.join();
      return { here: seen };
    },
    leave: (socketId: string, room: Room, id: string) => leave(socketId, keyOf(room, id)),
    /** Whom the reader of a socket may see in a room is no longer what it was. */
    sees(socketId: string, room: Room, id: string, sight: ReadonlySet<string>): void {
      const seat = seats.get(socketId)?.get(keyOf(room, id));
      if (seat) seat.sight = sight;
    },
    /** The sockets in a room (as `Room.of` names it) whose readers may see a member, and her own. */
    whoSee(roomName: string, memberId: string): string[] {
      const place = places.get(roomName.slice(0, roomName.lastIndexOf(":")));
      return [...(place?.seats ?? [])].flatMap(([socketId, { who, sight }]) =>
        who === memberId || sight.has(memberId) ? socketId : [],
      );
    },
    /** A socket closed. */
    gone(socketId: string): void {
      for (const key of [...(seats.get(socketId)?.keys() ?? [])]) leave(socketId, key);
      seats.delete(socketId);
    },
    /** A member writes, or stopped; from a socket that is in the room, of somebody who may. Anything else is nothing. */
    writes(socketId: string, room: Room, id: string, over: boolean): void {
      const seat = seats.get(socketId)?.get(keyOf(room, id));
      if (!seat?.mayType) return;
      if (over) seat.place.writing.delete(seat.who);
      else seat.place.writing.set(seat.who, now() + WRITES_MS);
    },
    /** The sockets whose readers were told, in some room, that they may see a member. */
    whoSeeAnywhere: (memberId: string): string[] =>
      [...seats].flatMap(([socketId, mine]) =>
        [...mine.values()].some(({ sight }) => sight.has(memberId)) ? socketId : [],
      ),
    isIn: (socketId: string, room: Room, id: string): boolean => seats.get(socketId)?.has(keyOf(room, id)) ?? false,
    /** The rooms that a socket is in. */
    roomsOf: (socketId: string): { room: Room; id: string }[] =>
      [...(seats.get(socketId)?.values() ?? [])].map(({ place: { room, id } }) => ({ room, id })),
    /** The rooms of this kind with sockets in this process. */
    idsOf: (room: Room): string[] => [...places.values()].flatMap((place) => (place.room === room ? place.id : [])),
    /** Another process told its numbers. */
    hear({ from, whole, rooms }: PresenceWord): void {
      const known = whole ? undefined : elsewhere.get(from)?.rooms;
      const numbers = known ?? new Map<string, Numbers>();
      for (const [key, told] of rooms) {
        if (told.here + told.typing > 0) numbers.set(key, told);
        else numbers.delete(key);
      }
      elsewhere.set(from, { rooms: numbers, until: now() + BELIEVED_MS });
    },
    /** Once a second: what changed. */
    tick(): void {
      ticks++;
      const time = now();
      for (const [from, { until }] of elsewhere) if (until < time) elsewhere.delete(from);
      for (const [key, place] of places) {
        for (const [who, until] of place.writing) if (until < time) place.writing.delete(who);
        if (place.room.presence) tellScreens(key, place);
      }
      if (spread) tellProcesses();
      else emptied.clear();
    },
    /** How much is remembered: nothing once everybody is gone. */
    size: () => places.size + seats.size,
  };
}

export type Presence = ReturnType<typeof createPresence>;
