// A member invites an address. What becomes of it is the job's work, so that every address is answered alike.
import { newId } from "@/core/ids.ts";
import { command } from "@/platform/command.ts";
import { canBePresent } from "../../profiles/index.ts";
import { invitationAsked } from "../coopain.facts.ts";
import { sendInvitation } from "../coopain.jobs.ts";
import { inviteByEmailInput } from "../invitation.schema.ts";
import { invitationsOfAccount } from "../limit.rules.ts";

export const inviteByEmail = command({
  name: "invitation.send",
  input: inviteByEmailInput,
  limits: [invitationsOfAccount],
  subject: async () => null,
  policy: canBePresent,
  async execute({ actor, input: { email }, enqueue, record }) {
    const inviterId = actor.id ?? "";
    await enqueue(sendInvitation, { invitationId: newId(), inviterId, email });
    record(invitationAsked({ memberId: inviterId }));
  },
});
