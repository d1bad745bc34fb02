// Somebody types the code that she was given on paper: it leads where the link leads.
import { AppError } from "@/core/app-error.ts";
import { allow } from "@/core/decision.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import { composedCommand, findInviter, invitationToken } from "../../accounts/index.ts";
import { paperCodeInput } from "../invitation.schema.ts";
import { paperCodesFromAddress } from "../limit.rules.ts";
import { hashOfPaperCode, readPaperCode } from "../paper-code.rules.ts";

const open = command({
  name: "invitation.read-paper-code",
  input: paperCodeInput,
  limits: [paperCodesFromAddress],
  async subject({ tx, input }) {
    const paperCodeHash = hashOfPaperCode(readPaperCode(input.code));
    const link = await tx.invitationLink.findFirst({ where: { paperCodeHash, revokedAt: null }, select: { id: true } });
    const ref = link && ({ kind: "link", id: link.id } as const);
    if (!ref || !(await findInviter(ref, tx)))
      throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
    return { token: invitationToken(ref) };
  },
  policy: () => allow,
  execute: async ({ subject }) => subject,
});

/** Without the request's key: what is kept of an answer would keep the token, which the database never holds. */
export const openPaperCode = composedCommand("invitation.open-paper-code", paperCodeInput, (caller, _, raw) =>
  open({ ...caller, key: null }, raw),
);
