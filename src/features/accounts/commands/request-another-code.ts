// The mail did not come: another code leaves for the same address and purpose, and the one before stops working.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { emailAddress } from "@/core/text.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { db, sql } from "@/platform/db/client.ts";
import { sendCode } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { requestAnotherCodeInput } from "../account.schema.ts";
import { hashOfSecret } from "../code.rules.ts";
import { codeRequestsFromAddress, codesToEmail } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";
import { composedCommand } from "./composed-command.ts";

const expired = () => new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });

const sendAgain = command({
  name: "account.send-code-again",
  input: requestAnotherCodeInput.extend({ email: emailAddress }),
  limits: [codeRequestsFromAddress, ...codesToEmail],
  subject: async ({ tx, input }) => {
    const code = await tx.emailCode.findFirst({
      where: { id: input.codeId, browserHash: hashOfSecret(input.browserSecret), usedAt: null, email: input.email },
    });
    if (!code) throw expired();
    return code;
  },
  policy: canAskOrProve,
  async execute({ tx, input, subject: { id, purpose, email, memberId, pending }, enqueue }) {
    await tx.$executeRaw(sql`update email_code set used_at = ${clock.now()}, pending = null where id = ${id}`);
    const kept = pending !== null && typeof pending === "object" ? { pending } : {};
    const asked = await writeCode(tx, { purpose, email, memberId, browserSecret: input.browserSecret, ...kept });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});

/** The address is known only from the browser's proof, and the limits count by it. */
export const requestAnotherCode = composedCommand(
  "account.request-another-code",
  requestAnotherCodeInput,
  async (caller, proof) => {
    const code = await db.emailCode.findFirst({
      where: { id: proof.codeId, browserHash: hashOfSecret(proof.browserSecret), usedAt: null },
      select: { email: true },
    });
    if (!code) throw expired();
    return sendAgain(caller, { ...proof, email: code.email });
  },
);
