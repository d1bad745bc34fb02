/** What was written to all members of a place. */
export type BroadcastView = {
  id: string;
  sentAt: Date;
  /** Null once her account is erased. */
  author: string | null;
  words: string;
  adherentsOnly: boolean;
  /** How many have it. */
  carried: number;
  /** It goes to nobody more. */
  done: boolean;
  /** It ended before it had reached everybody. */
  stopped: boolean;
  /** By moderation: its words are not served any more. */
  hidden: boolean;
};

/** Writing to all members of a place: whom it would reach, and what was written before. */
export type BroadcastDeskView = {
  scope: string;
  place: string;
  inboxHref: string;
  /** How many would get it, and of them the adherents. */
  reach: { members: number; adherents: number };
  /** How many of the place asked not to get these any more. */
  opposed: number;
  /** Whether one left within a day: then no other may. */
  can: { send: boolean };
  past: BroadcastView[];
};
