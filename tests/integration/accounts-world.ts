import { Secret, TOTP } from "otpauth";
import type { Actor } from "@/core/actor.ts";
import { visitor } from "@/core/actor.ts";
import type { PublicError } from "@/core/app-error.ts";
import { isAppError, publicError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { codeOf } from "@/features/accounts/code.rules.ts";
import {
  confirmCode,
  confirmSecondFactor,
  hashPassword,
  requestSignInCode,
  startSecondFactor,
} from "@/features/accounts/index.ts";
import { openSecret } from "@/features/accounts/second-factor.rules.ts";
import { clock } from "@/platform/clock.ts";
import type { Caller } from "@/platform/command.ts";
import { db } from "@/platform/db/client.ts";
import type { Limits } from "@/platform/limits.ts";
import { actorOfMember, actorOfSession } from "@/platform/session.ts";

export const noLimits: Limits = { consume: async () => {}, forgive: async () => {} };
export const someone: Caller = { actor: visitor, address: "203.0.113.7" };
export const PASSWORD = "grenouille tambour 42 lampadaires";

let people = 0;
export const freshEmail = () => `personne-${process.pid}-${++people}@example.org`;

type Role = "section_leader" | "federation_admin" | "moderator" | "national_admin";

/** A member as sign-up would have left her, with a session; `mandates` are [role, scope]. */
export async function aMember(
  options: { name?: string; email?: string; password?: string; communeCode?: string; mandates?: [Role, string][] } = {},
) {
  const { communeCode = "63113", email = freshEmail(), name = "Inès Bonnet", password, mandates = [] } = options;
  const commune = await db.commune.findUniqueOrThrow({ where: { code: communeCode } });
  const now = new Date();
  const id = newId();
  const passwordHash = password ? await hashPassword(password) : null;
  await db.member.create({
    data: {
      id,
      email,
      name,
      claim: "sympathiser",
      communeCode,
      sectionId: commune.sectionId ?? "",
      passwordHash,
      joinedAt: now,
    },
  });
  await db.consent.create({
    data: { id: newId(), memberId: id, kind: "political_data", textVersion: "test", givenAt: now },
  });
  for (const [role, scope] of mandates) {
    await db.mandate.create({ data: { id: newId(), memberId: id, role, scope, beginsAt: new Date(0), givenAt: now } });
  }
  const sessionId = await aSession(id);
  return { id, email, sessionId, caller: await callerOf(sessionId) };
}

/** One more browser of hers. */
export async function aSession(memberId: string, createdAt = new Date()): Promise<string> {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const row = {
    id: newId(),
    memberId,
    userAgent: "",
    createdAt,
    lastSeenAt: createdAt,
    expiresAt,
    secondFactorAt: createdAt,
  };
  await db.session.create({ data: row });
  return row.id;
}

export const callerOf = async (sessionId: string): Promise<Caller> => ({ actor: await actorOfSession(sessionId) });
export const actingAs = async (memberId: string): Promise<Caller> => ({ actor: await actorOfMember(memberId) });
export const kindOf = async (sessionId: string): Promise<Actor["kind"]> => (await actorOfSession(sessionId)).kind;

/** The input that confirms a code: what the mail says and what the browser kept. */
export const confirmation = (asked: { codeId: string; browserSecret: string }) => ({
  ...asked,
  code: codeOf(asked.codeId),
});
/** Six digits that are not those of the code. */
export const wrongDigits = (codeId: string) =>
  codeOf(codeId).replace(/^./, (digit) => String((Number(digit) + 1) % 10));

/** What a door would answer to this refusal. */
export async function refusal(attempt: Promise<unknown>): Promise<PublicError> {
  try {
    await attempt;
  } catch (error) {
    if (isAppError(error)) return publicError(error);
    throw error;
  }
  throw new Error("it was not refused");
}

export const factsAbout = async (name: string, memberId: string) =>
  db.fact.count({ where: { name, ids: { path: ["memberId"], equals: memberId } } });

export const signUpInput = (email = freshEmail()) => ({
  name: "Yanis Moreau",
  email,
  communeCode: "63113",
  claim: "sympathiser" as const,
  birthYear: "1990",
  consent: "oui" as const,
});

/** The digits that her application shows, `later` steps of 30 seconds from now. */
export async function digitsOf(memberId: string, later = 0): Promise<string> {
  const { secret } = await db.secondFactor.findUniqueOrThrow({ where: { memberId } });
  const opened = openSecret(memberId, secret) ?? "";
  const timestamp = clock.now().getTime() + later * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(opened), algorithm: "SHA1", digits: 6, period: 30, timestamp });
}

/** A member with a second factor in place, proven in her session, and its recovery codes. */
export async function aGuardedMember(options: Parameters<typeof aMember>[0] = {}) {
  const member = await aMember(options);
  await startSecondFactor(member.caller, {});
  const { recoveryCodes } = await confirmSecondFactor(member.caller, { code: await digitsOf(member.id) });
  const [first = ""] = recoveryCodes;
  return { ...member, recoveryCodes, first };
}

/** Signs her in with a code by e-mail, as far as it leads. */
export async function signedIn(email: string): Promise<string> {
  return (await confirmCode(someone, confirmation(await requestSignInCode(someone, { email })))).sessionId;
}
