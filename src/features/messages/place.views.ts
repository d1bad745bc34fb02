import type { PlaceLevel } from "./place.rules.ts";

/** How to write to those in charge of a place, on its page. */
export type PlaceDeskView = {
  scope: string;
  /** "la section Issoire". */
  name: string;
  /** The nearest level with somebody in charge; null when there is nobody at all. */
  level: PlaceLevel | null;
  /** Who reads it, said before it is sent. */
  readers: string;
  can: { write: boolean };
  /** Where the reader's conversation with the place is, once there is one. */
  conversation: { href: string; answered: boolean } | null;
  /** Where those in charge answer; null for others. */
  inboxHref: string | null;
};

/** A first message to a place: its form. */
export type PlaceToWriteView = PlaceDeskView & { title: string; href: string };
