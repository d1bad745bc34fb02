import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { isFreshSession } from "../account.rules.ts";
import { verifyPassword } from "./hash-password.ts";

/**
 * What a stolen old session must not be enough for: her current password, or a session that has just begun.
 * Throws `invalid` beside the password's field.
 */
export async function requireProof(
  tx: Tx,
  actor: Actor,
  member: { passwordHash: string | null },
  currentPassword: string | undefined,
): Promise<void> {
  const sessionId = "sessionId" in actor ? actor.sessionId : null;
  const session = sessionId ? await tx.session.findUnique({ where: { id: sessionId } }) : null;
  const proven =
    currentPassword === undefined
      ? session !== null && isFreshSession(session.createdAt, clock.now())
      : await verifyPassword(member.passwordHash, currentPassword);
  if (!proven) {
    const fields = { currentPassword: reasons.wrong_own_password };
    throw new AppError("invalid", "wrong_own_password", { fields });
  }
}
