// A member chooses how her screens look; the door keeps it in her browser.
import { command } from "@/platform/command.ts";
import { canChangeOwnAccount } from "../account.policy.ts";
import { chooseAppearanceInput } from "../account.schema.ts";

export const chooseAppearance = command({
  name: "account.choose-appearance",
  input: chooseAppearanceInput,
  subject: async () => null,
  policy: canChangeOwnAccount,
  execute: async ({ input }) => input.appearance,
});
