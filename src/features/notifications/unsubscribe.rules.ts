import { timingSafeEqual } from "node:crypto";
import { drawnFrom } from "../accounts/index.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const PROOF_LENGTH = 26; // of 5 bits: 130 bits
const SHAPE = /^[0-9a-hjkmnp-tv-z]{38}$/;

const proofOf = (id: string): string =>
  Array.from(drawnFrom("unsubscribe", id).subarray(0, PROOF_LENGTH), (byte) => ALPHABET[byte & 31]).join("");

/** The token of a link under a mail: its row's id and 130 bits drawn from it, so that the database never holds it. */
export const unsubscribeToken = (id: string): string => id + proofOf(id);

/** Which link a token is of, compared in constant time; null for one that we never made. */
export function readUnsubscribeToken(token: string): string | null {
  if (!SHAPE.test(token)) return null;
  const id = token.slice(0, 12);
  return timingSafeEqual(Buffer.from(proofOf(id)), Buffer.from(token.slice(12))) ? id : null;
}
