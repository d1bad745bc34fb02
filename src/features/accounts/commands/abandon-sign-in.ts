// Somebody who was asked for a second code leaves instead: her half-open session ends.
import { command } from "@/platform/command.ts";
import { canAskOrProve } from "../account.policy.ts";
import { abandonSignInInput } from "../account.schema.ts";
import { endSessions } from "./sessions.ts";

export const abandonSignIn = command({
  name: "account.abandon-sign-in",
  input: abandonSignInInput,
  subject: ({ tx, input }) =>
    tx.session.findFirst({
      where: { id: input.sessionId, secondFactorAt: null },
      select: { id: true, memberId: true },
    }),
  policy: canAskOrProve,
  async execute({ tx, subject: session, record }) {
    if (session) record(...(await endSessions(tx, session.memberId, { only: session.id })));
  },
});
