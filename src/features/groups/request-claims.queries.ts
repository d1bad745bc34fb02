import { createHash } from "node:crypto";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";

const keyOf = (parts: readonly string[]) => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** Claims a mail before it leaves: false when it left already. */
export async function claimGroupMail(parts: readonly string[]): Promise<boolean> {
  const { count } = await db.groupMail.createMany({
    data: [{ key: keyOf(parts), claimedAt: clock.now() }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Gives back a claim whose mail surely did not leave, so that it can be tried again. */
export async function giveUpGroupMail(parts: readonly string[]): Promise<void> {
  await db.groupMail.deleteMany({ where: { key: keyOf(parts) } });
}

export async function forgetGroupMails(before: Date): Promise<void> {
  await db.groupMail.deleteMany({ where: { claimedAt: { lt: before } } });
}
