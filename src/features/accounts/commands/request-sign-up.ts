// Someone asks to join: a code leaves for her address, and nothing else happens until she confirms it.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sendCode } from "../account.jobs.ts";
import { canAskOrProve } from "../account.policy.ts";
import { adultOn } from "../account.rules.ts";
import { requestSignUpInput } from "../account.schema.ts";
import { readInvitationToken } from "../invitation.rules.ts";
import { codesToEmail, signUpsFromAddress, signUpsToEmail } from "../limit.rules.ts";
import { writeCode } from "./codes.ts";
import { sectionOf } from "./members.ts";

export const requestSignUp = command({
  name: "account.request-sign-up",
  input: requestSignUpInput,
  limits: [signUpsFromAddress, signUpsToEmail, ...codesToEmail],
  subject: ({ tx, input }) => sectionOf(tx, input.communeCode),
  policy: canAskOrProve,
  async execute({ tx, input, enqueue }) {
    const { name, email, communeCode, claim } = input;
    const adult = adultOn(input, clock.now())?.toISOString() ?? null;
    const invitation = readInvitationToken(input.invitation ?? "");
    const pending = { name, communeCode, claim, adultOn: adult, ...(invitation && { invitation }) };
    const asked = await writeCode(tx, { purpose: "sign_up", email, pending });
    await enqueue(sendCode, { codeId: asked.codeId });
    return asked;
  },
});
