import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { zonedDay } from "@/core/zoned-time.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canCreateEvent, STAFF, visibleEvents } from "./event.policy.ts";
import { getEvent } from "./event.queries.ts";
import { type EventKind, eventKinds, nextWeekOf } from "./event.rules.ts";
import type { EventView } from "./event.views.ts";
import { type EventFormValues, type FormContent, formValues } from "./event-form.rules.ts";

type ShiftRow = { id: string; label: string; starts: number; ends: number; needed: number; maximum: number | null };
type ContentRow = Omit<FormContent, "shifts" | "commune"> & {
  id: string;
  kind: EventKind;
  starts_at: Date;
  commune_code: string | null;
  commune: string | null;
  federation_id: string | null;
  commune_kind: string | null;
  shifts: ShiftRow[] | null;
};

/** What a form holds of the event `e`, with its commune `c`. */
const contentColumns: Sql = sql`
  e.id, e.kind, e.title, e.description, e.zone, e.starts_at, e.commune_code, c.name as commune, c.federation_id,
  c.kind as commune_kind, e.address, e.meeting_point as "meetingPoint", e.latitude, e.longitude,
  e.online_url as "onlineUrl", e.audience, e.adherents_only as "adherentsOnly", e.debate_id as "debateId",
  (select json_agg(json_build_object('id', h.id, 'label', h.label, 'needed', h.needed, 'maximum', h.maximum,
      'starts', extract(epoch from h.starts_at)::float8 * 1000, 'ends', extract(epoch from h.ends_at)::float8 * 1000)
    order by h.starts_at, h.id) from shift h where h.event_id = e.id and h.removed_at is null) as shifts`;

function toContent(row: ContentRow): FormContent & { shifts: (FormContent["shifts"][number] & { id: string })[] } {
  const { commune_code: code, commune: name, federation_id, commune_kind, shifts, ...rest } = row;
  const label = commune_kind === "country" ? name : `${name} (${federation_id})`;
  return {
    ...rest,
    commune: code && name && label ? { code, label } : null,
    shifts: (shifts ?? []).map(({ starts, ends, ...shift }) => ({
      ...shift,
      startsAt: new Date(starts),
      endsAt: new Date(ends),
    })),
  };
}

export type EditEventView = { event: EventView; values: EventFormValues; scope: string };

/** What those who run an event change of it. Throws `not_found` for anybody else, and once nothing can be changed. */
export async function getEventToEdit(actor: Actor, id: string): Promise<EditEventView> {
  const event = await getEvent(actor, id);
  if (!event.can.edit) throw new AppError("not_found", "absent");
  const [row] = await readRows<ContentRow>(sql`
    select ${contentColumns} from event e left join commune c on c.code = e.commune_code
    where e.id = ${id} and ${visibleEvents(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return { event, values: formValues(toContent(row)), scope: event.place.scope };
}

/** The last event of a kind where she sets events up: what "comme la dernière fois" begins with. */
export type LastEventView = { id: string; kind: EventKind; title: string; startsAt: number; zone: string };

/** How many events of a place are looked at, of those that began and of those to come. */
const [BEGUN, COMING] = [100, 30];

/** What was done last comes first; where nothing was yet, what comes next: a series is written weeks ahead. */
const lastFirst: Sql = sql`e.begun desc, case when e.begun then e.starts_at end desc, e.starts_at, e.id`;

/** Of a group, its own; of a member's places, those that no group organised. */
function candidates(actor: Actor, groupId: string | null): Sql {
  const scopes = actor.grants.filter(({ role }) => STAFF.includes(role)).map(({ scope }) => scope);
  if (actor.kind === "member") scopes.push(actor.section.scope);
  const now = clock.now();
  const published = groupId
    ? sql`e.group_id = a.id and e.stage = 'published'`
    : sql`e.scope = a.id and e.group_id is null and e.stage = 'published'`;
  return sql`(select e.* from unnest(${groupId ? [groupId] : [...new Set(scopes)]}::text[]) as a(id), lateral (
      (select e.*, true as begun from event e where ${published} and e.starts_at <= ${now}
        order by e.starts_at desc, e.id desc limit ${BEGUN})
      union all
      (select e.*, false as begun from event e where ${published} and e.starts_at > ${now}
        order by e.starts_at, e.id limit ${COMING})) e
    where ${visibleEvents(actor)})`;
}

/** The last event of each kind, of a group or in her places, the newest first. */
export async function listLastOfKinds(actor: Actor, groupId: string | null = null): Promise<LastEventView[]> {
  if (actor.kind !== "member") return [];
  type Row = Omit<LastEventView, "startsAt"> & { starts_at: Date };
  const rows = await readRows<Row>(sql`
    select * from (select distinct on (e.kind) e.id, e.kind, e.title, e.starts_at, e.zone, e.begun from ${candidates(actor, groupId)} e
      order by e.kind, ${lastFirst}) e order by ${lastFirst}`);
  return rows.map(({ id, kind, title, zone, starts_at }) => ({ id, kind, title, zone, startsAt: starts_at.getTime() }));
}

/** The last event of a kind, of a group or in her places, as a form holds it a week or more later; null when there was none. */
export async function findLastOfKind(
  actor: Actor,
  kind: string,
  groupId: string | null = null,
): Promise<{ id: string; scope: string; values: EventFormValues } | null> {
  const asked = eventKinds.find((one) => one === kind);
  if (actor.kind !== "member" || !asked) return null;
  const [row] = await readRows<ContentRow & { scope: string }>(sql`
    select e.scope, ${contentColumns} from ${candidates(actor, groupId)} e left join commune c on c.code = e.commune_code
    where e.kind = ${asked}::event_kind order by ${lastFirst} limit 1`);
  if (!row || !(groupId || canCreateEvent(actor, { scope: row.scope, group: null }).allowed)) return null;
  const content = toContent(row);
  const shifts = content.shifts.map(({ id: _, ...shift }) => shift);
  const day = zonedDay(nextWeekOf(row.starts_at, row.zone, clock.now()), row.zone);
  return { id: row.id, scope: row.scope, values: { ...formValues({ ...content, shifts }), day } };
}
