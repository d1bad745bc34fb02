// An organiser takes a removal back: who was taken off the list may sign up again, and is told so.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { signUpRestored } from "../participation.facts.ts";
import { canTakePart } from "../participation.policy.ts";
import { ofSignUpInput } from "../participation.schema.ts";
import { attendanceOfAccount } from "../participation-limit.rules.ts";
import { lockSignUpToRun } from "./lock-participation.ts";

/** Her place is not given back: it may be somebody else's. Twice is once. */
export const restoreSignUp = command({
  name: "shift.restore-sign-up",
  input: ofSignUpInput,
  limits: [attendanceOfAccount],
  subject: ({ tx, actor, input }) => lockSignUpToRun(tx, actor, input.signUpId),
  policy: canTakePart,
  async execute({ tx, input: { signUpId }, subject: { id: eventId }, record }) {
    const { count } = await tx.signUp.updateMany({
      where: { id: signUpId, leftBecause: "removed", restoredAt: null },
      data: { restoredAt: clock.now() },
    });
    if (count > 0) record(signUpRestored({ eventId, signUpId }));
  },
});
