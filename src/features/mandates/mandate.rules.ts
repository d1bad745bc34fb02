import type { Role } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { federationScope, NATIONAL, type Scope } from "@/core/scope.ts";

export const DAY_MS = 24 * 3_600_000;
/** A handover is prepared a year ahead at most. */
export const HANDOVER_DAYS = 365;
/** Those above are told this long before a section is left with nobody. */
export const NOTICE_DAYS = 30;
export const REASON_MIN = 5;
export const REASON_MAX = 500;
/** What a mandate's end says when it ran to its own date. */
export const RAN_OUT = "Terme prévu";
export const HANDED_OVER = "Passation";

/** "la section Riom", "la fédération du Puy-de-Dôme", "toute la France". */
export function placeWords(scope: Scope, name: string | null): string {
  if (scope === NATIONAL || name === null) return "toute la France";
  return federationScope(scope) === scope ? `la fédération ${ofPlace(name)}` : `la section ${name}`;
}

const duties: Record<Role, string> = {
  section_leader: "responsable de",
  federation_admin: "responsable de",
  moderator: "à la modération de",
  national_admin: "à l’administration de",
};

/** "responsable de la section Riom", after "tu es". */
export const dutyWords = (role: Role, scope: Scope, place: string | null): string =>
  `${duties[role]} ${placeWords(scope, place)}`;

/** A mandate as lists call it: "Secrétaire de section, Riom", "Fédération du Puy-de-Dôme". */
export function postWords(role: Role, place: string | null): string {
  if (role === "section_leader") return place === null ? "Secrétaire de section" : `Secrétaire de section, ${place}`;
  if (role === "federation_admin") return place === null ? "Fédération" : `Fédération ${ofPlace(place)}`;
  return role === "moderator" ? "Modération nationale" : "Administration nationale";
}

export type HandoverDates = {
  confirmedAt: Date | null;
  holderSignedAt: Date | null;
  successorSignedAt: Date | null;
  doneAt: Date | null;
  cancelledAt: Date | null;
};

/** Whether it still goes on: neither done nor cancelled. */
export const isOpen = ({ doneAt, cancelledAt }: HandoverDates): boolean => !doneAt && !cancelledAt;

/** Confirmed, and signed by both: it moves at its date. */
export const isSealed = ({ confirmedAt, holderSignedAt, successorSignedAt }: HandoverDates): boolean =>
  Boolean(confirmedAt && holderSignedAt && successorSignedAt);
