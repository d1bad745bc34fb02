import "server-only";
import { cookies } from "next/headers";
import { cookieOptions, SESSION_SECONDS, sessionCookie, sessionToken } from "../session.ts";

/** Signs this browser in. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  (await cookies()).set(sessionCookie(), await sessionToken(sessionId), {
    ...cookieOptions(),
    maxAge: SESSION_SECONDS,
  });
}

/** Signs this browser out (the session row is ended by its command). */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}
