import type { ShiftView } from "@/features/shifts/index.ts";

/** An event as the page of a link says it. */
export type LinkedEvent = {
  title: string;
  kind: string;
  /** "samedi 28 novembre, de 9 h à 11 h" */
  when: string;
  place: string;
  meetingPoint: string;
  online: boolean;
  /** Null for who has no place. */
  onlineUrl: string | null;
  /** Path of the event's page. */
  path: string;
  cancelled: { reason: string } | null;
  over: boolean;
};

/** A shift that somebody without an account may choose. */
export type OfferedShift = Pick<ShiftView, "id"> & { words: string; full: boolean };

export type GuestPlace = {
  state: "in" | "offered" | "waiting";
  shiftId: string;
  size: number;
  /** "12 décembre 2026 à 18 h 30" */
  offeredUntil: string | null;
};

export type GuestPageView =
  /** The first link, once it has confirmed: the next mail has another. */
  | { kind: "spent" }
  /** She cancelled: nothing of her is left. */
  | { kind: "gone"; event: LinkedEvent }
  | {
      kind: "open";
      token: string;
      event: LinkedEvent;
      confirmed: boolean;
      /** What she asks for, until she confirms. */
      asked: { shift: string; size: number };
      place: GuestPlace | null;
      removed: boolean;
      shifts: OfferedShift[];
      can: { confirm: boolean; change: boolean; accept: boolean; leave: boolean };
    };
