import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { defineJob } from "@/platform/jobs.ts";
import { sendOnce } from "@/platform/mail-once.ts";
import { findGuestToTell, forgetUnconfirmed, wipeGuests } from "./guest.queries.ts";
import { GUEST_KEPT_MS, UNCONFIRMED_MS } from "./guest.rules.ts";
import { guestConfirmMail, guestManageMail } from "./guest-mail.rules.ts";

/** Writes to who asked for a place without an account: known and unknown addresses part here alone. One asking, one mail. */
export const sendGuestMail = defineJob({
  name: "participation.send-guest-mail",
  input: z.object({ guestId: z.string(), askedAt: z.number() }),
  async run({ guestId, askedAt }) {
    const found = await findGuestToTell(guestId);
    if (!found) return;
    const { to, confirmed, told, state, confirmPath, confirmBefore } = found;
    const words = confirmed ? guestManageMail(told, state) : guestConfirmMail(told, confirmPath, confirmBefore);
    await sendOnce(["guest", guestId, String(askedAt)], { to, ...words });
  },
});

const ago = (ms: number) => new Date(clock.now().getTime() - ms);

/** Every hour: forgets who never confirmed. */
const forgetUnconfirmedGuests = defineJob({
  name: "participation.forget-unconfirmed",
  input: z.object({}),
  cron: "37 * * * *",
  async run() {
    await forgetUnconfirmed(ago(UNCONFIRMED_MS));
  },
});

/** Every night: wipes the names and addresses of guests of what is well over. */
const wipeOldGuests = defineJob({
  name: "participation.wipe-guests",
  input: z.object({}),
  cron: "11 3 * * *",
  async run() {
    await wipeGuests(ago(GUEST_KEPT_MS));
  },
});

export const guestJobs = [sendGuestMail, forgetUnconfirmedGuests, wipeOldGuests] as const;
