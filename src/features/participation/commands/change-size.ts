// A member comes with somebody after all, or alone.
import { changeSignUpSize } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { canTakePart } from "../participation.policy.ts";
import { changeSizeInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { lockMySignUp } from "./lock-participation.ts";

export const changeSize = command({
  name: "shift.change-size",
  input: changeSizeInput,
  limits: [signUpsOfAccount],
  subject: ({ tx, actor, input }) => lockMySignUp(tx, actor, input.signUpId),
  policy: canTakePart,
  execute: ({ tx, input, subject: { now }, record }) => changeSignUpSize(tx, { ...input, now, record }),
});
