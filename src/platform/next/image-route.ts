import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import type { Caller } from "../command.ts";
import { type EncodedImage, encodeImage } from "../images.ts";
import type { ServedImage } from "../stored-images.ts";
import { readImageFile } from "../upload.ts";
import { countBytes } from "../upload-limits.ts";
import { currentActor } from "./current-actor.ts";
import { known, refusal } from "./door-answers.ts";
import { uploadDoor } from "./upload-door.ts";

type Route<Params> = { params: Promise<Params> };

/** The door for a picture, as `multipart/form-data` with one file, `image`; see `uploadDoor`. */
export function uploadRoute<Params extends Record<string, string>, Place>(options: {
  open: (actor: Actor, params: Params) => Promise<Place>;
  save: (caller: Caller, place: Place, image: EncodedImage) => Promise<unknown>;
  /** What is made of the file; the whole picture when nothing is said. */
  encode?: (bytes: Uint8Array) => Promise<EncodedImage>;
  /** The page of the form, with the place in it where the form stands. */
  back: (place: Place) => { path: string; fragment: string };
  /** What a script is told of what was saved; nothing when nothing is said. */
  tell?: (saved: unknown) => unknown;
}) {
  return uploadDoor({
    open: options.open,
    async take(request, caller, place: Place) {
      const encode = options.encode ?? encodeImage;
      const bytes = await readImageFile(request);
      await countBytes(caller.actor.id ?? "", bytes.byteLength);
      const saved = await options.save(caller, place, await encode(bytes));
      return options.tell?.(saved);
    },
    back: options.back,
    refusedAs: "image",
  });
}

/**
 * Serves a picture to those who may see its parent: the query decides. Asked again each time, kept by her browser
 * alone. `server.ts` adds `nosniff` and the sandbox to all that stands under /api.
 */
export function imageRoute<Params extends Record<string, string>>(
  query: (actor: Actor, input: Record<string, string>, held: string | null) => Promise<ServedImage>,
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
