import type { ActionKind } from "@/core/member-act.ts";
import { zonedField } from "@/core/zoned-time.ts";
import { type EventKind, isFieldAction } from "@/features/events/index.ts";
import type { Offer, Willing } from "@/features/profiles/index.ts";
import { weekdayOf } from "./calendar.rules.ts";

/** What a member ticks when she would do this. Meetings have no word of their own. */
const willingFor: Partial<Record<EventKind, Willing>> = {
  leafleting: "tractage",
  letterboxing: "boitage",
  canvassing: "porte-a-porte",
  postering: "collage",
  phone_bank: "phoning",
  debate: "debattre",
};

/** The word of "à la carte" that an event of this kind answers, if she ticked it. */
export const tickedFor = (offer: Offer, kind: EventKind): Willing | null => {
  const word = willingFor[kind];
  return word && offer.willing.includes(word) ? word : null;
};

/** Whether to propose an action of this kind: one that she ticked, or any while she ticked none of the field. */
export function suitsKind(offer: Offer, kind: EventKind): boolean {
  if (!isFieldAction(kind) || offer.willing.length === 0) return true;
  return tickedFor(offer, kind) !== null;
}

/** Whether a moment is among those when she is free; she who named none is asked about all, and of holidays we know nothing. */
export function suitsMoment({ free }: Offer, at: Date, zone: string): boolean {
  if (free.length === 0 || free.includes("vacances")) return true;
  const field = zonedField(at, zone);
  const weekday = weekdayOf(field.slice(0, 10));
  const hour = Number(field.slice(11, 13));
  if (weekday === 6) return free.includes("samedi");
  if (weekday === 7) return free.includes("dimanche");
  return free.includes(hour < 12 ? "semaine-matin" : hour < 18 ? "semaine-apres-midi" : "semaine-soir");
}

/** What "à la carte" calls an act of this kind. */
export const actKindFor = (kind: EventKind): ActionKind =>
  isFieldAction(kind) ? ((willingFor[kind] as ActionKind | undefined) ?? "venir") : "venir";
