import type { Role } from "@/core/actor.ts";
import type { HandoverView } from "./handover.views.ts";

export type Standing = "sympathiser" | "declared" | "adherent";

/** A member found from a console. */
export type FoundMemberView = {
  id: string;
  name: string;
  section: string;
  federation: string;
  photo: string | null;
  standing: Standing;
  suspended: boolean;
};

export type HeldMandateView = {
  id: string;
  role: Role;
  /** As lists call it. */
  post: string;
  beginsAt: Date;
  endsAt: Date | null;
  state: "current" | "future" | "past";
  endReason: string | null;
  givenBy: string | null;
  can: { end: boolean };
};

export type SuspensionView = {
  id: string;
  reason: string;
  beginsAt: Date;
  endsAt: Date | null;
  liftedAt: Date | null;
  by: string | null;
  current: boolean;
  can: { lift: boolean };
};

/** A mandate that could be given: its value in a form is "role scope". */
export type GiveOption = { role: Role; scope: string; label: string; group: string };

/** A member, for those who answer for her. */
export type ManagedMemberView = FoundMemberView & {
  /** Null when her card is closed to this reader: a block. */
  href: string | null;
  joinedAt: Date;
  isMe: boolean;
  mandates: HeldMandateView[];
  suspensions: SuspensionView[];
  handovers: HandoverView[];
  nominated: boolean;
  give: GiveOption[];
  can: {
    /** The longest in days, null for as long as needed; false: not at all. */
    suspend: { days: number | null } | false;
    nominate: boolean;
    viewContact: boolean;
  };
};
