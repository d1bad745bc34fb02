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
import { hashOfConfirm } from "../guest.rules.ts";
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
    // One statement whatever is known of the address. Who has confirmed changes nothing but by her own link.
    const [guest] = await tx.$queryRaw<{ id: string }[]>(sql`
      insert into event_guest as g (id, event_id, name, email, shift_id, size, token_hash, asked_at)
      values (${id}, ${eventId}, ${name}, ${email}, ${shiftId}, ${size}::int, ${hashOfConfirm(id)}, ${now})
      on conflict (event_id, email) do update set asked_at = excluded.asked_at,
        name = case when g.confirmed_at is null then excluded.name else g.name end,
        shift_id = case when g.confirmed_at is null then excluded.shift_id else g.shift_id end,
        size = case when g.confirmed_at is null then excluded.size else g.size end
      returning id`);
    if (!guest) throw new AppError("unexpected", "fault");
    record(guestAsked({ eventId }));
    await enqueue(sendGuestMail, { guestId: guest.id, askedAt: now.getTime() });
  },
});
