// A member wants another e-mail address: a code leaves for the new one, and nothing changes until she confirms it.
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { requestEmailChangeInput } from "../account.schema.ts";
import { codesToEmail, provenActs } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";

export const requestEmailChange = command({
  name: "account.request-email-change",
  input: requestEmailChangeInput,
  limits: [provenActs, ...codesToEmail],
  subject: async () => null,
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, enqueue }) {
    const asked = await writeCode(tx, { purpose: "change_email", email: input.email, memberId: actor.id });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
