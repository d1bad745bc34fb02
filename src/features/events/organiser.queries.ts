import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  isSuspended,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canRunEvent, type EventStanding, organisesEvent, staffsEvent, visibleEvents } from "./event.policy.ts";
import { candidatesInput } from "./organiser.schema.ts";
import { canPrepareEvent, couldAttend, wasTakenOff } from "./people.policy.ts";

const CANDIDATES_SIZE = 8;
const LEAST = 2;

/** Somebody who prepares an event with others. No link where her card is closed to the reader. */
export type OrganiserView = { id: string; name: string; section: string; href: string | null; photo: string | null };

/** An event for those who run it, and what they may still do. */
export type PreparedEvent = {
  id: string;
  slug: string;
  title: string;
  scope: string;
  zone: string;
  seriesId: string | null;
  audience: EventStanding["audience"];
  stage: EventStanding["stage"];
  staffs: boolean;
  /** Still ahead: people may be added. */
  ahead: boolean;
};

type Row = EventStanding & Omit<PreparedEvent, "ahead">;

/** The event that this actor runs. Throws `not_found` for anybody else. */
export async function preparedEvent(actor: Actor, id: string): Promise<PreparedEvent> {
  const [row] = await readRows<Row>(sql`
    select e.id, e.slug, e.title, e.scope, e.zone, e.series_id as "seriesId", e.audience, e.stage, e.group_id as "groupId",
      e.starts_at as "startsAt", e.ends_at as "endsAt",
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs
    from event e where e.id = ${id} and ${visibleEvents(actor)}`);
  if (!row || !canRunEvent(actor, row).allowed) throw new AppError("not_found", "absent");
  const { startsAt: _, endsAt: __, organises: ___, groupId: ____, ...event } = row;
  return { ...event, ahead: canPrepareEvent(actor, row).allowed };
}

export type OrganisersView = { event: PreparedEvent; organisers: OrganiserView[] };

/** Who prepares an event, for those who do: they answer for it together, whatever each shows of herself. */
export async function getOrganisers(actor: Actor, eventId: string): Promise<OrganisersView> {
  const event = await preparedEvent(actor, eventId);
  const organisers = await readPeople(
    actor,
    sql`from event_organiser o join member m on m.id = o.member_id`,
    sql`o.event_id = ${eventId} and m.erased_at is null order by o.added_at, m.id`,
  );
  return { event, organisers };
}

type PersonRow = CardRow & { seen: boolean };

/** People by a law that is not their card's: without a link or a face where that is closed to the reader. */
async function readPeople(actor: Actor, from: Sql, where: Sql): Promise<OrganiserView[]> {
  const rows = await readRows<PersonRow>(sql`
    select ${cardColumns(actor)}, ${visibleProfiles(actor)} as seen
    ${from} ${profileOf} join section s on s.id = m.section_id where ${where}`);
  return rows.map(toPerson);
}

export function toPerson(row: PersonRow): OrganiserView {
  const card = toCardView(row);
  return row.seen ? card : { ...card, href: null, photo: null };
}

/** Whom those who run an event may ask: members whose card they see and whose name holds these words. */
export async function listEventCandidates(actor: Actor, input: unknown): Promise<CardView[]> {
  const { id, q, pour } = candidatesInput.parse(input);
  await preparedEvent(actor, id);
  if (q.length < LEAST) return [];
  const now = clock.now();
  const words = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const already: Record<typeof pour, Sql> = {
    organiser: sql`exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = m.id)`,
    contact: sql`exists (select 1 from event_contact c where c.event_id = e.id and c.member_id = m.id)`,
    inviter: sql`(m.id = ${actor.id} or (exists (select 1 from event_invitee v
      where v.event_id = e.id and v.member_id = m.id and v.removed_at is null) and not ${wasTakenOff(sql`m.id`)}))`,
  };
  const rows = await readRows<CardRow>(sql`
    select ${cardColumns(actor)} from event e cross join member m ${profileOf} join section s on s.id = m.section_id
    where e.id = ${id} and unaccent(m.name) ilike unaccent(${words}) and ${visibleProfiles(actor)}
      and m.erased_at is null and not ${isSuspended(now)} and (m.adult_on is null or m.adult_on <= ${now}::date)
      and ${pour === "inviter" ? sql`true` : couldAttend()} and not ${already[pour]}
    order by m.name, m.id limit ${CANDIDATES_SIZE}`);
  return rows.map(toCardView);
}
