/** What reaches the panel of places, and its JSON: texts and numbers, ready to be shown in the zone of the event. */
export type MyPlace = {
  signUpId: string;
  state: "in" | "offered" | "waiting";
  size: number;
  /** Until when an offered place is held: "demain 18 h". */
  held: string | null;
  /** How many are before her on the waiting list. */
  ahead: number | null;
  confirmed: boolean;
  /** It is tomorrow: she may say that she comes. */
  asked: boolean;
};

/** Another sign-up of hers at the same hours. */
export type Clash = { title: string; hours: string; href: string };

export type PlaceView = {
  id: string;
  /** Its label, or its hours. */
  title: string;
  /** Its hours under a label; null where they are the title. */
  hours: string | null;
  /** "4 sur 6" */
  count: string;
  /** "il manque 2 personnes" */
  missing: string | null;
  full: boolean;
  /** "3 en attente" */
  waiting: string | null;
  /** Free places; null: as many as come. */
  free: number | null;
  /** Whoever signs up now waits. */
  queues: boolean;
  /** It holds a pair. */
  pairs: boolean;
  over: boolean;
  mine: MyPlace | null;
  clashes: Clash[];
};

/** Why she lost a place, said once more on the page. */
export type LostPlace = { because: "removed" | "expired" | "shift_removed"; hours: string; words: string };

export type Face = { name: string; photo: string | null; href: string };

export type PlacesView = {
  eventId: string;
  /** When it was read, in milliseconds: a screen ignores an older one. */
  readAt: number;
  /** Nobody comes any more: what was planned is all there is to say. */
  cancelled: boolean;
  shifts: PlaceView[];
  answer: "maybe" | "no" | null;
  lost: LostPlace | null;
  /** Organisers took her off the list: she takes no place until they let her back in. */
  takenOff: boolean;
  /** Those who come: faces are the reader's own coopains, and only those who show themselves. */
  coming: { count: number; faces: Face[]; coopains: number; maybe: number };
  can: {
    /** Sign up, answer, leave; not sign up where she was taken off. */
    join: boolean;
    /** Nobody's session: she may sign in. */
    signIn: boolean;
  };
  /** Why nothing can be done, in words; null where something can, or where the page says it already. */
  closed: string | null;
};
