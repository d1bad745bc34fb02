/** Identifiers of what a fact is about. Ids only: a fact never carries personal data. */
export type FactIds = Record<string, string | number>;

/** A recorded happening, with what hangs on it, as plain data so that it crosses module copies. */
export type Fact = {
  name: string;
  ids: FactIds;
  /** Kept pages that no longer tell the truth. */
  stale: string[];
  /** Members and sessions whose sockets must be cut, and whose rights must be read again. */
  cut: string[];
  /**
   * Members whose rights changed, by their ids, rooms whose gate did ("group:<id>"), or members who are seen by others than
   * before ("seen:<id>"): the gates of the rooms that the sockets meant are in are asked again.
   */
  regate: string[];
  /**
   * What was written, as it was read in its own transaction: spares screens a second look. Never stored: whoever publishes
   * the fact later, or elsewhere, reads again.
   */
  fresh?: unknown;
};

export type FactDefinition<Ids extends FactIds> = ((ids: Ids) => Fact) & {
  factName: string;
  /** Rebuilds the fact from its stored row, for the sweep. */
  revive: (ids: FactIds) => Fact;
};

/** Declares a kind of fact: its name, what its ids are, and what it makes stale or cuts. */
export function defineFact<Ids extends FactIds>(definition: {
  name: string;
  stale?: (ids: Ids) => string[];
  cut?: (ids: Ids) => string[];
  regate?: (ids: Ids) => string[];
}): FactDefinition<Ids> {
  const make = (ids: Ids): Fact => ({
    name: definition.name,
    ids,
    stale: definition.stale?.(ids) ?? [],
    cut: definition.cut?.(ids) ?? [],
    regate: definition.regate?.(ids) ?? [],
  });
  return Object.assign(make, { factName: definition.name, revive: (ids: FactIds) => make(ids as Ids) });
}
