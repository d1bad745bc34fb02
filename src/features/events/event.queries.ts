import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { visibleDebates } from "@/features/debates/index.ts";
import { visibleGroups } from "@/features/groups/index.ts";
import { cardColumns, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { keepsGroupOfEvent, organisesEvent, staffsEvent, visibleEvents } from "./event.policy.ts";
import { type EventRow, type EventView, toEventView } from "./event.views.ts";
import { placeColumns } from "./event-place.queries.ts";

const lastWord = (kind: "cancelled" | "declined"): Sql => sql`
  (select x.reason from event_change x where x.event_id = e.id and x.kind = ${kind}::event_change_kind
    order by x.at desc, x.id desc limit 1)`;

/** Whether the actor has a place on the event `e`: not one that is offered, nor her turn. */
const hasAPlace = ({ kind, id }: Actor): Sql =>
  kind === "member"
    ? sql`exists (select 1 from shift h join sign_up u on u.shift_id = h.id
        where h.event_id = e.id and h.removed_at is null and u.member_id = ${id} and u.state = 'in')`
    : sql`false`;

/** An event that the actor may see, as its page shows it. Throws `not_found`. */
export async function getEvent(actor: Actor, id: string): Promise<EventView> {
  const [row] = await readRows<EventRow>(sql`
    select e.id, e.slug, e.kind, e.title, e.description, e.stage, e.hidden_at is not null as hidden, e.scope, e.audience,
      e.adherents_only, e.starts_at, e.ends_at, e.changed_at, e.sequence, e.zone, e.commune_code, e.address, e.meeting_point,
      e.latitude, e.longitude, e.online_url is not null as online,
      case when ${staffsEvent(actor)} or ${organisesEvent(actor)} or ${hasAPlace(actor)} then e.online_url end as online_url, e.cover_id, e.series_id, e.detached,
      c.name as commune, c.latitude as commune_latitude, c.longitude as commune_longitude, c.approximate,
      ${placeColumns(sql`e.scope`)},
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs, e.group_id as "groupId",
      ${keepsGroupOfEvent(actor)} as "keepsGroup",
      (select json_build_object('id', g.id, 'slug', g.slug, 'name', g.name) from member_group g
        where g.id = e.group_id and ${visibleGroups(actor)}) as "group",
      (select json_build_object('id', d.id, 'slug', d.slug, 'question', d.question) from debate d
        where d.id = e.debate_id and ${visibleDebates(actor)}) as debate,
      (select json_agg(q order by q.added_at, q.id) from (
        select w.added_at, ${cardColumns(actor)} from event_organiser w join member m on m.id = w.member_id ${profileOf}
          join section s on s.id = m.section_id
        where w.event_id = e.id and ${visibleProfiles(actor)}) q) as organisers,
      (select count(*) from event_organiser w where w.event_id = e.id)::int as organiser_count,
      (select json_agg(q order by q.scope) from (
        select y.scope, ${placeColumns(sql`y.scope`)} from event_co_section y
        where y.event_id = e.id and y.accepted) q) as co_sections,
      ${lastWord("cancelled")} as cancelled_because, ${lastWord("declined")} as declined_because
    from event e left join commune c on c.code = e.commune_code
    where e.id = ${id} and ${visibleEvents(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return toEventView(row, actor, clock.now());
}
