import type { InboxTab } from "./inbox.rules.ts";

/** Somebody of an inbox: named to whom she writes; her profile and her photo as always. Null: her account is gone. */
export type PenView = { id: string; name: string; href: string | null; photo: string | null } | null;

/** A conversation of a place's inbox: who writes, how her last words or the answer begin, who looks after it. */
export type InboxRowView = {
  id: string;
  href: string;
  from: PenView;
  /** Which place she writes to, where the inbox has several in its care; null for its own. */
  place: string | null;
  beginning: string;
  /** Who of those in charge wrote the last words; null when the member did. */
  answeredBy: string | null;
  at: Date;
  waitingSince: Date | null;
  assignee: { id: string; name: string } | null;
};

/** What waits in an inbox, as its console shows it: the longest first, and how much does. */
export type InboxPartView = { href: string; broadcastHref: string; waiting: number; rows: InboxRowView[] };

export type InboxView = {
  scope: string;
  /** "Section Issoire". */
  place: string;
  placeHref: string;
  consoleHref: string;
  broadcastHref: string;
  tab: InboxTab;
  counts: { waiting: number; mine: number };
  rows: InboxRowView[];
  /** Where the next page begins. */
  next: string | null;
};

/** On top of a conversation with a place: which one, who is in charge, who looks after it. */
export type InboxHeaderView = {
  conversationId: string;
  scope: string;
  place: string;
  placeHref: string;
  /** Whether the reader is the member who writes to the place; otherwise she answers for it. */
  mine: boolean;
  /** The member who writes, and her section. */
  from: PenView;
  home: string;
  /** Who is in charge of the place, those that the reader may know by name. */
  holders: string[];
  waitingSince: Date | null;
  /** Who of those in charge answered last. */
  answeredBy: string | null;
  assignee: { id: string; name: string } | null;
  /** Who may look after it, for who may say so; null for the member. */
  assignable: { id: string; name: string }[] | null;
  /** Where those in charge come from; null for the member. */
  inboxHref: string | null;
  /** Of the member: whether the place writes to all its members with her, and whether she asked it not to. */
  broadcasts: { received: boolean; opposed: boolean } | null;
};
