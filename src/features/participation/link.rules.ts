import { createHash, timingSafeEqual } from "node:crypto";
import { drawnFrom } from "@/features/accounts/index.ts";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const PROOF_LENGTH = 26; // of 5 bits: 130 bits
const SHAPE = /^[0-9a-hjkmnp-tv-z]{38}$/;

/** What a link in a mail is for: a guest's first one confirms, her next ones manage; a sign-up's answers a reminder. */
export type LinkPurpose = "guest-confirm" | "guest-manage" | "sign-up";

function proofOf(purpose: LinkPurpose, id: string): string {
  const bytes = drawnFrom(`event-${purpose}`, id).subarray(0, PROOF_LENGTH);
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
}

/** The token of a link: a row's id and 130 bits drawn from it for one purpose, so that mails may write it again. */
export const linkToken = (purpose: LinkPurpose, id: string): string => id + proofOf(purpose, id);

/** The id that a token is of, compared in constant time; null for one that we never made for this purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string): string | null {
  if (!SHAPE.test(token)) return null;
  const id = token.slice(0, 12);
  return timingSafeEqual(Buffer.from(proofOf(purpose, id)), Buffer.from(token.slice(12))) ? id : null;
}

/** What is kept of a guest's token, to find her by it. */
export const hashOfToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token).digest());
