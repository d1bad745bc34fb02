import { sql, type Tx } from "@/platform/db/client.ts";

/** What a change of a series makes of its occurrences, for those who come to them. */
export type SeriesNews = {
  /** `was`: when it began, as ISO. `fields`: what changed. */
  moved: { eventId: string; was: string; fields: string[] }[];
  cancelled: string[];
  /** Why some are cancelled. */
  reason: string;
};
/** The same, of one person: a member, or somebody without an account, who has a row for each event. */
export type NewsOfOne = SeriesNews & { memberId: string | null; guestIds: string[] };
export type EnqueueSeriesMail = (news: NewsOfOne) => Promise<void>;

/** One mail for each person, with all her dates: those who are in, hold an offer, or wait. Before anybody is let go. */
export async function tellPeople(tx: Tx, news: SeriesNews, enqueue: EnqueueSeriesMail): Promise<void> {
  const ids = [...news.moved.map(({ eventId }) => eventId), ...news.cancelled];
  if (ids.length === 0) return;
  type Row = { who: string; memberId: string | null; guestIds: string[]; eventIds: string[] };
  const rows = await tx.$queryRaw<Row[]>(sql`
    select coalesce(s.member_id, g.email) as who, s.member_id as "memberId",
      coalesce(array_agg(distinct g.id) filter (where g.id is not null), '{}') as "guestIds",
      array_agg(distinct h.event_id) as "eventIds"
    from shift h join sign_up s on s.shift_id = h.id left join event_guest g on g.id = s.guest_id
    where h.event_id = any(${ids}::text[]) and s.state <> 'left' and (s.member_id is not null or g.id is not null)
    group by 1, 2 order by 1`);
  for (const { memberId, guestIds, eventIds } of rows) {
    const hers = new Set(eventIds);
    await enqueue({
      memberId,
      guestIds,
      moved: news.moved.filter(({ eventId }) => hers.has(eventId)),
      cancelled: news.cancelled.filter((id) => hers.has(id)),
      reason: news.reason,
    });
  }
}
