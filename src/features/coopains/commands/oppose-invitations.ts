// Somebody who was written to asks never to be again. No account, no sign-in: the link of the message is enough.
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { readInvitationToken } from "../../accounts/index.ts";
import { invitationOpposed } from "../coopain.facts.ts";
import { ofTokenInput } from "../invitation.schema.ts";
import { invitationsFollowedFromAddress } from "../limit.rules.ts";

export const opposeInvitations = command({
  name: "invitation.oppose",
  input: ofTokenInput,
  limits: [invitationsFollowedFromAddress],
  async subject({ tx, input }) {
    const ref = readInvitationToken(input.token);
    const found = ref?.kind === "email" ? await tx.invitation.findUnique({ where: { id: ref.id } }) : null;
    if (!found) throw new AppError("not_found", "absent");
    return found;
  },
  policy: () => allow,
  async execute({ tx, subject: { id }, record }) {
    const { count } = await tx.invitation.updateMany({
      where: { id, opposedAt: null },
      data: { opposedAt: clock.now() },
    });
    if (count > 0) record(invitationOpposed({ invitationId: id }));
  },
});
