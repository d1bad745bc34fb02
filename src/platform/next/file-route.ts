import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import { httpStatus } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import { toAppError } from "../db/errors.ts";
import { type LimitRule, limits } from "../limits.ts";
import { log } from "../log.ts";
import { currentCaller } from "./current-actor.ts";

export type OfferedFile = { name: string; type: string; body: Uint8Array };

/** The door for a file that a link opens: the query decides who gets it, and nobody keeps it on its way. */
export function fileRoute<Params extends Record<string, string>>(
  query: (actor: Actor, input: Params) => Promise<OfferedFile>,
  /** Counted by account, or by address for visitors. */
  limit: LimitRule,
) {
  return async (request: NextRequest, route: { params: Promise<Params> }): Promise<Response> => {
    try {
      const { actor, address } = await currentCaller();
      await limits().consume(limit, actor.id ?? address ?? "");
      const { name, type, body } = await query(actor, await route.params);
      return new Response(new Uint8Array(body), {
        headers: {
          "content-type": type,
          "content-disposition": `inline; filename="${name}"`,
          "cache-control": "private, no-store",
        },
      });
    } catch (error) {
      const failure = toAppError(error);
      if (failure.code === "unexpected")
        log.error(
          { err: failure.cause, path: request.nextUrl.pathname, requestId: request.headers.get("x-request-id") },
          "fault",
        );
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
