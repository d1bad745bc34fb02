import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import type { Actor, Grant } from "@/core/actor.ts";
import { visitor } from "@/core/actor.ts";
import { clock } from "./clock.ts";
import { db, readRows, sql } from "./db/client.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";

/** How long a session lives without being used, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600;

const secure = () => env().APP_ORIGIN.startsWith("https:");

/** The session cookie's name: `__Host-` wherever the site is on https. */
export const sessionCookie = () => (secure() ? "__Host-coopol-session" : "coopol-session");

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", secure: secure(), path: "/" }) as const;

/** The cookie's value: next-auth's encrypted token, holding the session row's id and nothing else. */
export function sessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env().AUTH_SECRET, maxAge: SESSION_SECONDS });
}

/** The session id of a cookie's value, or null for a token that is not ours or has expired. */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const known = opened.get(token);
  if (known) return known;
  try {
    const claims = await decode({ token, secret: env().AUTH_SECRET });
    if (typeof claims?.sid !== "string") return null;
    opened.set(token, claims.sid, { ttl: Math.max(1, (Number(claims.exp) || 0) * 1000 - Date.now()) });
    return claims.sid;
  } catch {
    return null;
  }
}

/** Tokens already decrypted: the key's derivation costs more than the page's query. The session row is read all the same. */
const opened = new LRUCache<string, string>({ max: 10_000 });

/** One cookie of a Cookie header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.split("=");
    if (key?.trim() === name) return value.join("=").trim();
  }
  return undefined;
}

type ActorRow = {
  session_id: string | null;
  last_seen_at: Date | null;
  id: string;
  name: string;
  adherent: boolean;
  section_id: string;
  section_name: string;
  section_scope: string;
  grants: Grant[] | null;
  /** Whether the second factor was given in this session, or none is needed: no session. */
  proven: boolean;
  /** Whether she asked that her account never open without a second factor. */
  guarded: boolean;
  suspension_reason: string | null;
  suspension_ends_at: Date | null;
};

const actorColumns = (now: Date) => sql`
  m.id, m.name, m.adherent_since is not null as adherent,
  exists (select 1 from second_factor t where t.member_id = m.id and t.confirmed_at is not null) as guarded,
  c.id as section_id, c.name as section_name, c.scope as section_scope,
  (select json_agg(json_build_object('role', g.role, 'scope', g.scope)) from mandate g
    where g.member_id = m.id and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})) as grants,
  u.reason as suspension_reason, u.ends_at as suspension_ends_at`;

const actorJoins = (now: Date) => sql`
  join section c on c.id = m.section_id
  left join lateral (select reason, ends_at from suspension
    where member_id = m.id and lifted_at is null and begins_at <= ${now} and (ends_at is null or ends_at > ${now})
    order by begins_at desc limit 1) u on true`;

function toActor(row: ActorRow): Actor {
  // Half signed in: the second factor is missing, and nothing is open but the page that asks for it.
  if (row.guarded && !row.proven) return visitor;
  const held = row.grants ?? [];
  const grants = row.proven ? held : [];
  const { id, name, session_id: sessionId } = row;
  if (row.suspension_reason !== null) {
    const suspension = { reason: row.suspension_reason, endsAt: row.suspension_ends_at };
    return { kind: "suspended", id, sessionId, name, suspension, grants: [] };
  }
  const section = { id: row.section_id, name: row.section_name, scope: row.section_scope };
  const asleep = held.length > grants.length && { grantsAsleep: true as const };
  return { kind: "member", id, sessionId, name, adherent: row.adherent, section, grants, ...asleep };
}

/** The actor of a session: read in the database on each request, a visitor when the session has ended. */
export async function actorOfSession(sessionId: string | null): Promise<Actor> {
  if (!sessionId) return visitor;
  const now = clock.now();
  const [row] = await readRows<ActorRow>(sql`
    select s.id as session_id, s.last_seen_at, s.second_factor_at is not null as proven, ${actorColumns(now)}
    from session s join member m on m.id = s.member_id ${actorJoins(now)}
    where s.id = ${sessionId} and s.revoked_at is null and s.expires_at > ${now} and m.erased_at is null`);
  if (!row) return visitor;
  if (row.last_seen_at && now.getTime() - row.last_seen_at.getTime() > 3_600_000) touch(sessionId, now);
  return toActor(row);
}

/** The actor that a member is, outside any session (commands run by the seed, jobs, tests). */
export async function actorOfMember(memberId: string): Promise<Actor> {
  const now = clock.now();
  const [row] = await db.$queryRaw<ActorRow[]>(sql`
    select null as session_id, null as last_seen_at, true as proven, ${actorColumns(now)}
    from member m ${actorJoins(now)} where m.id = ${memberId} and m.erased_at is null`);
  return row ? toActor(row) : visitor;
}

function touch(sessionId: string, now: Date): void {
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  db.session
    .update({ where: { id: sessionId }, data: { lastSeenAt: now, expiresAt } })
    .catch((error: unknown) => log.warn({ err: error }, "session not touched"));
}

/** The actors of these sessions, in one statement; one that has ended is missing. */
export async function actorsOfSessions(sessionIds: readonly string[]): Promise<Map<string, Actor>> {
  if (sessionIds.length === 0) return new Map();
  const now = clock.now();
  const rows = await readRows<ActorRow & { session_id: string }>(sql`
    select s.id as session_id, null::timestamptz as last_seen_at, s.second_factor_at is not null as proven, ${actorColumns(now)}
    from session s join member m on m.id = s.member_id ${actorJoins(now)}
    where s.id = any(${[...sessionIds]}::text[]) and s.revoked_at is null and s.expires_at > ${now} and m.erased_at is null`);
  return new Map(rows.map((row) => [row.session_id, toActor(row)]));
}
