// A guest cancels: her place goes to who waits, and her name and address are wiped at once.
import { leavePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { guestLeft } from "../guest.facts.ts";
import { canLeaveAsGuest } from "../guest.policy.ts";
import { WIPED_NAME, wipedAddress } from "../guest.rules.ts";
import { ofGuestInput } from "../guest.schema.ts";
import { linksFromAddress } from "../guest-limit.rules.ts";
import { lockGuest } from "./lock-guest.ts";

export const cancelAsGuest = command({
  name: "guest.cancel",
  input: ofGuestInput,
  limits: [linksFromAddress],
  subject: ({ tx, input: { token } }) => lockGuest(tx, token),
  policy: canLeaveAsGuest,
  async execute({ tx, subject: { id, eventId, signUp, over }, record }) {
    // What is past stays counted: only her name goes.
    if (signUp && !over) await leavePlace(tx, { signUpId: signUp.id, because: "cancelled", now: clock.now(), record });
    await tx.eventGuest.update({ where: { id }, data: { name: WIPED_NAME, email: wipedAddress(id) } });
    record(guestLeft({ eventId }));
  },
});
