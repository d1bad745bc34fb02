import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/core/app-error.ts";

// Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane), which are the library's own defaults.
const AT_ONCE = 2;
const WAITING_AT_MOST = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs hashing two at a time: it is memory and CPU that one address could otherwise take from everybody. */
async function bounded<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new AppError("unavailable", "too_fast", { retryAfter: 2 });
    await new Promise<void>((turn) => waiting.push(turn)); // the one who ends hands over its place
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** The argon2id hash of a new password. */
export const hashPassword = (password: string): Promise<string> => bounded(() => hash(password));

let dummy: Promise<string> | undefined;

/** Whether the password is the right one. Without an account or a password it takes as long, and is wrong. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const against = passwordHash ?? (await dummy);
  const right = await bounded(() => verify(against, password));
  return passwordHash !== null && right;
}
