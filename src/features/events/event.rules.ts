import { federationScope, NATIONAL, type Scope } from "@/core/scope.ts";
import { zonedField, zonedMoment } from "@/core/zoned-time.ts";

export const eventKinds = [
  "leafleting",
  "letterboxing",
  "canvassing",
  "postering",
  "phone_bank",
  "section_meeting",
  "public_meeting",
  "debate",
  "training",
  "convivial",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** How screens name them. */
export const kindWords: Record<EventKind, string> = {
  leafleting: "Tractage",
  letterboxing: "Boîtage",
  canvassing: "Porte-à-porte",
  postering: "Collage",
  phone_bank: "Phoning",
  section_meeting: "Réunion",
  public_meeting: "Réunion publique",
  debate: "Débat",
  training: "Formation",
  convivial: "Moment convivial",
};

/** Those that end in a field report. */
export const fieldKinds = ["leafleting", "letterboxing", "canvassing", "postering", "phone_bank"] as const;
export const isFieldAction = (kind: EventKind): boolean => (fieldKinds as readonly string[]).includes(kind);

export const eventStages = ["draft", "proposed", "published", "cancelled"] as const;
export type EventStage = (typeof eventStages)[number];

export const eventAudiences = ["everyone", "members", "federation", "section", "invited", "group"] as const;
export type EventAudience = (typeof eventAudiences)[number];

/** Where a member must live to be of an audience. Everybody's, the invited's and a group's say nothing of it: their scope stands there. */
export function audienceScope(audience: EventAudience, scope: Scope): Scope {
  if (audience === "members") return NATIONAL;
  if (audience === "federation") return federationScope(scope) ?? NATIONAL;
  return scope;
}

type Times = { startsAt: Date; endsAt: Date };

export const hasStarted = (event: Pick<Times, "startsAt">, now: Date): boolean => event.startsAt <= now;
export const isOver = (event: Pick<Times, "endsAt">, now: Date): boolean => event.endsAt <= now;

/** How long after its end a contact's phone is still shown to participants, then wiped. */
export const PHONE_KEPT_MS = 7 * 24 * 3_600_000;

/** A shift as a form holds it: a day and two times of the clock of its event's zone. An end before its beginning is the day after. */
export type ShiftText = { day: string; from: string; to: string };

const DAY_MS = 24 * 3_600_000;
/** The longest event: as the database has it. */
const LONGEST_MS = 15 * DAY_MS;

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** When a shift begins and ends, or null when its day or its times are none. */
export function shiftMoments({ day, from, to }: ShiftText, zone: string): Times | null {
  const startsAt = zonedMoment(`${day}T${from}`, zone);
  if (!startsAt) return null;
  const endsAt = zonedMoment(`${to > from ? day : nextDay(day)}T${to}`, zone);
  return endsAt && endsAt > startsAt ? { startsAt, endsAt } : null;
}

/** An event lasts from its first shift's beginning to its last one's end; null: longer than an event may be, or no shift. */
export function eventMoments(shifts: readonly Times[]): Times | null {
  if (shifts.length === 0) return null;
  const startsAt = new Date(Math.min(...shifts.map((shift) => shift.startsAt.getTime())));
  const endsAt = new Date(Math.max(...shifts.map((shift) => shift.endsAt.getTime())));
  return endsAt.getTime() - startsAt.getTime() <= LONGEST_MS ? { startsAt, endsAt } : null;
}

/** The same weekday and hour of a zone's clock, the first week from now on; a week later when it is still to come. */
export function nextWeekOf(moment: Date, zone: string, now: Date): Date {
  const [day = "", time = ""] = zonedField(moment, zone).split("T");
  const weeks = Math.max(1, Math.ceil((now.getTime() - moment.getTime()) / (7 * DAY_MS)));
  for (const more of [weeks, weeks + 1]) {
    const later = new Date(Date.parse(`${day}T00:00Z`) + more * 7 * DAY_MS).toISOString().slice(0, 10);
    const found = zonedMoment(`${later}T${time}`, zone);
    if (found && found > now) return found;
  }
  return new Date(moment.getTime() + (weeks + 1) * 7 * DAY_MS);
}
