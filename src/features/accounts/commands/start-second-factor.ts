// A member begins to set up her second factor: a secret that her application will hold, shown until its first code.
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { startSecondFactorInput } from "../account.schema.ts";
import { provenActs } from "../limit.rules.ts";
import { newFactorSecret, sealSecret } from "../second-factor.rules.ts";
import { lockSelf } from "./members.ts";
import { requireProof } from "./proof.ts";
import { lockFactor } from "./second-codes.ts";

export const startSecondFactor = command({
  name: "account.start-second-factor",
  input: startSecondFactorInput,
  limits: [provenActs],
  subject: ({ tx, actor }) => lockSelf(tx, actor.id),
  policy: canChangeOwnAccount,
  async execute({ tx, actor, input, subject: member }) {
    if (!member) throw new AppError("unauthenticated", "sign_in_first");
    await requireProof(tx, actor, member, input.currentPassword);
    if ((await lockFactor(tx, member.id))?.confirmedAt) throw new AppError("conflict", "second_factor_on");
    const fresh = { secret: sealSecret(member.id, newFactorSecret()), createdAt: clock.now(), lastStep: 0 };
    await tx.secondFactor.upsert({
      where: { memberId: member.id },
      create: { memberId: member.id, ...fresh },
      update: fresh,
    });
  },
});
