import type { Actor } from "@/core/actor.ts";
import { cardColumns, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type OrganiserView, type PreparedEvent, preparedEvent, toPerson } from "./organiser.queries.ts";

/** Somebody who was invited, and what she said to it. */
export type InviteeView = OrganiserView & { answer: "in" | "waiting" | "maybe" | "no" | null };
export type InviteesView = { event: PreparedEvent; invitees: InviteeView[] };

/** Who was invited to an event, for those who run it. Who declined stays, so that nobody asks her again. Throws `not_found`. */
export async function getInvitees(actor: Actor, eventId: string): Promise<InviteesView> {
  const event = await preparedEvent(actor, eventId);
  type Row = Parameters<typeof toPerson>[0] & { answer: InviteeView["answer"] };
  const rows = await readRows<Row>(sql`
    select ${cardColumns(actor)}, ${visibleProfiles(actor)} as seen, coalesce(
      (select case when bool_or(u.state = 'in') then 'in' else 'waiting' end from shift h join sign_up u on u.shift_id = h.id
        where h.event_id = v.event_id and u.member_id = m.id and u.state <> 'left' having count(*) > 0),
      (select w.answer::text from event_answer w where w.event_id = v.event_id and w.member_id = m.id)) as answer
    from event_invitee v join member m on m.id = v.member_id ${profileOf} join section s on s.id = m.section_id
    where v.event_id = ${eventId} and v.removed_at is null and m.erased_at is null
    order by v.invited_at, m.id limit 500`);
  return { event, invitees: rows.map((row) => ({ ...toPerson(row), answer: row.answer })) };
}
