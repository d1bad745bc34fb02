import { AppError } from "./app-error.ts";
import { defineRoom } from "./room.ts";

/**
 * A member's own screens, and nobody else's: what concerns her alone is signalled there, by every feature. A frame's kind
 * says whose it is ("coopains", "messages", "notices"): a screen heeds its own.
 */
export const personRoom = defineRoom<"self">("person", ["self"], async (actor, id) => {
  if (actor.kind !== "member" || actor.id !== id) throw new AppError("not_found", "absent");
  return "self";
});
