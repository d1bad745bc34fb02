import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { singletons } from "./singletons.ts";

/**
 * Whose mail it is and of what kind: she chooses how such ones reach her. "digest": what gathers several kinds. `topic`: what
 * it is about, as she may have muted it ("event:…").
 */
export type MailAbout = { memberId: string; kind: NoticeKindId | "digest"; topic?: string };

/** What stands under a mail to a member: why she receives it, and how to end it where that is hers to choose. */
export type MailFoot = {
  why: string;
  /** Absent for what is told by right. */
  end?: {
    label: string;
    /** The page that ends mails of this kind, by one POST. */
    path: string;
    /** Where her mail program does the same by itself (RFC 8058). */
    oneClickPath: string;
  };
};

/** A mail that may leave. `kept`: it surely did not, after all, and is not counted. */
export type Departure = { foot: MailFoot; kept: () => Promise<void> };

/** Whether a mail leaves now, asked at the very moment of sending; null: its reader chose otherwise, or has had enough. */
export type MailGate = (about: MailAbout) => Promise<Departure | null>;

/** Asks the gate that the process was composed with; a process without one lets all mails through, without a foot. */
export async function askGate(about: MailAbout | undefined): Promise<Partial<Departure> | null> {
  if (!about || !singletons.mailGate) return {};
  return singletons.mailGate(about);
}
