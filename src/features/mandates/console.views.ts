import type { Role } from "@/core/actor.ts";
import type { HandoverView } from "./handover.views.ts";
import type { ConsoleInput, ConsoleTab } from "./mandate.schema.ts";

export type NominationView = {
  id: string;
  memberId: string;
  name: string;
  by: string | null;
  at: Date;
  endsAt: Date | null;
  can: { agree: boolean; decline: boolean };
  /** Why the reader may not agree, in words. */
  cannot: string | null;
};

export type MandateLineView = {
  id: string;
  memberId: string;
  name: string;
  role: Role;
  /** As lists call it. */
  post: string;
  beginsAt: Date;
  endsAt: Date | null;
  suspended: boolean;
};

export type EmptyFederationView = { scope: string; name: string; empty: number; sections: number; hasAdmin: boolean };

export type SuspensionLineView = {
  id: string;
  memberId: string;
  name: string;
  section: string;
  reason: string;
  beginsAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  by: string | null;
  current: boolean;
};

export type ContactViewLine = {
  id: string;
  memberId: string;
  name: string;
  viewer: string | null;
  purpose: string;
  at: Date;
};

/** The national console: one part of it at a time. */
export type NationalConsoleView = {
  tab: ConsoleTab;
  tabs: readonly ConsoleTab[];
  /** What waits for an answer. */
  waiting: number;
  /** Whether an exact address finds a member. */
  byAddress: boolean;
  part:
    | { tab: "attente"; nominations: NominationView[]; handovers: HandoverView[]; emptySections: number }
    | { tab: "responsabilites"; mandates: MandateLineView[]; next: string | null; search: ConsoleInput }
    | { tab: "sections"; federations: EmptyFederationView[]; emptySections: number; sections: number }
    | { tab: "suspensions"; suspensions: SuspensionLineView[]; own: boolean }
    | { tab: "consultations"; views: ContactViewLine[] };
};

/** What one tab of the national console shows. */
export type PartOf<Tab extends NationalConsoleView["part"]["tab"]> = Extract<NationalConsoleView["part"], { tab: Tab }>;
