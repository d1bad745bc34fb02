import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { NewsOfOne } from "./commands/series-news.ts";
import { toldColumns, toldJoin, toTold } from "./organiser-mail.queries.ts";
import type { ToldSeries } from "./series-mail.rules.ts";

/** What one person reads of a change of a series when its mail leaves; null when nothing of it concerns her any more. */
export async function findSeriesNews(news: NewsOfOne): Promise<{ email: string; told: ToldSeries } | null> {
  const { memberId, guestIds } = news;
  const [reader] = await db.$queryRaw<{ email: string }[]>(
    memberId
      ? sql`select m.email from member m where m.id = ${memberId} and m.erased_at is null and not ${isSuspended(clock.now())}`
      : sql`select g.email from event_guest g where g.id = any(${guestIds}::text[]) limit 1`,
  );
  if (!reader) return null;
  type Row = Parameters<typeof toTold>[0] & { cancelled: boolean; comes: boolean };
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${toldColumns}, e.stage = 'cancelled' as cancelled,
      exists (select 1 from shift h join sign_up s on s.shift_id = h.id where h.event_id = e.id and s.state <> 'left'
        and (s.member_id = ${memberId} or s.guest_id = any(${guestIds}::text[]))) as comes
    from event e ${toldJoin}
    where e.id = any(${[...news.moved.map(({ eventId }) => eventId), ...news.cancelled]}::text[])
      and e.ends_at > ${clock.now()} and e.hidden_at is null
    order by e.starts_at, e.id`);
  const told = rows.map((row) => ({ ...toTold(row) }));
  const moved = told.flatMap((event) => {
    const change = news.moved.find(({ eventId }) => eventId === event.id);
    // She may have left since, or it may be cancelled: that mail is another.
    if (!change || event.cancelled || !event.comes) return [];
    return [{ ...event, was: new Date(change.was), fields: change.fields }];
  });
  const cancelled = told.filter((event) => event.cancelled && news.cancelled.includes(event.id));
  if (moved.length + cancelled.length === 0) return null;
  return { email: reader.email, told: { moved, cancelled, reason: news.reason } };
}

/** Series that may lack occurrences of the weeks ahead: for the daily job. */
export async function listSeriesToExtend(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    select s.id from event_series s join event e on e.id = s.model_id
    where (s.until_day is null or s.until_day >= ${clock.now()}::date) and e.published_at is not null and e.hidden_at is null
    order by s.id`);
  return rows.map(({ id }) => id);
}

/** The series that an event is the model of, if any. */
export async function findSeriesOf(eventId: string): Promise<string | null> {
  const series = await db.eventSeries.findFirst({ where: { modelId: eventId }, select: { id: true } });
  return series?.id ?? null;
}
