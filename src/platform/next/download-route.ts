import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { AppError } from "@/core/app-error.ts";
import type { Command } from "../command.ts";
import { toAppError } from "../db/errors.ts";
import { log } from "../log.ts";
import { currentCaller } from "./current-actor.ts";
import { fieldsOf } from "./form-action.ts";

export type Download = { name: string; type: string; body: string };

const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * The door for a file that a form asks for: it works without JavaScript, and is kept by nobody on its way. A refusal
 * leads back to the form's page with `?refus=<reason>`.
 */
export function downloadRoute<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
  options: { file: (result: Result) => Download; back: string },
) {
  return async (request: NextRequest): Promise<Response> => {
    try {
      const caller = await currentCaller();
      const { name, type, body } = options.file(await command(caller, (await readForm(request)) as z.input<Schema>));
      return new Response(body, {
        headers: {
          "content-type": `${type}; charset=utf-8`,
          "content-disposition": `attachment; filename="${name}"`,
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
      const location = `${options.back}?refus=${failure.reason}`;
      return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
    }
  };
}

async function readForm(request: NextRequest): Promise<Record<string, string | string[]>> {
  if (!FORM.test(request.headers.get("content-type") ?? "")) throw new AppError("invalid", "bad_input");
  const form = await request.formData().catch(() => {
    throw new AppError("invalid", "bad_input");
  });
  return fieldsOf(form);
}
