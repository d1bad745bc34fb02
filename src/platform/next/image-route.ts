import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import { type AppError, httpStatus, publicError } from "@/core/app-error.ts";
import { reasons } from "@/core/reasons.ts";
import type { Caller } from "../command.ts";
import { toAppError } from "../db/errors.ts";
import { type EncodedImage, encodeImage } from "../images.ts";
import { type LimitRule, limits } from "../limits.ts";
import { log } from "../log.ts";
import { readImageFile } from "../upload.ts";
import { currentActor, currentCaller } from "./current-actor.ts";

type Route<Params> = { params: Promise<Params> };

/** Pictures that one account may send: with 5 MB at most each, 150 MB a day. */
const uploads: LimitRule = { name: "uploads", points: 30, seconds: 24 * 60 * 60 };

/**
 * The door for a picture, as `multipart/form-data` with one file, `image`. Nothing is read before `open` lets the
 * actor in. A form is led back to its page, with `?image=<reason>` when it was refused; a script that asks for JSON
 * gets `{ value }` or `{ error }`.
 */
export function uploadRoute<Params extends Record<string, string>, Place>(options: {
  open: (actor: Actor, params: Params) => Promise<Place>;
  save: (caller: Caller, place: Place, image: EncodedImage) => Promise<unknown>;
  /** What is made of the file; the whole picture when nothing is said. */
  encode?: (bytes: Uint8Array) => Promise<EncodedImage>;
  /** The page of the form, with the place in it where the form stands. */
  back: (place: Place) => { path: string; fragment: string };
}) {
  return async (request: NextRequest, route: Route<Params>): Promise<Response> => {
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
    let place: Place | undefined;
    const answer = (failure?: AppError): Response => {
      if (wantsJson) return failure ? refusal(failure) : Response.json({ value: null }, { headers: noStore });
      if (place === undefined) return refusal(failure, "text");
      const { path, fragment } = options.back(place);
      const location = `${path}${failure ? `?image=${failure.reason}` : ""}#${fragment}`;
      return new Response(null, { status: 303, headers: { ...noStore, location } });
    };
    try {
      const caller = await currentCaller();
      place = await options.open(caller.actor, await route.params);
      await limits().consume(uploads, caller.actor.id ?? "");
      const encode = options.encode ?? encodeImage;
      await options.save(caller, place, await encode(await readImageFile(request)));
      return answer();
    } catch (error) {
      return answer(known(error, request));
    }
  };
}

/**
 * Serves a picture to those who may see its parent: the query decides. Asked again each time, kept by her browser
 * alone. `server.ts` adds `nosniff` and the sandbox to all that stands under /api.
 */
export function imageRoute<Params extends Record<string, string>>(
  query: (
    actor: Actor,
    input: Record<string, string>,
    held: string | null,
  ) => Promise<{ version: string; bytes: Uint8Array | null }>,
) {
  return async (request: NextRequest, route: Route<Params>): Promise<Response> => {
    try {
      const search = Object.fromEntries(request.nextUrl.searchParams);
      const held = /^(?:W\/)?"([\w-]{1,40})"$/.exec(request.headers.get("if-none-match") ?? "")?.[1] ?? null;
      const image = await query(await currentActor(), { ...search, ...(await route.params) }, held);
      const headers = {
        "content-type": "image/webp",
        "content-disposition": "inline",
        "cache-control": "private, no-cache",
        etag: `"${image.version}"`,
        vary: "Cookie",
      };
      if (!image.bytes) return new Response(null, { status: 304, headers });
      return new Response(new Uint8Array(image.bytes), { headers });
    } catch (error) {
      return refusal(known(error, request));
    }
  };
}

const noStore = { "cache-control": "no-store" };

function refusal(failure: AppError | undefined, as: "json" | "text" = "json"): Response {
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

function known(error: unknown, request: NextRequest): AppError {
  const failure = toAppError(error);
  if (failure.code === "unexpected")
    log.error(
      { err: failure.cause, path: request.nextUrl.pathname, requestId: request.headers.get("x-request-id") },
      "fault",
    );
  return failure;
}
