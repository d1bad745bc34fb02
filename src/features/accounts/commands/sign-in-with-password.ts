// A member signs in with her e-mail address and password.
import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { idText } from "@/core/text.ts";
import { command } from "@/platform/command.ts";
import { limits } from "@/platform/limits.ts";
import { canAskOrProve } from "../account.policy.ts";
import { signInWithPasswordInput } from "../account.schema.ts";
import { emailKey } from "../code.rules.ts";
import { passwordFailures, passwordTries } from "../limit.rules.ts";
import { composedCommand } from "./composed-command.ts";
import { verifyPassword } from "./hash-password.ts";
import { startSession } from "./sessions.ts";

const findCredentials = command({
  name: "account.find-credentials",
  input: signInWithPasswordInput,
  limits: passwordTries,
  subject: ({ tx, input }) =>
    tx.member.findUnique({ where: { email: input.email, erasedAt: null }, select: { id: true, passwordHash: true } }),
  policy: canAskOrProve,
  execute: async ({ subject }) => subject,
});

const openSession = command({
  name: "account.open-session",
  input: z.strictObject({ memberId: idText, passwordHash: z.string(), userAgent: z.string() }),
  // The hash that was proven must still be hers.
  subject: ({ tx, input }) =>
    tx.member.findUnique({ where: { id: input.memberId, passwordHash: input.passwordHash, erasedAt: null } }),
  policy: canAskOrProve,
  execute: async ({ tx, input, subject }) =>
    subject && { sessionId: await startSession(tx, subject.id, input.userAgent) },
});

const refused = () => new AppError("invalid", "wrong_password", { fields: { password: reasons.wrong_password } });

/** Hashing happens between two transactions. A failure is counted before it is known, so that parallel guesses count too. */
export const signInWithPassword = composedCommand(
  "account.sign-in-with-password",
  signInWithPasswordInput,
  async (caller, input, raw) => {
    const account = await findCredentials(caller, raw);
    const key = `${emailKey(input.email)}:${caller.address ?? "-"}`;
    for (const rule of passwordFailures) await limits().consume(rule, key);
    const right = await verifyPassword(account?.passwordHash ?? null, input.password);
    if (!right || !account?.passwordHash) throw refused();
    for (const rule of passwordFailures) await limits().forgive?.(rule, key);
    const { id: memberId, passwordHash } = account;
    const opened = await openSession(caller, { memberId, passwordHash, userAgent: input.userAgent });
    if (!opened) throw refused();
    return opened;
  },
);
