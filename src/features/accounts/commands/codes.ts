import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import type { EmailCodePurpose } from "@/platform/db/generated/client.ts";
import { CODE_MINUTES, CODE_TRIES, hashOfSecret, isCodeOf, newBrowserSecret } from "../code.rules.ts";

/** A code on its way: the door keeps both in the browser's cookie. */
export type AskedCode = { codeId: string; browserSecret: string };

/** Writes the row of a code to send, bound to a browser. The mail is a job's work, so that every address takes as long. */
export async function writeCode(
  tx: Tx,
  code: {
    purpose: EmailCodePurpose;
    email: string;
    memberId?: string | null;
    pending?: object;
    browserSecret?: string;
  },
): Promise<AskedCode> {
  const now = clock.now();
  const browserSecret = code.browserSecret ?? newBrowserSecret();
  const { id } = await tx.emailCode.create({
    data: {
      id: newId(),
      purpose: code.purpose,
      email: code.email,
      memberId: code.memberId ?? null,
      browserHash: hashOfSecret(browserSecret),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      ...(code.pending && { pending: code.pending }),
    },
  });
  return { codeId: id, browserSecret };
}

export type SentCode = {
  id: string;
  purpose: EmailCodePurpose;
  email: string;
  memberId: string | null;
  pending: unknown;
};
type Proof = { codeId: string; browserSecret: string };

/** The live code of this browser for one of these purposes, locked; null when there is none. */
export async function lockCode(
  tx: Tx,
  proof: Proof,
  purposes: readonly EmailCodePurpose[],
  memberId: string | null = null,
): Promise<SentCode | null> {
  const [row] = await tx.$queryRaw<SentCode[]>(sql`
    select id, purpose::text, email, member_id as "memberId", pending from email_code
    where id = ${proof.codeId} and browser_hash = ${hashOfSecret(proof.browserSecret)}
      and purpose::text = any(${[...purposes]}) and member_id is not distinct from ${memberId}
      and used_at is null and expires_at > ${clock.now()} and tries < ${CODE_TRIES}
    for update`);
  return row ?? null;
}

/**
 * Uses a locked code once, or counts the wrong try: the caller commits either way, and refuses afterwards.
 * What sign-up asked for is forgotten with the use.
 */
export async function useCode(tx: Tx, code: SentCode | null, digits: string): Promise<boolean> {
  if (!code) return false;
  const right = isCodeOf(code.id, digits);
  await tx.$executeRaw(
    right
      ? sql`update email_code set used_at = ${clock.now()}, pending = null where id = ${code.id}`
      : sql`update email_code set tries = tries + 1 where id = ${code.id}`,
  );
  return right;
}
