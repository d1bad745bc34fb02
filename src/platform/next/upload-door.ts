import "server-only";
import type { NextRequest } from "next/server";
import type { Actor } from "@/core/actor.ts";
import type { AppError } from "@/core/app-error.ts";
import type { Caller } from "../command.ts";
import { countUpload } from "../upload-limits.ts";
import { currentCaller } from "./current-actor.ts";
import { known, noStore, refusal } from "./door-answers.ts";

type Route<Params> = { params: Promise<Params> };

/**
 * The door for something that is sent. Nothing is read before `open` lets the actor in and her uploads of the day are
 * counted. A form is led back to its page, with `?<refusedAs>=<reason>` when it was refused; a script that asks for JSON
 * gets `{ value }` (what `take` answers) or `{ error }`.
 */
export function uploadDoor<Params extends Record<string, string>, Place>(options: {
  open: (actor: Actor, params: Params) => Promise<Place>;
  take: (request: NextRequest, caller: Caller, place: Place) => Promise<unknown>;
  /** The page of the form, with the place in it where the form stands. */
  back: (place: Place) => { path: string; fragment: string };
  refusedAs: "image" | "fichier";
}) {
  return async (request: NextRequest, route: Route<Params>): Promise<Response> => {
    const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
    let place: Place | undefined;
    const answer = (value: unknown, failure?: AppError): Response => {
      if (wantsJson) return failure ? refusal(failure) : Response.json({ value: value ?? null }, { headers: noStore });
      if (place === undefined) return refusal(failure, "text");
      const { path, fragment } = options.back(place);
      const location = `${path}${failure ? `?${options.refusedAs}=${failure.reason}` : ""}#${fragment}`;
      return new Response(null, { status: 303, headers: { ...noStore, location } });
    };
    try {
      const caller = await currentCaller();
      place = await options.open(caller.actor, await route.params);
      await countUpload(caller.actor.id ?? "");
      return answer(await options.take(request, caller, place));
    } catch (error) {
      return answer(null, known(error, request));
    }
  };
}
