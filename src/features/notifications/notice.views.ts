import type { NoticeFamily, NoticeKindId, NoticePace } from "@/core/notice-kinds.ts";

export type NoticeView = {
  id: string;
  kind: NoticeKindId;
  family: NoticeFamily;
  /** A whole sentence. */
  text: string;
  /** What it is about: the debate's question, the group's name. */
  about: string | null;
  href: string;
  at: Date;
  count: number;
  unread: boolean;
  /** Why she receives it. */
  why: string;
  /** What she may mute from here, with the words that do it: "Mettre ce débat en sourdine". */
  topic: { id: string; label: string; muted: boolean } | null;
  can: { end: boolean };
};

export type NoticeListView = {
  notices: NoticeView[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  family: NoticeFamily | null;
  unreadOnly: boolean;
  first: boolean;
  /** How many she has not read, up to 99 and one more. */
  unread: number;
  now: Date;
};

/** What the bell shows. */
export type LatestNoticesView = { unread: number; notices: NoticeView[]; now: Date };

export type ChoiceView = {
  kind: NoticeKindId;
  label: string;
  inApp: boolean;
  mail: NoticePace;
  /** Told by right or for safety: shown, not chosen. */
  essential: boolean;
  /** Has its own place elsewhere: only the mail is chosen. */
  mailOnly: boolean;
};

export type ChoicesView = {
  families: { family: NoticeFamily; name: string; choices: ChoiceView[] }[];
  muted: { topic: string; name: string; what: string; href: string }[];
};
