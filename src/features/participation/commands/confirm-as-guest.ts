// A guest confirms by the link of her mail: now she has a place, or her turn. That link then opens nothing any more.
import { takePlace } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { guestConfirmed } from "../guest.facts.ts";
import { sendGuestMail } from "../guest.jobs.ts";
import { canConfirmAsGuest } from "../guest.policy.ts";
import { hashOfManage } from "../guest.rules.ts";
import { ofGuestInput } from "../guest.schema.ts";
import { linksFromAddress } from "../guest-limit.rules.ts";
import { lockGuest } from "./lock-guest.ts";

export const confirmAsGuest = command({
  name: "guest.confirm",
  input: ofGuestInput,
  limits: [linksFromAddress],
  subject: ({ tx, input: { token } }) => lockGuest(tx, token),
  policy: canConfirmAsGuest,
  async execute({ tx, subject: guest, record, enqueue }) {
    const { id, eventId, shiftId, size } = guest;
    const now = clock.now();
    await tx.eventGuest.update({ where: { id }, data: { confirmedAt: now, tokenHash: hashOfManage(id) } });
    await takePlace(tx, { shiftId, who: { guestId: id }, size, now, record });
    record(guestConfirmed({ eventId }));
    await enqueue(sendGuestMail, { guestId: id, askedAt: now.getTime() });
    return { guestId: id };
  },
});
