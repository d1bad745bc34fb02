import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import { AppError, publicError } from "@/core/app-error.ts";
import { toAppError } from "@/platform/db/errors.ts";
import { cookieOf, sessionCookie, sessionIdOf } from "@/platform/session.ts";
import { rightsOf, type watchActors } from "./actors.ts";
import type { createTally } from "./caps.ts";

type Options = {
  actors: ReturnType<typeof watchActors>;
  sessions: ReturnType<typeof createTally>;
  addressOf: (request: IncomingMessage) => string;
};

/** Reads who opens a socket from the session cookie, and lets nobody in who is suspended or has too many. */
export function createHandshake({ actors, sessions, addressOf }: Options) {
  return async (socket: Socket, next: (error?: Error) => void): Promise<void> => {
    try {
      const sessionId = await sessionIdOf(cookieOf(socket.request.headers.cookie, sessionCookie()));
      const actor = await actors.of(sessionId);
      if (actor.kind === "suspended") throw new AppError("forbidden", "suspended");
      if (actor.kind === "member" && sessionId && sessions.isFull(sessionId))
        throw new AppError("rate_limited", "too_fast");
      socket.data.sessionId = actor.kind === "member" ? sessionId : null;
      socket.data.rights = actor.kind === "member" ? rightsOf(actor) : null;
      socket.data.address = addressOf(socket.request);
      if (actor.kind === "member") await socket.join([`session:${sessionId}`, `member:${actor.id}`]);
      next();
    } catch (error) {
      next(Object.assign(new Error("refused"), { data: publicError(toAppError(error)) }));
    }
  };
}
