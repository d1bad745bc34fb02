// A member confirms her new e-mail address: the old one is told, and her other sessions end.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import { emailChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { confirmEmailChangeInput } from "../account.schema.ts";
import { codeTriesFromAddress } from "../limit.rules.ts";
import { lockCode, useCode } from "./codes.ts";
import { composedCommand } from "./composed-command.ts";
import { lockSelf } from "./members.ts";
import { endSessions } from "./sessions.ts";

const tryEmailChange = command({
  name: "account.try-email-change",
  input: confirmEmailChangeInput,
  limits: [codeTriesFromAddress],
  subject: async ({ tx, actor, input }) => ({
    member: await lockSelf(tx, actor.id),
    code: actor.id ? await lockCode(tx, input, ["change_email"], actor.id) : null,
  }),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: { member, code }, record, enqueue }) {
    if (!member || !code || !(await useCode(tx, code, input.code))) return false;
    const taken = await tx.member.findUnique({ where: { email: code.email }, select: { id: true } });
    if (taken) throw new AppError("conflict", "email_taken");
    await tx.member.update({ where: { id: member.id }, data: { email: code.email } });
    const except = "sessionId" in actor ? actor.sessionId : null;
    record(emailChanged({ memberId: member.id }), ...(await endSessions(tx, member.id, { except })));
    await enqueue(sendNotice, { kind: "email_changed", to: member.email });
    return true;
  },
});

export const confirmEmailChange = composedCommand(
  "account.confirm-email-change",
  confirmEmailChangeInput,
  async (caller, _, raw) => {
    if (await tryEmailChange(caller, raw)) return;
    throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
  },
);
