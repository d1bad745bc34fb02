// Somebody without an account asks for a place: a mail leaves for her address, and she takes none until she confirms.
import { visitor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { lockVisibleEvent } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { guestAsked } from "../guest.facts.ts";
import { sendGuestMail } from "../guest.jobs.ts";
import { canAskAsGuest } from "../guest.policy.ts";
import { hashOfConfirm, UNCONFIRMED_MS } from "../guest.rules.ts";
import { askAsGuestInput, sizeOf } from "../guest.schema.ts";
import { guestLimits } from "../guest-limit.rules.ts";

/** Known and unknown addresses, confirmed ones and members' part in the mail alone. */
export const askAsGuest = command({
  name: "guest.ask",
  input: askAsGuestInput,
  limits: [...guestLimits],
  async subject({ tx, input: { eventId, shiftId } }) {
    // Where a visitor could, whoever asks: what only members see has no guests.
    const event = await lockVisibleEvent(tx, visitor, eventId);
    const [shift] = await tx.$queryRaw<{ endsAt: Date; maximum: number | null }[]>(sql`
      select h.ends_at as "endsAt", h.maximum from shift h
      where h.id = ${shiftId} and h.event_id = ${eventId} and h.removed_at is null`);
    if (!shift) throw new AppError("not_found", "absent");
    return { ...event, maximum: shift.maximum, over: shift.endsAt <= clock.now() };
  },
  policy: canAskAsGuest,
  async execute({ tx, input, subject, record, enqueue }) {
    const { eventId, shiftId, name, email } = input;
    const [id, now, size] = [newId(), clock.now(), sizeOf(input)];
    if (subject.maximum !== null && size > subject.maximum) throw new AppError("conflict", "one_place_only");
    // One statement whatever is known of the address. What was asked first stands, and is written to again, until it is
    // confirmed or runs out: whoever else knows the address changes nothing of it. Then only her own link does.
    const lapsed = sql`(g.confirmed_at is null and (g.asked_at <= ${new Date(now.getTime() - UNCONFIRMED_MS)}
      or exists (select 1 from shift h where h.id = g.shift_id and h.removed_at is not null)))`;
    const [guest] = await tx.$queryRaw<{ id: string }[]>(sql`
      insert into event_guest as g (id, event_id, name, email, shift_id, size, token_hash, asked_at)
      values (${id}, ${eventId}, ${name}, ${email}, ${shiftId}, ${size}::int, ${hashOfConfirm(id)}, ${now})
      on conflict (event_id, email) do update set
        asked_at = case when ${lapsed} then excluded.asked_at else g.asked_at end,
        name = case when ${lapsed} then excluded.name else g.name end,
        shift_id = case when ${lapsed} then excluded.shift_id else g.shift_id end,
        size = case when ${lapsed} then excluded.size else g.size end
      returning id`);
    if (!guest) throw new AppError("unexpected", "fault");
    record(guestAsked({ eventId }));
    await enqueue(sendGuestMail, { guestId: guest.id, askedAt: now.getTime() });
  },
});
