import { z } from "zod";
import { system } from "@/core/actor.ts";
import { db } from "@/platform/db/client.ts";
import { surelyNotDelivered } from "@/platform/delivery.ts";
import { defineJob, enqueue } from "@/platform/jobs.ts";
import { log } from "@/platform/log.ts";
import { sendMail } from "@/platform/mail.ts";
import { invitationToken } from "../accounts/index.ts";
import { greetNewcomer } from "./commands/greet-newcomer.ts";
import { claimInvitation, giveUpClaim } from "./invitation.queries.ts";
import { invitationMail } from "./invitation.rules.ts";

const TRIES = 6;

/** After somebody joined: whoever invited her asks to be her coopain. */
export const greetInvited = defineJob({
  name: "coopains.greet-invited",
  input: z.object({ memberId: z.string() }),
  async run({ memberId }) {
    await greetNewcomer({ actor: system }, { memberId });
  },
});

/**
 * Writes to an invited address, or to nobody: known, invited, opposed and new addresses part here alone. The address
 * lives in this job's data and in the message. Never retried by the queue: what may have left does not leave twice.
 */
export const sendInvitation = defineJob({
  name: "coopains.send-invitation",
  input: z.object({ invitationId: z.string(), inviterId: z.string(), email: z.string(), tries: z.number().default(1) }),
  retries: 0,
  async run(asked) {
    const { invitationId: id, email, tries } = asked;
    const inviter = await claimInvitation(asked);
    if (!inviter) return;
    try {
      await sendMail({ to: email, ...invitationMail(inviter, invitationToken({ kind: "email", id })) });
    } catch (error) {
      if (!surelyNotDelivered(error)) return log.warn({ invitationId: id }, "invitation of unknown fate");
      await giveUpClaim(id);
      if (tries < TRIES)
        await enqueue(db, sendInvitation, { ...asked, tries: tries + 1 }, { startAfterSeconds: 5 * 4 ** tries });
    }
  },
});

export const coopainJobs = [greetInvited, sendInvitation] as const;
