// A member without a password, or who forgot it, asks for the code that proves that she is the one who erases her account.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canLeave } from "../account.policy.ts";
import { nothingInput } from "../account.schema.ts";
import { provenActs } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";
import { lockSelf } from "./members.ts";

export const requestErasureCode = command({
  name: "account.request-erasure-code",
  input: nothingInput,
  limits: [provenActs],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ tx, subject: member, enqueue }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    const asked = await writeCode(tx, { purpose: "sign_in", email: member.email, memberId: member.id });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
