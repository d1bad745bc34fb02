import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { type Reason, reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  openSecret,
  readSecondCode,
  SECOND_CODE_TRIES,
  stepOf,
} from "../second-factor.rules.ts";
import { endSessions } from "./sessions.ts";

export type Factor = { secret: string; createdAt: Date; confirmedAt: Date | null; lastStep: number };

/** A member's second factor under lock, set up or being so; null when she has none. Her own row is locked before. */
export async function lockFactor(tx: Tx, memberId: string): Promise<Factor | null> {
  const [row] = await tx.$queryRaw<Factor[]>(sql`
    select secret, created_at as "createdAt", confirmed_at as "confirmedAt", last_step as "lastStep"
    from second_factor where member_id = ${memberId} for update`);
  return row ?? null;
}

/** The step of a code that was never used; null for a wrong or used one. A step that passed closes those before it too. */
export function freshStep(memberId: string, factor: Factor, digits: string): number | null {
  const secret = openSecret(memberId, factor.secret);
  const step = secret && stepOf(secret, digits, clock.now());
  return step && step > factor.lastStep ? step : null;
}

async function useSecondCode(tx: Tx, memberId: string, factor: Factor, typed: string) {
  const code = readSecondCode(typed);
  if (!code) return null;
  if (code.kind === "digits") {
    const step = freshStep(memberId, factor, code.digits);
    if (step === null) return null;
    await tx.secondFactor.update({ where: { memberId }, data: { lastStep: step } });
    return "right";
  }
  const { count } = await tx.recoveryCode.updateMany({
    where: { memberId, hash: hashOfRecoveryCode(memberId, code.code), usedAt: null },
    data: { usedAt: clock.now() },
  });
  return count === 1 ? "recovery" : null;
}

export type Tried = { outcome: "right" | "recovery" | "wrong" | "ended"; facts: Fact[] };

/**
 * Tries a second code in a session, both of a member whose row is locked. A wrong one is counted, and the fifth ends
 * the session: the caller commits either way, and refuses afterwards.
 */
export async function trySecondCode(
  tx: Tx,
  at: { memberId: string; sessionId: string | null; factor: Factor },
  typed: string,
): Promise<Tried> {
  const { memberId, sessionId, factor } = at;
  const used = await useSecondCode(tx, memberId, factor, typed);
  if (used) {
    if (sessionId) await tx.session.update({ where: { id: sessionId }, data: { factorTries: 0 } });
    return { outcome: used, facts: [] };
  }
  if (!sessionId) return { outcome: "wrong", facts: [] };
  const { factorTries } = await tx.session.update({
    where: { id: sessionId },
    data: { factorTries: { increment: 1 } },
    select: { factorTries: true },
  });
  if (factorTries < SECOND_CODE_TRIES) return { outcome: "wrong", facts: [] };
  return { outcome: "ended", facts: await endSessions(tx, memberId, { only: sessionId }) };
}

/** Throws what a try that was committed is refused with. */
export function refuseTried(outcome: Tried["outcome"]): void {
  if (outcome === "ended") throw new AppError("unauthenticated", "too_many_second_codes");
  if (outcome === "wrong") throw wrongSecondCode();
}

/** What is said beside the field of a second code. */
export const wrongSecondCode = (reason: Reason = "wrong_second_code") =>
  new AppError("invalid", reason, { fields: { code: reasons[reason] } });

/** Writes ten new recovery codes in place of all earlier ones, and answers them: they are known only now. */
export async function writeRecoveryCodes(tx: Tx, memberId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ memberId, hash: hashOfRecoveryCode(memberId, code) })),
  });
  return codes;
}

/** Takes the second factor away, with its recovery codes; the rights of her mandates sleep in every session. */
export async function forgetFactor(tx: Tx, memberId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  await tx.secondFactor.deleteMany({ where: { memberId } });
  await tx.session.updateMany({ where: { memberId }, data: { secondFactorAt: null } });
}
