import type { AuthOptions } from "next-auth";
import { paths } from "@/core/paths.ts";
import { env } from "@/platform/env.ts";
import { log } from "@/platform/log.ts";
import { actorOfSession, cookieOptions, SESSION_SECONDS, sessionCookie } from "@/platform/session.ts";

/**
 * The one configuration of next-auth: it shares our cookie and secret, and answers who is signed in from the database.
 * Signing in and out are commands, so it has no provider and none of its own pages.
 */
export function authOptions(): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    pages: { signIn: paths.signIn },
    providers: [],
    callbacks: {
      jwt: ({ token }) => ({ sid: token.sid }),
      async session({ session, token }) {
        const actor = await actorOfSession(typeof token.sid === "string" ? token.sid : null);
        if (actor.id === null) return {} as typeof session;
        return { user: { id: actor.id, name: actor.name }, expires: session.expires };
      },
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth"),
      warn: () => {},
      debug: () => {},
    },
  };
}
