// A member without a password, or who forgot it, asks for the code that proves that she is the one who erases her account.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { canLeave, leavingLimits, lockSelf, nothingInput, sendCode, writeErasureCode } from "../../accounts/index.ts";

export const requestErasureCode = command({
  name: "account.request-erasure-code",
  input: nothingInput,
  limits: leavingLimits.filter(({ by }) => by === "account"),
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ tx, subject: member, enqueue }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    const asked = await writeErasureCode(tx, member);
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
