import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Actor } from "@/core/actor.ts";
import { AppError, httpStatus, publicError } from "@/core/app-error.ts";
import type { Command } from "../command.ts";
import { toAppError } from "../db/errors.ts";
import { type LimitRule, limits } from "../limits.ts";
import { log } from "../log.ts";
import { currentCaller } from "./current-actor.ts";

const MAX_BODY_BYTES = 64 * 1024;

/** The door for clients over HTTP: `application/json` only, 64 KB at most. */
export function jsonRoute<Schema extends z.ZodType, Result>(command: Command<Schema, Result>) {
  return (request: NextRequest) =>
    answer(request, async () => {
      const caller = await currentCaller(request.headers.get("idempotency-key")?.slice(0, 64));
      return command(caller, (await readJson(request)) as z.input<Schema>);
    });
}

/** A JSON answer from a query. `input` comes from the route's params and search; the query parses it. */
export function jsonQuery<Params extends Record<string, string>, View>(
  query: (actor: Actor, input: Record<string, string>) => Promise<View>,
  /** Counted by account, or by address for visitors. */
  limit?: LimitRule,
) {
  return (request: NextRequest, route: { params: Promise<Params> }) =>
    answer(request, async () => {
      const search = Object.fromEntries(request.nextUrl.searchParams);
      const { actor, address } = await currentCaller();
      if (limit) await limits().consume(limit, actor.id ?? address ?? "");
      return query(actor, { ...search, ...(await route.params) });
    });
}

async function readJson(request: NextRequest): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("invalid", "bad_input");
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) throw new AppError("invalid", "bad_input");
    chunks.push(part.value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new AppError("invalid", "bad_input");
  }
}

async function answer(request: NextRequest, work: () => Promise<unknown>): Promise<Response> {
  const noStore = { "cache-control": "no-store" };
  try {
    return Response.json({ value: (await work()) ?? null }, { headers: noStore });
  } catch (error) {
    const failure = toAppError(error);
    if (failure.code === "unexpected")
      log.error(
        { err: failure.cause, path: request.nextUrl.pathname, requestId: request.headers.get("x-request-id") },
        "fault",
      );
    const headers =
      failure.retryAfter === undefined ? noStore : { ...noStore, "retry-after": String(failure.retryAfter) };
    return Response.json({ error: publicError(failure) }, { status: httpStatus[failure.code], headers });
  }
}
