// A member who forgot her password sets a new one with a code; every session ends but the one that this opens.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import { passwordChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { resetPasswordInput } from "../account.schema.ts";
import { codeTriesFromAddress } from "../limit.rules.ts";
import { isCommonPassword } from "../password.rules.ts";
import { lockCode, useCode } from "./codes.ts";
import { composedCommand } from "./composed-command.ts";
import { hashPassword } from "./hash-password.ts";
import { endSessions, startSession } from "./sessions.ts";

const tryReset = command({
  name: "account.try-reset",
  input: resetPasswordInput,
  limits: [codeTriesFromAddress],
  subject: ({ tx, input }) => lockCode(tx, input, ["reset_password"]),
  policy: canAskOrProve,
  async execute({ tx, input, subject: code, record, enqueue }) {
    if (!code || !(await useCode(tx, code, input.code))) return null;
    const member = await tx.member.findUnique({ where: { email: code.email, erasedAt: null } });
    if (!member) return null;
    // Refused after a right code: the rollback gives the code back, for a better password.
    if (isCommonPassword(input.password, member)) {
      throw new AppError("invalid", "common_password", { fields: { password: reasons.common_password } });
    }
    await tx.member.update({ where: { id: member.id }, data: { passwordHash: await hashPassword(input.password) } });
    record(passwordChanged({ memberId: member.id }), ...(await endSessions(tx, member.id)));
    await enqueue(sendNotice, { kind: "password_changed", to: member.email });
    return { sessionId: await startSession(tx, member.id, input.userAgent) };
  },
});

export const resetPassword = composedCommand("account.reset-password", resetPasswordInput, async (caller, _, raw) => {
  const outcome = await tryReset(caller, raw);
  if (!outcome) throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
  return outcome;
});
