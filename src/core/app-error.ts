import { type Reason, reasons } from "./reasons.ts";

export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "rate_limited"
  | "unavailable"
  | "unexpected";

/** The one table from code to HTTP status. */
export const httpStatus: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
  unexpected: 500,
};

/** What leaves the server: a code, a sentence, the fields to mend. */
export type PublicError = {
  code: ErrorCode;
  reason: Reason;
  message: string;
  fields?: Record<string, string>;
  retryAfter?: number;
};

const BRAND = "coopol.AppError";

/** The one error of the application. Told by its brand: Next bundles its own copy of this class. */
export class AppError extends Error {
  readonly brand = BRAND;
  readonly code: ErrorCode;
  readonly reason: Reason;
  readonly fields: Record<string, string> | undefined;
  /** Seconds to wait, for `rate_limited` and `unavailable`. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    reason: Reason,
    details: { fields?: Record<string, string>; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, { cause: details.cause });
    this.code = code;
    this.reason = reason;
    this.fields = details.fields;
    this.retryAfter = details.retryAfter;
  }
}

export function isAppError(error: unknown): error is AppError {
  return typeof error === "object" && error !== null && (error as { brand?: unknown }).brand === BRAND;
}

/** The shape that a door sends: the sentence of the reason, never the text of a fault. */
export function publicError(error: AppError): PublicError {
  return {
    code: error.code,
    reason: error.reason,
    message: reasons[error.reason],
    ...(error.fields && { fields: error.fields }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
  };
}
