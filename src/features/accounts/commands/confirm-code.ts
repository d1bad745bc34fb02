// Someone writes the code that came by e-mail: she joins, or signs in to the account that the address already has.
import { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { organisation } from "@/core/organisation.ts";
import { reasons } from "@/core/reasons.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { memberJoined } from "../account.facts.ts";
import { canAskOrProve } from "../account.policy.ts";
import { confirmCodeInput } from "../account.schema.ts";
import { codeTriesFromAddress } from "../limit.rules.ts";
import { lockCode, type SentCode, useCode } from "./codes.ts";
import { composedCommand } from "./composed-command.ts";
import { joinThrough } from "./invitations.ts";
import { sectionOf } from "./members.ts";
import { startSession } from "./sessions.ts";

const pendingSignUp = z.object({
  name: z.string(),
  communeCode: z.string(),
  claim: z.enum(["sympathiser", "adherent"]),
  adultOn: z.iso.datetime().nullable(),
  invitation: z.object({ kind: z.enum(["link", "email"]), id: z.string() }).optional(),
});

/** The member that a sign-up becomes, or the one that the address already has: never touched by it. */
async function join(tx: Tx, code: SentCode): Promise<{ memberId: string; sectionId: string; isNew: boolean }> {
  const { name, communeCode, claim, adultOn, invitation } = pendingSignUp.parse(code.pending);
  const now = clock.now();
  const sectionId = await sectionOf(tx, communeCode);
  const id = newId();
  // Two confirmations of one address at once: the second waits here for the first, and joins nothing.
  const { count } = await tx.member.createMany({
    data: [
      {
        id,
        email: code.email,
        name,
        claim,
        communeCode,
        sectionId,
        adultOn: adultOn ? new Date(adultOn) : null,
        joinedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) {
    const known = await tx.member.findUniqueOrThrow({ where: { email: code.email }, select: { id: true } });
    return { memberId: known.id, sectionId, isNew: false };
  }
  const textVersion = organisation.texts.privacy;
  await tx.consent.create({ data: { id: newId(), memberId: id, kind: "political_data", textVersion, givenAt: now } });
  if (invitation) await joinThrough(tx, invitation, id);
  return { memberId: id, sectionId, isNew: true };
}

const tryCode = command({
  name: "account.try-code",
  input: confirmCodeInput,
  limits: [codeTriesFromAddress],
  subject: ({ tx, input }) => lockCode(tx, input, ["sign_up", "sign_in"]),
  policy: canAskOrProve,
  async execute({ tx, input, subject: code, record }) {
    if (!code || !(await useCode(tx, code, input.code))) return null;
    if (code.purpose === "sign_up") {
      const { memberId, sectionId, isNew } = await join(tx, code);
      if (isNew) record(memberJoined({ memberId, sectionId }));
      return { sessionId: await startSession(tx, memberId, input.userAgent) };
    }
    const known = await tx.member.findUnique({ where: { email: code.email, erasedAt: null }, select: { id: true } });
    return known && { sessionId: await startSession(tx, known.id, input.userAgent) };
  },
});

/** A wrong code is counted and committed first, then refused; wrong, expired, used and foreign are one answer. */
export const confirmCode = composedCommand("account.confirm-code", confirmCodeInput, async (caller, _, raw) => {
  const outcome = await tryCode(caller, raw);
  if (!outcome) throw new AppError("invalid", "wrong_code", { fields: { code: reasons.wrong_code } });
  return outcome;
});
