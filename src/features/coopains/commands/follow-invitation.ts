// Somebody follows an invitation, by a button: mail scanners only read. The door keeps its token in her browser.
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { command } from "@/platform/command.ts";
import { composedCommand, findInviter, readInvitationToken } from "../../accounts/index.ts";
import { ofTokenInput } from "../invitation.schema.ts";
import { invitationsFollowedFromAddress } from "../limit.rules.ts";

const follow = command({
  name: "invitation.read-followed",
  input: ofTokenInput,
  limits: [invitationsFollowedFromAddress],
  async subject({ tx, input: { token } }) {
    const ref = readInvitationToken(token);
    if (!ref || !(await findInviter(ref, tx))) throw new AppError("not_found", "absent");
    return { token };
  },
  policy: () => allow,
  execute: async ({ subject }) => subject,
});

/** Without the request's key: what is kept of an answer would keep the token, which the database never holds. */
export const followInvitation = composedCommand("invitation.follow", ofTokenInput, (caller, _, raw) =>
  follow({ ...caller, key: null }, raw),
);
