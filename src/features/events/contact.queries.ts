import type { Actor } from "@/core/actor.ts";
import {
  type CardRow,
  cardColumns,
  isSuspended,
  noBlock,
  profileOf,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { phoneWords } from "./contact.rules.ts";
import { canRunEvent, type EventStanding, organisesEvent, staffsEvent, visibleEvents } from "./event.policy.ts";
import { isOver, PHONE_KEPT_MS } from "./event.rules.ts";
import { toPerson } from "./organiser.queries.ts";
import { readsFromAbove } from "./people.policy.ts";

/** Whom participants call, as one reader may know. */
export type ContactView = {
  eventId: string;
  /** Null: she is not told who. */
  person: { id: string; name: string; section: string; href: string | null; photo: string | null } | null;
  /** "+33612345678", and as it is read aloud; null where she may not read it, or nobody gave it. */
  phone: { href: string; words: string } | null;
  /** She gave it; whoever reads this may have to sign up first. */
  given: boolean;
  /** She is the contact herself. */
  mine: boolean;
  forSeries: boolean;
  inSeries: boolean;
  can: {
    /** Give her number. */
    answer: boolean;
    /** Take it back, or name nobody any more. */
    withdraw: boolean;
    /** Name somebody. */
    name: boolean;
    /** Read it from above, which is written down. */
    read: boolean;
  };
};

type Row = EventStanding &
  CardRow & {
    seen: boolean;
    blocked: boolean;
    member_id: string | null;
    phone: string | null;
    for_series: boolean | null;
    series_id: string | null;
    comes: boolean;
    staffs_place: boolean;
  };

/**
 * The contact of an event that the actor sees, and what she may do about it. Her number is for who has a place, who
 * prepares, who answers for the place, and herself, until seven days after the end; the national level asks for it.
 */
export async function getContact(actor: Actor, eventId: string): Promise<ContactView | null> {
  const [row] = await readRows<Row>(sql`
    select e.scope, e.stage, e.audience, e.group_id as "groupId", e.starts_at as "startsAt", e.ends_at as "endsAt", e.series_id,
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs, ${staffsEvent(withoutNational(actor))} as staffs_place,
      exists (select 1 from shift h join sign_up s on s.shift_id = h.id
        where h.event_id = e.id and s.member_id = ${actor.id} and s.state = 'in') as comes,
      c.member_id, c.phone, c.for_series, x.*
    from event e left join event_contact c on c.event_id = e.id
    left join lateral (select ${cardColumns(actor)}, ${visibleProfiles(actor)} as seen, not ${noBlock(actor)} as blocked
      from member m ${profileOf} join section s on s.id = m.section_id
      where m.id = c.member_id and m.erased_at is null
        and (m.id = ${actor.id} or ${staffsEvent(actor)} or ${organisesEvent(actor)} or (not ${isSuspended(clock.now())} and ${noBlock(actor)}))) x on true
    where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!row) return null;
  const now = clock.now();
  const runs = canRunEvent(actor, row).allowed;
  const ahead = row.stage !== "cancelled" && !isOver(row, now);
  const can = { answer: false, withdraw: false, name: runs && ahead, read: false };
  const none = { eventId, person: null, phone: null, given: false, mine: false, forSeries: false };
  const inSeries = row.series_id !== null;
  if (!row.member_id || !row.name) return { ...none, inSeries, can };
  const kept = now.getTime() < row.endsAt.getTime() + PHONE_KEPT_MS;
  const mine = row.member_id === actor.id;
  const near = mine || row.comes || row.organises || row.staffs_place || actor.kind === "system";
  // Who organises with her knows who it is; of a block nothing is said, but her number is not read through it.
  const given = row.phone !== null && kept && !row.blocked;
  return {
    eventId,
    person: near || runs ? toPerson(row) : null,
    phone: given && near && row.phone ? { href: `tel:${row.phone}`, words: phoneWords(row.phone) } : null,
    given,
    mine,
    forSeries: row.for_series ?? false,
    inSeries,
    can: {
      ...can,
      answer: mine && ahead,
      withdraw: mine || runs,
      read: given && !near && readsFromAbove(actor),
    },
  };
}

/** What she is without her national mandate. */
const withoutNational = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ scope }) => scope !== "national"),
});
