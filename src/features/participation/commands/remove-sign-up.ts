// An organiser takes somebody off a shift, and tells her why; who waits first gets the place.
import { leavePlace } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { canTakePart } from "../participation.policy.ts";
import { removeSignUpInput } from "../participation.schema.ts";
import { attendanceOfAccount } from "../participation-limit.rules.ts";
import { lockSignUpToRun } from "./lock-participation.ts";

export const removeSignUp = command({
  name: "shift.remove-sign-up",
  input: removeSignUpInput,
  limits: [attendanceOfAccount],
  subject: ({ tx, actor, input }) => lockSignUpToRun(tx, actor, input.signUpId),
  policy: canTakePart,
  execute: ({ tx, input: { signUpId, words }, subject: { now }, record }) =>
    leavePlace(tx, { signUpId, because: "removed", words, now, record }),
});
