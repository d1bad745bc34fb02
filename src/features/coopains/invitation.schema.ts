import { z } from "zod";
import { emailAddress } from "@/core/text.ts";

export const nothingInput = z.strictObject({});
export const inviteByEmailInput = z.strictObject({ email: emailAddress });
export const ofTokenInput = z.strictObject({ token: z.string().max(64) });
export const paperCodeInput = z.strictObject({
  code: z.string("Écris le code.").min(1, "Écris le code.").max(60, "Ce code est plus court que cela."),
});
