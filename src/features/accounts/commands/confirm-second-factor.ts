// A member writes the first code of her application: her second factor is on, proven in this session, and her other
// sessions end. Answers her recovery codes, this once.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { secondFactorChanged } from "../account.facts.ts";
import { sendNotice } from "../account.jobs.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { confirmSecondFactorInput } from "../account.schema.ts";
import { secondCodeTries } from "../limit.rules.ts";
import { isSettingUp } from "../second-factor.rules.ts";
import { composedCommand } from "./composed-command.ts";
import { lockSelf } from "./members.ts";
import { freshStep, lockFactor, writeRecoveryCodes, wrongSecondCode } from "./second-codes.ts";
import { endSessions } from "./sessions.ts";

const confirm = command({
  name: "account.try-second-factor",
  input: confirmSecondFactorInput,
  limits: secondCodeTries,
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: member, record, enqueue }) {
    if (!member || actor.kind !== "member") throw new AppError("unauthenticated", "sign_in_first");
    const [memberId, now] = [member.id, clock.now()];
    const factor = await lockFactor(tx, memberId);
    if (factor?.confirmedAt) throw new AppError("conflict", "second_factor_on");
    if (!factor || !isSettingUp(factor, now)) throw new AppError("conflict", "second_factor_expired");
    // Nothing to guess here: the secret is on her screen. The limit alone counts.
    const step = freshStep(memberId, factor, input.code);
    if (step === null) throw wrongSecondCode();
    await tx.secondFactor.update({ where: { memberId }, data: { confirmedAt: now, lastStep: step } });
    if (actor.sessionId) {
      await tx.session.update({ where: { id: actor.sessionId }, data: { secondFactorAt: now, factorTries: 0 } });
    }
    record(secondFactorChanged({ memberId }), ...(await endSessions(tx, memberId, { except: actor.sessionId })));
    await enqueue(sendNotice, { kind: "second_factor_on", to: member.email });
    return { recoveryCodes: await writeRecoveryCodes(tx, memberId), at: now.getTime() };
  },
});

/** Without the request's key: what is kept of an answer would keep the recovery codes. */
export const confirmSecondFactor = composedCommand(
  "account.confirm-second-factor",
  confirmSecondFactorInput,
  (caller, _, raw) => confirm({ ...caller, key: null }, raw),
);
