import { z } from "zod";
import { currentPassword } from "../accounts/index.ts";

export const exportInput = z.strictObject({
  format: z.enum(["json", "html"], "Choisis l’un des deux."),
  /** Not needed in a session that has just begun. */
  currentPassword,
});
export type Format = z.output<typeof exportInput>["format"];
