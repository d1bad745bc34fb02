import type { Scope } from "@/core/scope.ts";
import type { Recipient } from "@/features/mandates/index.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { visibleEvents } from "./event.policy.ts";
import type { CoRequest, News, NewsForMember, ToldEvent } from "./organiser-mail.rules.ts";

// For the jobs alone: what a mail says, read when it leaves.

type EventRow = Omit<ToldEvent, "where"> & { meetingPoint: string; address: string; commune: string | null };
/** The columns of an event `e` with its commune `w`. */
export const toldColumns = sql`e.id, e.slug, e.title, e.starts_at as "startsAt", e.zone,
  e.meeting_point as "meetingPoint", e.address, w.name as commune`;
export const toldJoin = sql`left join commune w on w.code = e.commune_code`;
export const toTold = <Row extends EventRow>({ meetingPoint, address, commune, ...row }: Row) => ({
  ...row,
  where: [meetingPoint, address, commune].filter(Boolean).join(", ") || "en ligne",
});

/** Whether the news still holds for the member `m` and the event `e`, and the name of who did it. */
const holding: Record<News, { still: Sql; by: Sql }> = {
  "organiser-added": {
    still: sql`exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = m.id)`,
    by: sql`null::text`,
  },
  "contact-asked": {
    still: sql`exists (select 1 from event_contact c where c.event_id = e.id and c.member_id = m.id and c.phone is null)`,
    by: sql`(select b.name from event_contact c join member b on b.id = c.asked_by_id where c.event_id = e.id and b.erased_at is null)`,
  },
  "contact-given": {
    still: sql`exists (select 1 from event_contact c where c.event_id = e.id and c.asked_by_id = m.id and c.phone is not null)`,
    by: sql`null::text`,
  },
  "contact-withdrawn": {
    still: sql`not exists (select 1 from event_contact c where c.event_id = e.id)`,
    by: sql`null::text`,
  },
  invited: {
    still: sql`exists (select 1 from event_invitee v where v.event_id = e.id and v.member_id = m.id and v.removed_at is null)`,
    by: sql`(select b.name from event_invitee v join member b on b.id = v.invited_by_id
      where v.event_id = e.id and v.member_id = m.id and b.erased_at is null)`,
  },
  hidden: {
    still: sql`(e.hidden_at is not null and exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = m.id))`,
    by: sql`null::text`,
  },
};

/** Who prepares an event besides who made it, whom moderation writes to itself. */
export async function listOtherOrganisers(eventId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    select o.member_id as id from event_organiser o join event e on e.id = o.event_id
    where o.event_id = ${eventId} and o.member_id is distinct from e.created_by_id order by o.member_id`);
  return rows.map(({ id }) => id);
}

/** What a member is told; null when it no longer holds, she may not read the event, or it is over. */
export async function findNewsForMember({
  news,
  eventId,
  to,
}: {
  news: News;
  eventId: string;
  to: string;
}): Promise<(NewsForMember & { email: string }) | null> {
  const [actor, now] = [await actorOfMember(to), clock.now()];
  const [row] = await db.$queryRaw<(EventRow & { byName: string | null; email: string })[]>(sql`
    select ${toldColumns}, m.email, ${holding[news].by} as "byName"
    from event e ${toldJoin} join member m on m.id = ${to}
    where e.id = ${eventId} and m.erased_at is null and not ${isSuspended(now)} and e.stage <> 'cancelled'
      and e.ends_at > ${now} and ${visibleEvents(actor)} and ${holding[news].still}`);
  return row ? toTold(row) : null;
}

/** A request to organise an event too, as its mails tell it; null when it is gone, or the event is. */
export async function findCoRequest(eventId: string, scope: Scope): Promise<CoRequest | null> {
  type Row = EventRow & { place: string; byName: string | null; accepted: boolean | null };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${toldColumns}, k.accepted, ${placeOf} as place, case when b.erased_at is null then b.name end as "byName"
    from event_co_section k join event e on e.id = k.event_id ${toldJoin} ${placeJoins}
    left join member b on b.id = k.asked_by_id
    where k.event_id = ${eventId} and k.scope = ${scope} and e.stage = 'published' and e.hidden_at is null
      and e.ends_at > ${clock.now()}`);
  return row ? toTold(row) : null;
}

/** The words of the place of a request `k`: "la section Issoire", "la fédération Allier". */
export const placeOf = sql`coalesce('la section ' || z.name, 'la fédération ' || f.name, k.scope)`;
export const placeJoins = sql`left join section z on z.scope = k.scope left join federation f on 'national/' || f.id = k.scope`;

/** Who asked, and those who prepare the event: whom an answer concerns, as long as they may read it. */
export async function listWhoAsked(eventId: string, scope: Scope): Promise<Recipient[]> {
  return db.$queryRaw<Recipient[]>(sql`
    select m.id, m.name, m.email from member m
    where m.erased_at is null and not ${isSuspended(clock.now())} and (
      exists (select 1 from event_organiser o where o.event_id = ${eventId} and o.member_id = m.id)
      or exists (select 1 from event_co_section k where k.event_id = ${eventId} and k.scope = ${scope} and k.asked_by_id = m.id))
    order by m.id limit 50`);
}
