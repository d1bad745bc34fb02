import type { Actor } from "./actor.ts";

/** A live room: its name, and the gate that says to which audience of it an actor belongs. */
export type Room<Audience extends string = string> = {
  name: string;
  /** Answers the actor's audience; throws `not_found` when she may not know of it. */
  gate: (actor: Actor, id: string) => Promise<Audience>;
  audiences: readonly Audience[];
  /** The Socket.io name of one audience of one room. */
  of(id: string, audience: Audience): string;
} & RoomOptions;

export type RoomOptions = {
  /**
   * Its screens show how many are there and how many are writing. `sees`: they show who, each only those whom its reader
   * may see, by their ids: asked when she comes in, and again with the gate.
   */
  presence?: {
    mayType: (actor: Actor) => boolean;
    sees?: (actor: Actor, id: string) => Promise<ReadonlySet<string>>;
  };
  /** How far the log of each of these goes, by id: told now and then, whatever became of the frames. */
  reached?: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** What this actor missed after a number of its log, and the state of what her screen says it shows: a query. */
  since?: (actor: Actor, id: string, after: number, seen?: string) => Promise<unknown>;
};

/** Declares a room beside its gate. There is no other way to name one. */
export function defineRoom<Audience extends string>(
  name: string,
  audiences: readonly Audience[],
  gate: Room<Audience>["gate"],
  options: RoomOptions = {},
): Room<Audience> {
  return { name, audiences, gate, of: (id, audience) => `${name}:${id}:${audience}`, ...options };
}
