// A member has new recovery codes made, with a second code as proof; the earlier ones stop working.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { secondFactorChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { secondCodeInput } from "../account.schema.ts";
import { secondCodeTries } from "../limit.rules.ts";
import { composedCommand } from "./composed-command.ts";
import { lockSelf } from "./members.ts";
import { lockFactor, refuseTried, trySecondCode, writeRecoveryCodes } from "./second-codes.ts";

const renew = command({
  name: "account.try-renewal",
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
    if (outcome === "wrong" || outcome === "ended") return { outcome, renewed: null };
    record(secondFactorChanged({ memberId }));
    await enqueue(sendNotice, { kind: "recovery_codes_renewed", to: member.email });
    const recoveryCodes = await writeRecoveryCodes(tx, memberId);
    return { outcome, renewed: { recoveryCodes, at: clock.now().getTime() } };
  },
});

/** Without the request's key: what is kept of an answer would keep the recovery codes. */
export const renewRecoveryCodes = composedCommand(
  "account.renew-recovery-codes",
  secondCodeInput,
  async (caller, _, raw) => {
    const { outcome, renewed } = await renew({ ...caller, key: null }, raw);
    refuseTried(outcome);
    if (!renewed) throw new AppError("unexpected", "fault");
    return renewed;
  },
);
