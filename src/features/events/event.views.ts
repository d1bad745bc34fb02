import type { Actor } from "@/core/actor.ts";
import { ofPlace } from "@/core/french-places.ts";
import { paths } from "@/core/paths.ts";
import { PARIS, zoneOfScope } from "@/core/zoned-time.ts";
import { type CardRow, type CardView, toCardView } from "@/features/profiles/index.ts";
import {
  canAnswerProposal,
  canCancelEvent,
  canDiscardEvent,
  canDuplicate,
  canEditEvent,
  canPublishEvent,
  canRunEvent,
  publishes,
} from "./event.policy.ts";
import { type EventAudience, type EventKind, type EventStage, hasStarted, isOver } from "./event.rules.ts";
import { canRepeatEvent } from "./people.policy.ts";

/** A territory by its full name, and its page. */
export type EventPlaceView = { scope: string; name: string; href: string | null };
/** A group that organises an event, for whoever may know of it. */
export type EventGroupView = { id: string; slug: string; name: string };
export type PlaceRow = {
  scope: string;
  section: string | null;
  section_slug: string | null;
  federation: string | null;
  federation_slug: string | null;
};

export type EventRow = PlaceRow & {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  description: string;
  stage: EventStage;
  hidden: boolean;
  audience: EventAudience;
  adherents_only: boolean;
  starts_at: Date;
  ends_at: Date;
  changed_at: Date;
  sequence: number;
  zone: string;
  commune_code: string | null;
  commune: string | null;
  commune_latitude: number | null;
  commune_longitude: number | null;
  approximate: boolean | null;
  address: string;
  meeting_point: string;
  latitude: number | null;
  longitude: number | null;
  online: boolean;
  online_url: string | null;
  cover_id: string | null;
  series_id: string | null;
  detached: boolean;
  debate: { id: string; slug: string; question: string } | null;
  organises: boolean;
  staffs: boolean;
  groupId: string | null;
  keepsGroup: boolean;
  group: EventGroupView | null;
  organisers: CardRow[] | null;
  organiser_count: number;
  co_sections: PlaceRow[] | null;
  cancelled_because: string | null;
  declined_because: string | null;
};

/** What a reader may do with an event; each is asked again when it is done. */
export type EventCan = {
  edit: boolean;
  cancel: boolean;
  publish: boolean;
  /** A draft of hers that is not hers to publish. */
  propose: boolean;
  approve: boolean;
  organise: boolean;
  duplicate: boolean;
  /** Make it come back, or otherwise than it does. */
  repeat: boolean;
  /** Of a draft or a proposal: it goes for good. */
  discard: boolean;
};

/** An event as its page shows it to one reader. Moments in milliseconds. */
export type EventView = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  description: string;
  stage: EventStage;
  /** By moderation: only those who answer for it still read it. */
  hidden: boolean;
  audience: EventAudience;
  adherentsOnly: boolean;
  place: EventPlaceView;
  /** The group that organises it; null too where this reader may not know of it. */
  group: EventGroupView | null;
  /** A group organises it, whether this reader may know of it or not. */
  ofGroup: boolean;
  coPlaces: EventPlaceView[];
  startsAt: number;
  endsAt: number;
  zone: string;
  /** The zone that this reader lives by. */
  readerZone: string;
  started: boolean;
  over: boolean;
  /** Null: on line only. */
  commune: { code: string; name: string } | null;
  address: string;
  meetingPoint: string;
  /** The meeting point on a map; else its commune, which is not where one meets. */
  point: { latitude: number; longitude: number; exact: boolean } | null;
  /** One may come on line, too, or on line only. */
  online: boolean;
  /** Where: for those who have a place, and those who run it. */
  onlineUrl: string | null;
  coverId: string | null;
  debate: { id: string; slug: string; question: string } | null;
  seriesId: string | null;
  detached: boolean;
  sequence: number;
  changedAt: number;
  /** Those whose card this reader may see. */
  organisers: CardView[];
  /** How many more there are. */
  moreOrganisers: number;
  organises: boolean;
  cancelledBecause: string | null;
  /** What was answered to a proposal that is a draft again. */
  declinedBecause: string | null;
  can: EventCan;
};

/** "Section Riom", "Fédération du Puy-de-Dôme", "Toute la France". */
export function toPlace({ scope, section, section_slug, federation, federation_slug }: PlaceRow): EventPlaceView {
  if (section && section_slug && federation_slug) {
    const href = paths.section({ slug: section_slug, federation: { slug: federation_slug } });
    return { scope, name: `Section ${section}`, href };
  }
  if (federation && federation_slug)
    return { scope, name: `Fédération ${ofPlace(federation)}`, href: paths.federation({ slug: federation_slug }) };
  return { scope, name: "Toute la France", href: null };
}

export function toEventView(row: EventRow, actor: Actor, now: Date): EventView {
  const times = { startsAt: row.starts_at, endsAt: row.ends_at };
  const organisers = (row.organisers ?? []).map(toCardView);
  return {
    ...{ id: row.id, slug: row.slug, kind: row.kind, title: row.title, description: row.description },
    ...{ stage: row.stage, hidden: row.hidden, audience: row.audience, adherentsOnly: row.adherents_only },
    place: toPlace(row),
    group: row.group,
    ofGroup: row.groupId !== null,
    coPlaces: (row.co_sections ?? []).map(toPlace),
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    zone: row.zone,
    readerZone: actor.kind === "member" ? zoneOfScope(actor.section.scope) : PARIS,
    started: hasStarted(times, now),
    over: isOver(times, now),
    commune: row.commune_code && row.commune ? { code: row.commune_code, name: row.commune } : null,
    address: row.address,
    meetingPoint: row.meeting_point,
    point: pointOf(row),
    online: row.online,
    onlineUrl: row.online_url,
    coverId: row.cover_id,
    debate: row.debate,
    seriesId: row.series_id,
    detached: row.detached,
    sequence: row.sequence,
    changedAt: row.changed_at.getTime(),
    organisers,
    moreOrganisers: row.organiser_count - organisers.length,
    organises: row.organises,
    cancelledBecause: row.stage === "cancelled" ? (row.cancelled_because ?? "") : null,
    declinedBecause: row.stage === "draft" ? row.declined_because : null,
    can: canOf(row, actor, now),
  };
}

function pointOf(row: EventRow): EventView["point"] {
  if (row.latitude !== null && row.longitude !== null)
    return { latitude: row.latitude, longitude: row.longitude, exact: true };
  if (row.commune_latitude === null || row.commune_longitude === null || row.approximate) return null;
  return { latitude: row.commune_latitude, longitude: row.commune_longitude, exact: false };
}

function canOf(row: EventRow, actor: Actor, now: Date): EventCan {
  const event = { ...row, startsAt: row.starts_at, endsAt: row.ends_at };
  const known = canPublishEvent(actor, event).allowed && !isOver(event, now);
  const publishing = publishes(actor, event);
  const { stage } = row;
  return {
    edit: canEditEvent(actor, event, now).allowed,
    cancel: canCancelEvent(actor, event, now).allowed,
    publish: known && publishing,
    propose: known && !publishing,
    approve: canAnswerProposal(actor, event).allowed,
    organise: canRunEvent(actor, event).allowed && (stage === "published" || stage === "cancelled"),
    duplicate: canDuplicate(actor, event).allowed,
    repeat: canRepeatEvent(actor, event).allowed,
    discard: canDiscardEvent(actor, event).allowed,
  };
}
