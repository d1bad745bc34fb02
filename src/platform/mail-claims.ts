import { createHash } from "node:crypto";
import { clock } from "./clock.ts";
import { db } from "./db/client.ts";
import { fateOf } from "./delivery.ts";
import { log } from "./log.ts";

/** How long a mail that left is remembered: longer than anything repeats it. */
const CLAIMED_DAYS = 30;
const DAY_MS = 24 * 3_600_000;

/** What a mail is counted by: it names neither whom it is for nor what it is about. */
const keyOf = (parts: readonly string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");

/**
 * Sends once, whoever asks again: claimed before it leaves, given back only when it surely did not. Throws then, for the
 * queue to try again; what was refused for good or may have arrived is not tried again. False: `send` held it back.
 */
export async function once(parts: readonly string[], send: () => Promise<boolean>): Promise<boolean> {
  const key = keyOf(parts);
  const claimed = await db.mailClaim.createMany({ data: [{ key, claimedAt: clock.now() }], skipDuplicates: true });
  if (claimed.count === 0) return true;
  try {
    return await send();
  } catch (error) {
    const fate = fateOf(error);
    if (fate !== "unsent") {
      sayFate(fate, error);
      return true;
    }
    await db.mailClaim.deleteMany({ where: { key } });
    throw error;
  }
}

/** Notes a mail that is not tried again, without a word of it: servers repeat addresses in their answers. */
export function sayFate(fate: string, error: unknown): void {
  const { code, command, responseCode } = (error ?? {}) as { code?: string; command?: string; responseCode?: number };
  log.warn({ code, command, responseCode }, `mail: ${fate}`);
}

/** Forgets the claims that nothing can repeat any more. */
export async function forgetClaims(): Promise<void> {
  const before = new Date(clock.now().getTime() - CLAIMED_DAYS * DAY_MS);
  await db.mailClaim.deleteMany({ where: { claimedAt: { lt: before } } });
}
