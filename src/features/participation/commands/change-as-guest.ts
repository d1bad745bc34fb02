// A guest changes her shift, comes alone or with somebody, or comes back after she lost her place.
import { AppError } from "@/core/app-error.ts";
import { changeSignUpSize, confirmOffer, leavePlace, takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { canActAsGuest, canChangeAsGuest } from "../guest.policy.ts";
import { changeAsGuestInput, ofGuestInput, sizeOf } from "../guest.schema.ts";
import { linksFromAddress } from "../guest-limit.rules.ts";
import { lockGuest } from "./lock-guest.ts";

/** A place is never given up for a turn: a full shift is refused to who has one elsewhere. */
export const changeAsGuest = command({
  name: "guest.change",
  input: changeAsGuestInput,
  limits: [linksFromAddress],
  async subject({ tx, input: { token, shiftId } }) {
    const guest = await lockGuest(tx, token);
    const shift = await tx.shift.findFirst({ where: { id: shiftId, eventId: guest.eventId }, select: { id: true } });
    if (!shift) throw new AppError("not_found", "absent");
    return guest;
  },
  policy: canChangeAsGuest,
  async execute({ tx, subject: guest, input, record }) {
    const [now, size] = [clock.now(), sizeOf(input)];
    const { shiftId } = input;
    const signUp = guest.signUp;
    // Both shifts at once, in the order of every lock of shifts.
    await tx.$queryRaw(sql`select h.id from shift h
      where h.id in (${shiftId}, ${signUp?.shiftId ?? shiftId}) order by h.id for no key update`);
    if (signUp && signUp.shiftId === shiftId) {
      await changeSignUpSize(tx, { signUpId: signUp.id, size, now, record });
    } else {
      const taken = await takePlace(tx, { shiftId, who: { guestId: guest.id }, size, now, record });
      if (signUp && signUp.state !== "waiting" && taken.state === "waiting")
        throw new AppError("conflict", "shift_full");
      if (signUp) await leavePlace(tx, { signUpId: signUp.id, because: "cancelled", now, record });
    }
    await tx.eventGuest.update({ where: { id: guest.id }, data: { shiftId, size } });
  },
});

/** A guest takes the place that was kept for her. */
export const acceptAsGuest = command({
  name: "guest.accept-offer",
  input: ofGuestInput,
  limits: [linksFromAddress],
  subject: ({ tx, input: { token } }) => lockGuest(tx, token),
  policy: canActAsGuest,
  async execute({ tx, subject: { signUp }, record }) {
    if (!signUp) throw new AppError("conflict", "offer_ran_out");
    await confirmOffer(tx, { signUpId: signUp.id, now: clock.now(), record });
  },
});
