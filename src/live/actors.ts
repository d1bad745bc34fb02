import { type Actor, visitor } from "@/core/actor.ts";
import { log } from "@/platform/log.ts";
import { actorOfSession, endedSessions } from "@/platform/session.ts";

/** How long the actor of a socket is believed before the database is asked again; facts drop it at once. */
const ACTOR_MS = 3_000;
/** How often sessions with open sockets are checked: a suspension written by anyone ends them within 5 s. */
const SESSION_SWEEP_MS = 3_000;

/** The actors of the sessions with open sockets, and word of those that ended. */
export function watchActors(openSessions: () => Iterable<string>, tellEnded: (sessionIds: string[]) => void) {
  const actors = new Map<string, { actor: Promise<Actor>; until: number }>();

  const sweep = setInterval(async () => {
    try {
      const ended = await endedSessions([...new Set(openSessions())]);
      if (ended.length > 0) tellEnded(ended);
      for (const [id, { until }] of actors) if (until < performance.now()) actors.delete(id);
    } catch (error) {
      log.warn({ err: error }, "session sweep");
    }
  }, SESSION_SWEEP_MS);

  return {
    of(sessionId: string | null): Promise<Actor> {
      if (!sessionId) return Promise.resolve(visitor);
      const known = actors.get(sessionId);
      if (known && known.until > performance.now()) return known.actor;
      const actor = actorOfSession(sessionId);
      actors.set(sessionId, { actor, until: performance.now() + ACTOR_MS });
      actor.catch(() => actors.delete(sessionId));
      return actor;
    },
    forget: () => actors.clear(),
    stop: () => clearInterval(sweep),
  };
}
