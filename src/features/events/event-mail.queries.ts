import { listRecipients } from "@/features/mandates/index.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { EventStage } from "./event.rules.ts";
import { type PlaceRow, toPlace } from "./event.views.ts";
import type { EventNews, ToldEvent } from "./event-mail.rules.ts";
import { placeColumns } from "./event-place.queries.ts";

/** The stage in which each piece of news is still true. */
const stageOf: Record<EventNews, EventStage> = {
  published: "published",
  proposed: "proposed",
  approved: "published",
  declined: "draft",
};

/** A piece of news as this person reads it now; null when it no longer holds, or no longer concerns her. */
export async function findNewsToTell(
  news: EventNews,
  eventId: string,
  memberId: string,
): Promise<{ email: string; told: ToldEvent } | null> {
  const now = clock.now();
  type Row = PlaceRow &
    Omit<ToldEvent, "place" | "reason"> & { reason: string | null; organises: boolean; email: string };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select e.id, e.slug, e.kind::text as kind, e.title, e.starts_at as "startsAt", e.zone, e.scope, r.email,
      c.name as commune, ${placeColumns(sql`e.scope`)},
      (select m.name from member m where m.id = e.created_by_id and m.erased_at is null) as author,
      (select x.reason from event_change x where x.event_id = e.id and x.kind = 'declined'
        order by x.at desc, x.id desc limit 1) as reason,
      exists (select 1 from event_organiser o where o.event_id = e.id and o.member_id = r.id) as organises
    from event e left join commune c on c.code = e.commune_code
    join (select m.id, m.email from member m where m.id = ${memberId} and m.erased_at is null and not ${isSuspended(now)}) r on true
    where e.id = ${eventId} and e.stage = ${stageOf[news]}::event_stage and e.audience <> 'group'`);
  if (!row) return null;
  const toLeaders = news === "published" || news === "proposed";
  const concerned = toLeaders ? (await listRecipients(row.scope)).some(({ id }) => id === memberId) : row.organises;
  if (!concerned) return null;
  return { email: row.email, told: { ...row, place: toPlace(row).name, reason: row.reason ?? "" } };
}
