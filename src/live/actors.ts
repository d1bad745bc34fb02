import type { Socket } from "socket.io";
import { type Actor, type Member, visitor } from "@/core/actor.ts";
import { log } from "@/platform/log.ts";
import { actorOfSession, actorsOfSessions } from "@/platform/session.ts";

/** How long the actor of a socket is believed before the database is asked again; facts drop it at once. */
const ACTOR_MS = 3_000;
/**
 * In how long all sessions with open sockets are read again: what began, ended or expired by itself is heeded within 5 s,
 * and the actor of an open socket is always at hand.
 */
const SWEEP_MS = 2_400;
/** A part of them at a time: all at once would hold up the calls of everybody. */
const SWEEP_PARTS = 12;

/** What opens rooms to a member, as one text: when it differs, the gates are asked again. */
export function rightsOf({ adherent, section, grants }: Member): string {
  const held = grants.map(({ role, scope }) => `${role} ${scope}`).sort();
  return JSON.stringify([adherent, section.id, held]);
}

const partOf = (sessionId: string): number =>
  [...sessionId].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % SWEEP_PARTS;

/** The actors of the sessions with open sockets, and word of those that ended or may do other things than they could. */
export function watchActors(options: {
  sockets: () => Iterable<Socket>;
  ended: (sessionIds: string[]) => void;
  changed: (sockets: Socket[]) => void;
}) {
  const actors = new Map<string, { actor: Promise<Actor>; until: number }>();
  let forgotten = 0;
  let part = 0;

  const sweep = setInterval(async () => {
    try {
      part = (part + 1) % SWEEP_PARTS;
      const sockets = [...options.sockets()].filter(({ data }) => data.sessionId && partOf(data.sessionId) === part);
      const [began, believed] = [performance.now(), forgotten];
      const ids = [...new Set(sockets.map(({ data }) => data.sessionId as string))];
      const now = await actorsOfSessions(ids);
      // Read before rights changed: not to be believed after.
      if (forgotten === believed)
        for (const id of ids)
          actors.set(id, { actor: Promise.resolve(now.get(id) ?? visitor), until: began + ACTOR_MS });
      const ended = new Set<string>();
      const changed: Socket[] = [];
      for (const socket of sockets) {
        const actor = now.get(socket.data.sessionId) ?? visitor;
        if (actor.kind !== "member") ended.add(socket.data.sessionId);
        else if (rightsOf(actor) !== socket.data.rights) changed.push(socket);
      }
      if (ended.size > 0) options.ended([...ended]);
      if (changed.length > 0) options.changed(changed);
      for (const [id, { until }] of actors) if (until < performance.now()) actors.delete(id);
    } catch (error) {
      log.warn({ err: error }, "session sweep");
    }
  }, SWEEP_MS / SWEEP_PARTS);

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
    forget(): void {
      actors.clear();
      forgotten++;
    },
    /** Grows each time that actors are forgotten: whoever was let in before must be asked again. */
    timesForgotten: () => forgotten,
    stop: () => clearInterval(sweep),
  };
}
