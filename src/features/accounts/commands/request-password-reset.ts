// Someone has forgotten her password: a code leaves for her address; the same happens for every address.
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { requestPasswordResetInput } from "../account.schema.ts";
import { codeRequestsFromAddress, codesToEmail } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";

export const requestPasswordReset = command({
  name: "account.request-password-reset",
  input: requestPasswordResetInput,
  limits: [codeRequestsFromAddress, ...codesToEmail],
  subject: async () => null,
  policy: canAskOrProve,
  async execute({ tx, input, enqueue }) {
    const asked = await writeCode(tx, { purpose: "reset_password", email: input.email });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
