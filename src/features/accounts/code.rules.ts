import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/platform/env.ts";

export const CODE_MINUTES = 15;
/** Tries for one code, whatever the rate limiter says. */
export const CODE_TRIES = 5;

const keyed = (purpose: string, text: string) =>
  createHmac("sha256", env().AUTH_SECRET).update(`${purpose}:${text}`).digest();

/** The six digits of a code row: derived from its id, so that the database never holds them. */
export function codeOf(codeId: string): string {
  return String(keyed("coopol e-mail code", codeId).readUInt32BE(0) % 1_000_000).padStart(6, "0");
}

/** Whether these are the six digits of that row, compared in constant time. */
export function isCodeOf(codeId: string, digits: string): boolean {
  const [right, given] = [Buffer.from(codeOf(codeId)), Buffer.from(digits)];
  return right.length === given.length && timingSafeEqual(right, given);
}

/** A new browser's proof: 128 random bits, kept only in its cookie. */
export const newBrowserSecret = () => randomBytes(16).toString("base64url");

/** What the database keeps of a browser's proof. */
export const hashOfSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** An e-mail address as a key of a limit: the counters hold nobody's address. */
export const emailKey = (email: string) => keyed("coopol limit", email).toString("base64url").slice(0, 22);
