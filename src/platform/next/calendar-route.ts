import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import { httpStatus } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { toAppError } from "../db/errors.ts";
import { type LimitRule, limits } from "../limits.ts";
import { log } from "../log.ts";
import { currentCaller } from "./current-actor.ts";

/**
 * The door for a calendar file: calendars come back often and are told when nothing changed. `attachment`: a file to open
 * once rather than a feed.
 */
export function calendarRoute<Params extends Record<string, string | string[]>>(
  query: (actor: Actor, input: Record<string, string>) => Promise<{ name: string; body: string }>,
  options: { limit: LimitRule; attachment?: boolean },
) {
  return async (request: NextRequest, route: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { actor, address } = await currentCaller();
      await limits().consume(options.limit, actor.id ?? address ?? "");
      const params = Object.entries(await route.params).map(([name, value]) => [name, [value].flat().join("/")]);
      const { name, body } = await query(actor, Object.fromEntries(params));
      const headers = {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `${options.attachment ? "attachment" : "inline"}; filename="${name}"`,
        "cache-control": "private, no-cache",
        etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
        "x-robots-tag": "noindex",
      };
      const held = request.headers.get("if-none-match") ?? "";
      if (held.split(",").some((one) => one.trim().replace(/^W\//, "") === headers.etag))
        return new Response(null, { status: 304, headers });
      return new Response(body, { headers });
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === "unexpected")
        // Without the path: a feed's holds its secret.
        log.error({ err: failure.cause, requestId: request.headers.get("x-request-id") }, "fault");
      return new Response(`${reasons[failure.reason]}\n`, {
        status: httpStatus[failure.code],
        headers: {
          "content-type": "text/plain; charset=utf-8",
          "cache-control": "no-store",
          ...(failure.retryAfter !== undefined && { "retry-after": String(failure.retryAfter) }),
        },
      });
    }
  };
}
