import type { Role } from "@/core/actor.ts";

/** One browser signed in, as its member sees it. */
export type SessionView = {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
  waiting: boolean;
};

/** What she answered about her name in open debates. */
export type PublicNameAnswer = "given" | "refused" | "unasked";

/** One's own account, as /compte shows it. */
export type AccountView = {
  name: string;
  email: string;
  joinedAt: Date;
  commune: string;
  section: string;
  federation: string;
  standing: "sympathiser" | "declared" | "adherent";
  mandates: { role: Role; place: string; endsAt: Date | null }[];
  publicName: PublicNameAnswer;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** Holds mandates whose rights wait for the second factor. */
  grantsAsleep: boolean;
  /** Signed in so recently that the current password is not asked again. */
  freshSession: boolean;
};

/** A code that this browser waits for. */
export type PendingCodeView = {
  purpose: "sign_up" | "sign_in" | "reset_password" | "change_email";
  email: string;
  /** Asked by a signed-in member to erase her account. */
  forErasure: boolean;
  signUp: { name: string; communeCode: string; claim: string } | null;
};

type Proof = { hasPassword: boolean; freshSession: boolean; grantsAsleep: boolean };

/** One's own second factor. `uri` and `secretGroups` hold the secret: for its owner's screen alone. */
export type SecondFactorView =
  | ({ state: "off" } & Proof)
  | ({ state: "setting-up"; qrCode: string; uri: string; secretGroups: readonly string[] } & Proof)
  | { state: "on"; since: Date; recoveryCodesLeft: number; holdsMandate: boolean };

/** A session whose second code is missing. */
export type HalfOpenView = { memberId: string; ended: false } | { memberId: null; ended: true };

export type CastView = { email: string; name: string; role: string; place: string };

const roleWords: Record<Role, string> = {
  section_leader: "Secrétaire de section",
  federation_admin: "Responsable de fédération",
  moderator: "Modération",
  national_admin: "Administration nationale",
};

/** A role as screens say it. */
export const roleName = (role: Role) => roleWords[role];
