/** A member's own sign-up on a shift. */
export type MySignUp = {
  signUpId: string;
  state: "in" | "offered" | "waiting";
  size: number;
  signedUpAt: Date;
  /** An offered place is held until then. */
  offeredUntil: Date | null;
  /** She said, asked the day before, that she comes. */
  confirmedAt: Date | null;
  /** Who waits reads how many sign-ups are before hers. */
  ahead: number | null;
};

/** A shift as screens show it, numbers only. */
export type ShiftView = {
  id: string;
  label: string;
  startsAt: Date;
  endsAt: Date;
  needed: number;
  maximum: number | null;
  /** Places held: by those who come, and for those who were offered one. */
  taken: number;
  /** How many are still needed. */
  missing: number;
  /** People who wait. */
  waiting: number;
  /** Grows with each change: a screen ignores an older one. */
  version: number;
  mine: MySignUp | null;
};
