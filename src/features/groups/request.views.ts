import type { CardView } from "@/features/profiles/index.ts";

/** A person whose card may be closed to the reader: then without a link or a face. */
export type EntrantView = Omit<CardView, "href"> & { href: string | null };

/** What was asked, and what she answered to it. */
export type AnswerView = { question: string; answer: string };

/** One's own request that waits. */
export type OwnRequestView = { id: string; at: Date; answers: AnswerView[]; words: string };

/** An invitation that one received. */
export type GroupInvitationView = {
  id: string;
  group: { id: string; slug: string; name: string; purpose: string };
  /** Null where who invited is gone. */
  by: EntrantView | null;
  words: string;
  at: Date;
  /** The house rules that are accepted on coming in, in Markdown; "" for none. */
  rules: string;
  terms: string;
};

/** How somebody who is not in a group may come into it. */
export type WayInView = {
  groupId: string;
  questions: string[];
  rules: string;
  terms: string;
  request: OwnRequestView | null;
  /** The group said no: its word, and from when on she may ask again. */
  refusal: { words: string; at: Date; again: Date } | null;
  invitation: GroupInvitationView | null;
  can: { ask: boolean };
};

/** Somebody who asks to come in, for those who keep the group. */
export type WaitingRequestView = OwnRequestView & { person: EntrantView };
export type WaitingRequestsView = { requests: WaitingRequestView[]; more: number };
