import { createHash } from "node:crypto";

/**
 * A short name of what a form showed: the questions and the house rules. What was answered to others, or accepted before
 * they changed, is not taken for an answer to these.
 */
export const termsOf = (group: { questions: readonly string[]; rules: string }): string =>
  createHash("sha256")
    .update(JSON.stringify([group.questions, group.rules]))
    .digest("base64url")
    .slice(0, 16);
