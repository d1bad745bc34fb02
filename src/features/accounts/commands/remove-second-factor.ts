// A member takes her second factor away, to change telephones or to do without. Only a second code proves it: with a
// password alone, whoever stole it would set up a factor of their own. The rights of her mandates sleep from then on.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { secondFactorChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { secondCodeInput } from "../account.schema.ts";
import { secondCodeTries } from "../limit.rules.ts";
import { composedCommand } from "./composed-command.ts";
import { lockSelf } from "./members.ts";
import { forgetFactor, lockFactor, refuseTried, trySecondCode } from "./second-codes.ts";
import { endSessions } from "./sessions.ts";

const remove = command({
  name: "account.try-removal",
  input: secondCodeInput,
  limits: secondCodeTries,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: member, record, enqueue }) {
    if (!member || actor.kind !== "member") throw new AppError("unauthenticated", "sign_in_first");
    const [memberId, { sessionId }] = [member.id, actor];
    const factor = await lockFactor(tx, memberId);
    if (!factor?.confirmedAt) throw new AppError("conflict", "second_factor_off");
    const { outcome, facts } = await trySecondCode(tx, { memberId, sessionId, factor }, input.code);
    record(...facts);
    if (outcome === "wrong" || outcome === "ended") return outcome;
    await forgetFactor(tx, memberId);
    // A session that waited for its second code must not open by this.
    record(secondFactorChanged({ memberId }), ...(await endSessions(tx, memberId, { except: sessionId })));
    await enqueue(sendNotice, { kind: "second_factor_off", to: member.email });
    return outcome;
  },
});

export const removeSecondFactor = composedCommand(
  "account.remove-second-factor",
  secondCodeInput,
  async (caller, _, raw) => refuseTried(await remove(caller, raw)),
);
