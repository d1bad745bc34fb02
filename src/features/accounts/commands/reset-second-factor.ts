// The command line takes away the second factor of a member who lost her telephone and her recovery codes, once
// somebody has made sure that it is she; every session of hers ends.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { secondFactorChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { isSystem } from "../account.policy.ts";
import { resetSecondFactorInput } from "../account.schema.ts";
import { lockSelf } from "./members.ts";
import { forgetFactor, lockFactor } from "./second-codes.ts";
import { endSessions } from "./sessions.ts";

export const resetSecondFactor = command({
  name: "account.reset-second-factor",
  input: resetSecondFactorInput,
  subject: ({ tx, input }) => lockSelf(tx, input.memberId),
  policy: isSystem,
  async execute({ tx, subject: member, record, enqueue }) {
    if (!member) throw new AppError("not_found", "absent");
    if (!(await lockFactor(tx, member.id))) throw new AppError("conflict", "second_factor_off");
    await forgetFactor(tx, member.id);
    record(secondFactorChanged({ memberId: member.id }), ...(await endSessions(tx, member.id)));
    await enqueue(sendNotice, { kind: "second_factor_off", to: member.email });
  },
});
