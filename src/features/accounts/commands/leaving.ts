import type { Tx } from "@/platform/db/client.ts";
import { codeTriesFromAddress, provenActs } from "../limit.rules.ts";
import { type AskedCode, lockCode, useCode, writeCode } from "./codes.ts";
import { verifyPassword } from "./hash-password.ts";

// What features above need of accounts so that a member proves who leaves, or who takes her data with her.

/** Limits of acts that ask for a password or a code again. */
export const leavingLimits = [codeTriesFromAddress, provenActs] as const;

type Proof = { password?: string; code?: string; codeId?: string; browserSecret?: string };
type Self = { id: string; email: string; passwordHash: string | null };

/** Whether this is her password, or the code that was sent for that; a wrong code is counted: commit either way. */
export async function isProven(tx: Tx, member: Self, proof: Proof): Promise<boolean> {
  const { password, code: digits, codeId, browserSecret } = proof;
  if (password !== undefined) return verifyPassword(member.passwordHash, password);
  if (!digits || !codeId || !browserSecret) return false;
  const code = await lockCode(tx, { codeId, browserSecret }, ["sign_in"], member.id);
  return useCode(tx, code, digits);
}

/** Writes the code that proves who erases this account; its mail is the caller's to enqueue. */
export function writeErasureCode(tx: Tx, member: Self): Promise<AskedCode> {
  return writeCode(tx, { purpose: "sign_in", email: member.email, memberId: member.id });
}
