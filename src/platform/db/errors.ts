import { ZodError } from "zod";
import { AppError, isAppError } from "@/core/app-error.ts";

type DatabaseFault = {
  code?: unknown;
  message?: unknown;
  meta?: { code?: unknown; driverAdapterError?: { cause?: { originalCode?: unknown; kind?: unknown } } };
  cause?: { originalCode?: unknown; kind?: unknown; code?: unknown };
};

const AWAY = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "08003",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
]);
const AWAY_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Can't reach database|server closed the connection|Cannot use a pool after|is not queryable|DatabaseNotReachable|ConnectionClosed|SocketTimeout|Query read timeout/i;

function codesOf(error: unknown): string[] {
  const fault = error as DatabaseFault;
  const adapter = fault?.meta?.driverAdapterError?.cause;
  return [
    fault?.code,
    fault?.meta?.code,
    adapter?.originalCode,
    adapter?.kind,
    fault?.cause?.originalCode,
    fault?.cause?.code,
    fault?.cause?.kind,
  ].filter((code): code is string => typeof code === "string");
}

/** Whether the database asks to run the transaction again (serialisation failure or deadlock). */
export function isRetryable(error: unknown): boolean {
  const codes = codesOf(error);
  return codes.includes("40001") || codes.includes("40P01") || codes.includes("P2034");
}

/** Whether the database cannot be reached now. */
export function isDatabaseAway(error: unknown): boolean {
  if (codesOf(error).some((code) => AWAY.has(code))) return true;
  return AWAY_TEXT.test(String((error as DatabaseFault)?.message ?? ""));
}

/** Zod's issues as one sentence a field; the first one of a field counts. */
function fieldsOf(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || "formulaire"] ??= issue.message;
  return fields;
}

/** The one place where Prisma's, zod's and unknown errors become an AppError. */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (error instanceof ZodError) return new AppError("invalid", "bad_input", { fields: fieldsOf(error) });
  if (isDatabaseAway(error)) return new AppError("unavailable", "database_away", { retryAfter: 3, cause: error });
  const codes = codesOf(error);
  if (codes.includes("P2002") || codes.includes("23505"))
    return new AppError("conflict", "changed_meanwhile", { cause: error });
  if (codes.includes("P2025") || codes.includes("P2003") || codes.includes("23503"))
    return new AppError("not_found", "absent", { cause: error });
  // Class 22 is "data exception": too long, out of range, no such date, not a text.
  if (codes.includes("23514") || codes.includes("P2000") || codes.some((code) => /^22[0-9A-Z]{3}$/.test(code)))
    return new AppError("invalid", "bad_input", { cause: error });
  if (isRetryable(error)) return new AppError("conflict", "changed_meanwhile", { cause: error });
  return new AppError("unexpected", "fault", { cause: error });
}
