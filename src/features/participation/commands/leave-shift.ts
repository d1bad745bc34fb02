// A member gives up her place, the one that was offered, or her turn; who waits first gets it.
import { leavePlace } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { canTakePart } from "../participation.policy.ts";
import { ofSignUpInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { lockMySignUp } from "./lock-participation.ts";

export const leaveShift = command({
  name: "shift.leave",
  input: ofSignUpInput,
  limits: [signUpsOfAccount],
  subject: ({ tx, actor, input }) => lockMySignUp(tx, actor, input.signUpId),
  policy: canTakePart,
  execute: ({ tx, input: { signUpId }, subject: { now }, record }) =>
    leavePlace(tx, { signUpId, because: "cancelled", now, record }),
});
