import { AppError } from "@/core/app-error.ts";
import { toAppError } from "./db/errors.ts";
import { type LimitRule, limits } from "./limits.ts";

const DAY_SECONDS = 24 * 60 * 60;
/** What one account may send in a day, whatever becomes of it. */
const uploads: LimitRule = { name: "uploads", points: 30, seconds: DAY_SECONDS };
const uploadedKib: LimitRule = { name: "uploaded-kib", points: 200 * 1024, seconds: DAY_SECONDS };

const kib = (bytes: number) => Math.ceil(bytes / 1024);

/** Counts one upload of this account. Throws `rate_limited`. */
export const countUpload = (accountId: string): Promise<void> => limits().consume(uploads, accountId);

/** Counts what an account sends; what would be too much is not counted. Throws `rate_limited`. */
export async function countBytes(accountId: string, bytes: number): Promise<void> {
  if (bytes <= 0) return;
  try {
    await limits().consume(uploadedKib, accountId, undefined, kib(bytes));
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code !== "rate_limited") throw failure;
    await giveBytesBack(accountId, bytes);
    throw new AppError("rate_limited", "uploaded_enough", { retryAfter: failure.retryAfter ?? DAY_SECONDS });
  }
}

/** What was announced and never came was not sent. */
export async function giveBytesBack(accountId: string, bytes: number): Promise<void> {
  if (bytes > 0) await limits().giveBack?.(uploadedKib, accountId, kib(bytes));
}
