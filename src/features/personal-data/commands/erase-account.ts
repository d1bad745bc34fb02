// A member leaves: her data is erased, her votes are taken out of the tallies, her words stay without her name.
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { command } from "@/platform/command.ts";
import {
  canLeave,
  composedCommand,
  eraseAccountInput,
  isProven,
  keepOneNationalAdmin,
  leavingLimits,
  lockSelf,
  lockSubject,
  memberErased,
} from "../../accounts/index.ts";
import { parts } from "../parts.queries.ts";

const tryErase = command({
  name: "account.try-erase",
  input: eraseAccountInput,
  limits: leavingLimits,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canLeave,
  async execute({ tx, input, subject: member, record }) {
    if (!member || !(await isProven(tx, member, input))) return false;
    await keepOneNationalAdmin(tx, await lockSubject(tx, member.id));
    for (const { erase } of parts.toReversed()) record(...(await erase(tx, { id: member.id, email: member.email })));
    record(memberErased({ memberId: member.id }));
    return true;
  },
});

export const eraseAccount = composedCommand("account.erase", eraseAccountInput, async (caller, input, raw) => {
  if (await tryErase(caller, raw)) return;
  if (input.password === undefined)
    throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
  throw new AppError("invalid", "wrong_own_password", { fields: { password: reasons.wrong_own_password } });
});
