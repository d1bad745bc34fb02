import type { HolderView } from "@/features/mandates/index.ts";
import type { InboxPartView } from "@/features/messages/index.ts";
import type { Offer } from "@/features/profiles/index.ts";
import type { PersonView, VolunteerView } from "@/features/sections/index.ts";

export type NewcomerView = PersonView & {
  joinedAt: Date;
  writtenAt: Date | null;
  pointPerson: { id: string; name: string } | null;
  /** What she would do, where she shows it to this reader. */
  offer: Offer | null;
};

export type DeclaredView = PersonView & {
  joinedAt: Date;
  /** Her section's leader knows her to be an adherent. */
  proposed: { by: string | null; at: Date } | null;
  can: { propose: boolean; decide: boolean };
};

export type MemberLine = PersonView & {
  standing: "sympathiser" | "declared" | "adherent";
  joinedAt: Date;
  suspended: boolean;
  /** What she holds now: "Secrétaire de section (Clermont-Ferrand)". */
  mandates: string[];
  /** Where a federation or the national level does more for her; null for others. */
  manageHref: string | null;
};

/** Rows of a list and where the next ones begin. */
export type Page<Row> = { rows: Row[]; next: string | null; first: boolean };

export type DeskCounts = { newcomers: number; declared: number; volunteers: number; members: number };

/** A section's console. */
export type SectionDeskView = {
  section: { id: string; name: string; scope: string; href: string };
  federation: { id: string; name: string; deskHref: string | null };
  counts: DeskCounts;
  newcomers: Page<NewcomerView>;
  declared: Page<DeclaredView>;
  volunteers: VolunteerView[];
  /** What members write to those in charge. */
  inbox: InboxPartView;
  holders: (HolderView & { can: { end: boolean } })[];
  members: Page<MemberLine>;
  searched: string;
  /** Whom a federation may name leader here; null when the reader names nobody here. */
  candidates: { id: string; name: string }[] | null;
};

export type SectionLine = {
  id: string;
  name: string;
  deskHref: string;
  members: number;
  led: boolean;
  /** Newcomers that nobody wrote to, and since when the first of them waits. */
  alone: number;
  aloneSince: Date | null;
};

export type MandateLine = {
  mandateId: string;
  section: string;
  deskHref: string;
  name: string;
  href: string | null;
  beginsAt: Date;
  endsAt: Date | null;
};

/** A federation's console: the same, over its sections. */
export type FederationDeskView = {
  federation: { id: string; name: string; scope: string; href: string };
  counts: DeskCounts & { sections: number; empty: number };
  /** Sections without anybody in charge, the most members first. */
  empty: SectionLine[];
  /** Sections with newcomers that nobody wrote to, the longest alone first. */
  alone: SectionLine[];
  declared: Page<DeclaredView>;
  volunteers: VolunteerView[];
  /** What members write to those in charge. */
  inbox: InboxPartView;
  holders: HolderView[];
  mandates: Page<MandateLine>;
  members: Page<MemberLine>;
  searched: string;
};

/** A newcomer's own page, for who welcomes her. */
export type WelcomeView = {
  newcomer: NewcomerView;
  /** A first word, to be edited. */
  draft: string;
  isMinor: boolean;
  /** The console that the reader comes from; null for a point person. */
  deskHref: string | null;
  /** Who could look after her; null for who may not say it. */
  candidates: { id: string; name: string; willing: boolean }[] | null;
  /** More people than the list holds: a piece of a name chooses among them. */
  searched: string;
  me: string;
};
