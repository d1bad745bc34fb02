import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/platform/env.ts";

/** A member's own link, which anybody may hold; or what was written to one address. */
const kinds = ["link", "email"] as const;
export type InvitationRef = { kind: (typeof kinds)[number]; id: string };

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const PROOF_LENGTH = 26; // of 5 bits: 130 bits
const SHAPE = /^[0-9a-hjkmnp-tv-z]{38}$/;

/** Bytes that only this installation can draw, for one purpose and one row. */
export const drawnFrom = (purpose: string, text: string): Buffer =>
  createHmac("sha256", createHmac("sha256", env().AUTH_SECRET).update("coopol invitations").digest())
    .update(`${purpose}:${text}`)
    .digest();

function proofOf({ kind, id }: InvitationRef): string {
  const bytes = drawnFrom(`invitation-${kind}`, id).subarray(0, PROOF_LENGTH);
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
}

/** The token of an invitation: its row's id and 130 bits drawn from it, so that the database never holds it. */
export const invitationToken = (ref: InvitationRef): string => ref.id + proofOf(ref);

/** Which invitation a token is of, compared in constant time; null for one that we never made. */
export function readInvitationToken(token: string): InvitationRef | null {
  if (!SHAPE.test(token)) return null;
  const [id, given] = [token.slice(0, 12), Buffer.from(token.slice(12))];
  const kind = kinds.find((one) => timingSafeEqual(Buffer.from(proofOf({ kind: one, id })), given));
  return kind ? { kind, id } : null;
}
