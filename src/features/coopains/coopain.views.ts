import type { CardView } from "../profiles/index.ts";

/** What is between the reader and one member. */
export type TieView = {
  state: "none" | "sent" | "received" | "coopains" | "self";
  /** The request that waits, hers or the reader's. */
  requestId: string | null;
  /** What was written with it. */
  words: string | null;
  can: { request: boolean; accept: boolean; block: boolean };
};

export type RequestView = { id: string; person: CardView; words: string; at: Date };
export type CoopainView = CardView & { since: Date };
/** Why she is suggested: one sentence for each thing in common, the strongest first. */
export type SuggestionView = CardView & { reasons: string[] };
export type BlockedView = { id: string; name: string; at: Date };

export type CoopainListView = {
  people: CoopainView[];
  /** After whom the next page begins; null on the last one. */
  next: string | null;
  first: boolean;
  /** What was looked for. */
  search: string;
};

export type CoopainsPageView = {
  memberId: string;
  /** All of them, whatever is looked for. */
  total: number;
  list: CoopainListView;
  received: RequestView[];
  /** Received ones that are not on this page. */
  moreReceived: number;
  sent: RequestView[];
  suggestions: SuggestionView[];
  blocked: BlockedView[];
};

/** One's own link; null before it was made. */
export type MyLinkView = { url: string; code: string; since: Date };
export type InvitePageView = {
  memberId: string;
  link: MyLinkView | null;
  /** Who joined through her and shows her card to her, the latest first; the others as a number. */
  joined: (CardView & { at: Date })[];
  others: number;
};

/** What the bearer of an invitation reads. */
export type InvitationView = {
  token: string;
  /** The first name for a link that anybody may hold; the whole name where she wrote to one address. */
  inviter: string;
  section: string;
  /** Null for who can still join; for a member: whether it is her own, and the inviter's profile where she sees it. */
  member: { own: boolean; profile: string | null } | null;
};

/** Coopains that two members have in common, as one of them may know: how many, and the names of some. */
export type CoopainsInCommonView = { count: number; names: string[] };
