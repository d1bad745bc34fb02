import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import type { Tx } from "@/platform/db/client.ts";
import { SESSION_SECONDS } from "@/platform/session.ts";
import { sessionEnded } from "../account.facts.ts";

/**
 * Opens a session for a member, inside her command; answers its id, which the door puts into the cookie.
 * `proven`: the second factor counts as given (the demo's "Entrer comme…").
 */
export async function startSession(
  tx: Tx,
  memberId: string,
  userAgent: string,
  { proven = false }: { proven?: boolean } = {},
): Promise<string> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const { id } = await tx.session.create({
    data: {
      id: newId(),
      memberId,
      userAgent,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      secondFactorAt: proven ? now : null,
    },
  });
  return id;
}

/** Ends a member's open sessions, all but `except`; answers the facts to record. */
export async function endSessions(tx: Tx, memberId: string, options: { only?: string; except?: string | null } = {}) {
  const id = options.only ? { equals: options.only } : options.except ? { not: options.except } : {};
  const ended = await tx.session.updateManyAndReturn({
    where: { memberId, revokedAt: null, id },
    data: { revokedAt: clock.now() },
    select: { id: true },
  });
  return ended.map((session) => sessionEnded({ sessionId: session.id }));
}
