import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { organisation } from "@/core/organisation.ts";
import { env } from "@/platform/env.ts";
import { hashOfSecret } from "./code.rules.ts";

// RFC 6238 as every authenticator application understands it.
const PERIOD_SECONDS = 30;
const TOTP_SETTINGS = { algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS } as const;
/** Clocks may be apart by one step, either way. */
const WINDOW = 1;

/** Wrong codes that one session may give before it ends. */
export const SECOND_CODE_TRIES = 5;
/** How long a secret that was shown waits for its first code, in minutes. */
export const SETTING_UP_MINUTES = 15;

/** Whether a secret that was shown still waits for its first code. */
export const isSettingUp = (factor: { createdAt: Date; confirmedAt: Date | null }, now: Date): boolean =>
  factor.confirmedAt === null && now.getTime() - factor.createdAt.getTime() < SETTING_UP_MINUTES * 60_000;

/** A new secret of 160 random bits, in base32. */
export const newFactorSecret = () => new Secret({ size: 20 }).base32;

/** The 30-second step whose code these digits are, now or one step away; null when they are none's. */
export function stepOf(secret: string, digits: string, now: Date): number | null {
  const timestamp = now.getTime();
  const config = { ...TOTP_SETTINGS, secret: Secret.fromBase32(secret), token: digits, timestamp, window: WINDOW };
  const delta = TOTP.validate(config);
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** What the QR code says: the secret, and the name under which the application files it. */
export const otpauthUri = (secret: string, email: string) =>
  new TOTP({ ...TOTP_SETTINGS, secret, issuer: organisation.name, label: email }).toString();

/** The secret as one types it: groups of four. */
export const inGroups = (text: string) => text.match(/.{1,4}/g) ?? [];

/** The key of secrets at rest: drawn from the server's secret, for this use alone (HKDF, RFC 5869). */
const sealingKey = () => Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "coopol second factor", 32));

/** Encrypts a secret for the database (AES-256-GCM), bound to its member: another's row does not open. */
export function sealSecret(memberId: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(memberId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")).join(".");
}

/** The secret of a sealed one; null when it was sealed with another key, or for another member. */
export function openSecret(memberId: string, stored: string): string | null {
  try {
    const [nonce, tag, sealed] = stored.split(".").map((part) => Buffer.from(part, "base64url"));
    if (!nonce || !sealed || tag?.length !== 16) return null;
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(Buffer.from(memberId)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Letters and digits that no hand or eye takes for another: no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V. */
const RECOVERY_ALPHABET = "ACDEFHJKMNPQRTWXY3479";
const RECOVERY_LENGTH = 16; // 70 bits: out of reach even for whoever holds their hashes
export const RECOVERY_CODES = 10;

/** New recovery codes, as they are shown once: "ACDE-FHJK-MNPQ-RTWX". */
export function newRecoveryCodes(): string[] {
  const sign = () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)];
  return Array.from({ length: RECOVERY_CODES }, () =>
    inGroups(Array.from({ length: RECOVERY_LENGTH }, sign).join("")).join("-"),
  );
}

/** What the database keeps of a recovery code. */
export const hashOfRecoveryCode = (memberId: string, code: string) => hashOfSecret(`${memberId}:${code}`);

export type SecondCode = { kind: "digits"; digits: string } | { kind: "recovery"; code: string };

const recoveryPattern = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_LENGTH}}$`);

/** Reads what was typed: six digits, or a recovery code however it is spaced; null when it is neither. */
export function readSecondCode(typed: string): SecondCode | null {
  const bare = typed
    .normalize("NFKC")
    .replace(/[\s.\-‐‑–]/g, "")
    .toUpperCase();
  if (/^\d{6}$/.test(bare)) return { kind: "digits", digits: bare };
  return recoveryPattern.test(bare) ? { kind: "recovery", code: inGroups(bare).join("-") } : null;
}
