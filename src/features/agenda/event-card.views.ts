import { ofPlace } from "@/core/french-places.ts";
import type { EventAudience, EventKind, EventStage } from "@/features/events/index.ts";

export type ShiftLine = {
  id: string;
  label: string;
  startsAt: number;
  endsAt: number;
  needed: number;
  maximum: number | null;
  taken: number;
};

/** What the reader has to do with an event: she has a place, one is kept for her, she waits, she may come, she prepares it. */
export type MyPart = "in" | "offered" | "waiting" | "maybe" | "organises";

export type EventCardRow = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  stage: EventStage;
  audience: EventAudience;
  adherents_only: boolean;
  hidden: boolean;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  address: string;
  meeting_point: string;
  online: boolean;
  commune: string | null;
  section: string | null;
  federation: string | null;
  /** The group that organises it, where the reader may know of it. */
  group: string | null;
  latitude: number | null;
  longitude: number | null;
  exact: boolean;
  km: number | null;
  missing: number;
  shifts: {
    id: string;
    label: string;
    starts: number;
    ends: number;
    needed: number;
    maximum: number | null;
    taken: number;
  }[];
  /** Shifts that are not over. */
  open: number;
  my_part: MyPart | null;
  one_click: string | null;
};

/** An event as lists show it. Moments in milliseconds. */
export type EventCardView = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  stage: EventStage;
  audience: EventAudience;
  adherentsOnly: boolean;
  hidden: boolean;
  startsAt: number;
  endsAt: number;
  zone: string;
  /** Whose event it is, in words: a group's, or a territory's. */
  place: string;
  commune: string | null;
  address: string;
  meetingPoint: string;
  online: boolean;
  /** On a map; exact: its own point, else its commune's. */
  point: { latitude: number; longitude: number; exact: boolean } | null;
  /** From where "near me" looks. */
  km: number | null;
  /** How many people it still needs, over its shifts to come. */
  missing: number;
  shifts: ShiftLine[];
  myPart: MyPart | null;
  /** How the reader may sign up: at once on this shift, or where it is chosen and said; null: not at all, or she has. */
  join: { shiftId: string } | "on its page" | null;
};

export function toEventCardView(row: EventCardRow): EventCardView {
  const { latitude, longitude, exact } = row;
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.title,
    stage: row.stage,
    audience: row.audience,
    adherentsOnly: row.adherents_only,
    hidden: row.hidden,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    zone: row.zone,
    place: placeOf(row),
    commune: row.commune,
    address: row.address,
    meetingPoint: row.meeting_point,
    online: row.online,
    point: latitude === null || longitude === null ? null : { latitude, longitude, exact },
    km: row.km,
    missing: row.stage === "published" ? row.missing : 0,
    shifts: row.shifts.map(({ starts, ends, ...shift }) => ({ ...shift, startsAt: starts, endsAt: ends })),
    myPart: row.my_part,
    join: joinOf(row),
  };
}

/** Who is on it, or waits, finds what else she can do on its page. */
function joinOf({ stage, hidden, open, my_part, one_click }: EventCardRow): EventCardView["join"] {
  if (stage !== "published" || hidden || open === 0) return null;
  if (my_part !== null && my_part !== "maybe" && my_part !== "organises") return null;
  return one_click ? { shiftId: one_click } : "on its page";
}

function placeOf({ group, section, federation }: EventCardRow): string {
  if (group) return `Groupe ${group}`;
  if (section) return `Section ${section}`;
  return federation ? `Fédération ${ofPlace(federation)}` : "Toute la France";
}
