// Whoever tries the demo enters as somebody of its cast, in one click. Anywhere else this does not exist.
import { AppError } from "@/core/app-error.ts";
import { command } from "@/platform/command.ts";
import { isDemo } from "@/platform/env.ts";
import { canAskOrProve } from "../account.policy.ts";
import { enterAsInput } from "../account.schema.ts";
import { isOfCast } from "../demo.rules.ts";
import { startSession } from "./sessions.ts";

export const enterAs = command({
  name: "demo.enter-as",
  input: enterAsInput,
  subject: async ({ tx, input }) => {
    const someone =
      isDemo() && isOfCast(input.castEmail)
        ? await tx.member.findUnique({ where: { email: input.castEmail, erasedAt: null }, select: { id: true } })
        : null;
    if (!someone) throw new AppError("not_found", "absent");
    return someone;
  },
  policy: canAskOrProve,
  async execute({ tx, input, subject }) {
    return { sessionId: await startSession(tx, subject.id, input.userAgent, { proven: true }) };
  },
});
