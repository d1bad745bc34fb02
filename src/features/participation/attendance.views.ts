import type { Face } from "./places.views.ts";

/** Somebody on a shift, for those who run it. `href`, `photo`: where her card is theirs to see. */
export type AttendeeView = Pick<Face, "name" | "photo"> & {
  signUpId: string;
  href: string | null;
  size: number;
  guest: boolean;
  /** Asked the day before, she said that she comes. */
  confirmed: boolean;
  attendance: "present" | "absent" | null;
};

/** Somebody who waits, or to whom a place was offered: `held` says until when. */
export type WaitingView = AttendeeView & { held: string | null };

/** Somebody whom an organiser took off the list, and who may not come back by herself. */
export type TakenOffView = { signUpId: string; name: string };

export type AttendanceShiftView = {
  id: string;
  title: string;
  hours: string | null;
  count: string;
  missing: string | null;
  attendees: AttendeeView[];
  /** In the order of their arrival; offered places first. */
  waiting: WaitingView[];
  /** It is time to call them over. */
  now: boolean;
  over: boolean;
};

/** An event as those who run it see who comes. */
export type AttendanceView = {
  event: { id: string; slug: string; title: string; when: string; field: boolean; cancelled: boolean };
  shifts: AttendanceShiftView[];
  /** People with a place, those who come along included; of them present, absent, and not noted. */
  counts: { expected: number; present: number; absent: number; unknown: number };
  walkIns: number;
  /** As long as they may be let back in. */
  takenOff: TakenOffView[];
  maybe: { name: string; href: string | null }[];
  /** Whether who was there can be noted now. */
  noting: boolean;
};
