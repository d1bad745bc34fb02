// Someone asks for a code to sign in; the same happens for every address, and the mail tells the rest.
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { requestSignInCodeInput } from "../account.schema.ts";
import { codeRequestsFromAddress, codesToEmail } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";

export const requestSignInCode = command({
  name: "account.request-sign-in-code",
  input: requestSignInCodeInput,
  limits: [codeRequestsFromAddress, ...codesToEmail],
  subject: async () => null,
  policy: canAskOrProve,
  async execute({ tx, input, enqueue }) {
    const asked = await writeCode(tx, { purpose: "sign_in", email: input.email });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
