// A member confirms the place that was offered to her while it is held.
import { confirmOffer } from "@/features/shifts/index.ts";
import { command } from "@/platform/command.ts";
import { canTakePart } from "../participation.policy.ts";
import { ofSignUpInput } from "../participation.schema.ts";
import { signUpsOfAccount } from "../participation-limit.rules.ts";
import { lockMySignUp } from "./lock-participation.ts";

export const acceptOffer = command({
  name: "shift.accept-offer",
  input: ofSignUpInput,
  limits: [signUpsOfAccount],
  subject: ({ tx, actor, input }) => lockMySignUp(tx, actor, input.signUpId),
  policy: canTakePart,
  execute: ({ tx, input: { signUpId }, subject: { now }, record }) => confirmOffer(tx, { signUpId, now, record }),
});
