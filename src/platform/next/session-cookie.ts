import "server-only";
import { cookies } from "next/headers";
import { cookieOptions, SESSION_SECONDS, sessionCookie, sessionIdOf, sessionToken } from "../session.ts";

/** Signs this browser in. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  (await cookies()).set(sessionCookie(), await sessionToken(sessionId), {
    ...cookieOptions(),
    maxAge: SESSION_SECONDS,
  });
}

/** The session that this browser's cookie holds, open or not; null without one. */
export async function readSessionId(): Promise<string | null> {
  return sessionIdOf((await cookies()).get(sessionCookie())?.value);
}

/** Signs this browser out (the session row is ended by its command). */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}
