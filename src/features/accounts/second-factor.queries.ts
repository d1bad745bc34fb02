import { renderSVG } from "uqr";
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { isFreshSession } from "./account.rules.ts";
import type { HalfOpenView, SecondFactorView } from "./account.views.ts";
import { inGroups, isSettingUp, openSecret, otpauthUri, SECOND_CODE_TRIES } from "./second-factor.rules.ts";

/** How long a session that five wrong codes ended still says so to its browser, in ms. */
const SAID_MS = 15 * 60_000;

/** One's own second factor: off, being set up (with the secret, which nobody else ever sees), or on. */
export async function getSecondFactor(actor: Actor): Promise<SecondFactorView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const now = clock.now();
  const [member, session, recoveryCodesLeft] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { id: actor.id },
      select: { email: true, passwordHash: true, secondFactor: true },
    }),
    actor.sessionId ? db.session.findUnique({ where: { id: actor.sessionId }, select: { createdAt: true } }) : null,
    db.recoveryCode.count({ where: { memberId: actor.id, usedAt: null } }),
  ]);
  const { email, passwordHash, secondFactor: factor } = member;
  const proof = {
    hasPassword: passwordHash !== null,
    freshSession: session !== null && isFreshSession(session.createdAt, now),
    grantsAsleep: actor.grantsAsleep === true,
  };
  if (factor?.confirmedAt) {
    return { state: "on", since: factor.confirmedAt, recoveryCodesLeft, holdsMandate: actor.grants.length > 0 };
  }
  const secret = factor && isSettingUp(factor, now) ? openSecret(actor.id, factor.secret) : null;
  if (!secret) return { state: "off", ...proof };
  const uri = otpauthUri(secret, email);
  const drawing = renderSVG(uri, { ecc: "M", border: 4, pixelSize: 4 });
  const qrCode = `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`;
  return { state: "setting-up", qrCode, uri, secretGroups: inGroups(secret), ...proof };
}

/** What /compte says of the second factor. */
export async function hasSecondFactor(memberId: string): Promise<boolean> {
  return (await db.secondFactor.count({ where: { memberId, confirmedAt: { not: null } } })) > 0;
}

/**
 * A session that waits for its second code, by the id that the cookie holds; `ended` when five wrong ones have just
 * ended it; null for any other. For the page and the command of the second code: its browser is nobody yet.
 */
export async function findHalfOpenSession(sessionId: string | null): Promise<HalfOpenView | null> {
  if (!sessionId) return null;
  const now = clock.now();
  const session = await db.session.findFirst({
    where: {
      id: sessionId,
      secondFactorAt: null,
      expiresAt: { gt: now },
      member: { erasedAt: null, secondFactor: { confirmedAt: { not: null } } },
    },
    select: { memberId: true, revokedAt: true, factorTries: true },
  });
  if (!session) return null;
  const { memberId, revokedAt, factorTries } = session;
  if (!revokedAt) return { memberId, ended: false };
  const saidStill = factorTries >= SECOND_CODE_TRIES && now.getTime() - revokedAt.getTime() < SAID_MS;
  return saidStill ? { memberId: null, ended: true } : null;
}
