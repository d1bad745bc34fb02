// Asked the day before, a member says that she comes.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { comingConfirmed } from "../participation.facts.ts";
import { canTakePart } from "../participation.policy.ts";
import { ofSignUpInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { lockMySignUp } from "./lock-participation.ts";

export const confirmComing = command({
  name: "shift.confirm-coming",
  input: ofSignUpInput,
  limits: [signUpsOfAccount],
  subject: ({ tx, actor, input }) => lockMySignUp(tx, actor, input.signUpId),
  policy: canTakePart,
  async execute({ tx, input: { signUpId }, subject: { id: eventId, now }, record }) {
    // Once is enough: the first time that she said it stays.
    const { state, confirmedAt } = await tx.signUp.findUniqueOrThrow({ where: { id: signUpId } });
    if (state !== "in") throw new AppError("conflict", "nothing_to_confirm");
    if (confirmedAt) return;
    await tx.signUp.updateMany({ where: { id: signUpId, state: "in" }, data: { confirmedAt: now } });
    record(comingConfirmed({ eventId, signUpId }));
  },
});
