import "server-only";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { visitor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Command } from "../command.ts";
import { known, refusal } from "./door-answers.ts";

/** What the one line of the form weighs, with the borders of a multipart one. */
const MAX_BODY_BYTES = 4_096;

/**
 * The door of RFC 8058: `List-Unsubscribe=One-Click`, as either kind of form. Whoever posts is nobody: cookies are not
 * looked at, and the token in the address is the only authority. Reading it changes nothing.
 */
export function oneClickRoute<Schema extends z.ZodType>(command: Command<Schema>) {
  return async (request: NextRequest, { params }: { params: Promise<{ jeton: string }> }): Promise<Response> => {
    try {
      const { jeton: token } = await params;
      if (!(await saysOneClick(request))) throw new AppError("invalid", "bad_input");
      const address = (await headers()).get("x-coopol-address");
      await command({ actor: visitor, address }, { token } as z.input<Schema>);
      return refusal(undefined);
    } catch (error) {
      return refusal(known(error, request), "text");
    }
  };
}

async function saysOneClick(request: NextRequest): Promise<boolean> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MAX_BODY_BYTES)) return false;
  try {
    return (await request.formData()).get("List-Unsubscribe") === "One-Click";
  } catch {
    return false; // no form
  }
}
