import "server-only";
import type { NextRequest } from "next/server";
import { type AppError, httpStatus, publicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { toAppError } from "../db/errors.ts";
import { log } from "../log.ts";

// What doors of files and pictures answer when they do not give what was asked.

export const noStore = { "cache-control": "no-store" };

/** A refusal in words, or as JSON for a script; nothing to say is 204. */
export function refusal(failure: AppError | undefined, as: "json" | "text" = "json"): Response {
  if (!failure) return new Response(null, { status: 204, headers: noStore });
  const headers: Record<string, string> = { ...noStore };
  if (failure.retryAfter !== undefined) headers["retry-after"] = String(failure.retryAfter);
  const status = httpStatus[failure.code];
  if (as === "json") return Response.json({ error: publicError(failure) }, { status, headers });
  return new Response(`${reasons[failure.reason]}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}

/** The error as one of ours; a fault is logged. */
export function known(error: unknown, request: NextRequest): AppError {
  const failure = toAppError(error);
  if (failure.code === "unexpected")
    log.error(
      { err: failure.cause, path: request.nextUrl.pathname, requestId: request.headers.get("x-request-id") },
      "fault",
    );
  return failure;
}
