// A member wants another e-mail address: a code leaves for the new one, and nothing changes until she confirms it.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { requestEmailChangeInput } from "../account.schema.ts";
import { codesToEmail, provenActs } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";
import { lockSelf } from "./members.ts";
import { requireProof } from "./proof.ts";

export const requestEmailChange = command({
  name: "account.request-email-change",
  input: requestEmailChangeInput,
  limits: [provenActs, ...codesToEmail],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: member, enqueue }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    await requireProof(tx, actor, member, input.currentPassword);
    const asked = await writeCode(tx, { purpose: "change_email", email: input.email, memberId: actor.id });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
