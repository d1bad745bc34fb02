import type { Role } from "@/core/actor.ts";
import type { HandoverDates } from "./mandate.rules.ts";

/** One of the two of a handover; the link is null for a reader who may not see her card. */
export type PartyView = { name: string; href: string | null; photo: string | null };

/** A handover, as its own page and the consoles show it. */
export type HandoverView = HandoverDates & {
  id: string;
  role: Role;
  scope: string;
  place: string;
  holder: PartyView;
  successor: PartyView;
  proposedAt: Date;
  effectiveAt: Date;
  endsAt: Date | null;
  confirmedBy: string | null;
  /** Who gave it up; "situation" when it could not be any more. */
  cancelledBy: "holder" | "successor" | "federation" | "situation" | null;
  broken: boolean;
  /** Its day has come. */
  dayCome: boolean;
  /** What the reader is in it. */
  you: "holder" | "successor" | "federation";
  /** Her own rights sleep: she cannot sign as the holder. */
  asleep: boolean;
  /** Whether the reader has a second factor, for the successor who will need it. */
  hasFactor: boolean;
  can: { confirm: boolean; sign: boolean; cancel: boolean };
};

/** Handing over, in a section's console. */
export type HandoverPanelView = {
  scope: string;
  place: string;
  /** The reader's own mandate here. */
  mandate: { id: string; beginsAt: Date; endsAt: Date | null } | null;
  /** Handovers that go on here, as far as the reader sees them. */
  open: HandoverView[];
  /** Whom she may name: adherents of the section. */
  candidates: { id: string; name: string }[];
  asleep: boolean;
};
