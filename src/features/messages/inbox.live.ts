import { AppError } from "@/core/app-error.ts";
import type { Frame } from "@/core/live.ts";
import { defineRoom } from "@/core/room.ts";
import { outerScopes } from "@/core/scope.ts";
import { answersFor } from "./message.policy.ts";

/** The shared inbox of a place, by its scope: whoever answers there. */
export const inboxRoom = defineRoom<"in">("inbox", ["in"], async (actor, scope) => {
  if (actor.kind !== "member" || !answersFor(actor, scope)) throw new AppError("not_found", "absent");
  return "in";
});

/** Something moved in a conversation with a place: a signal and nothing in it, to its inbox and those that it may be in the care of. */
export const inboxFrames = (scope: string): Frame[] =>
  outerScopes(scope).map((outer) => ({ room: inboxRoom.of(outer, "in"), kind: "moved", data: {} }));
