import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, Member } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import type { Caller } from "../command.ts";
import { actorOfSession, sessionCookie, sessionIdOf } from "../session.ts";

/** Who asks for this page or action: read once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? actorOfSession(await sessionIdOf(token)) : actorOfSession(null);
});

/** The actor with where she comes from, for a command. `server.ts` sets the address; an inbound one is overwritten. */
export async function currentCaller(key?: string | null): Promise<Caller> {
  const [actor, requestHeaders] = await Promise.all([currentActor(), headers()]);
  return { actor, address: requestHeaders.get("x-coopol-address"), key: key ?? null };
}

/**
 * The signed-in member, or off to where she can become one, and from there `back` to the page that she asked for.
 * A courtesy: commands and queries decide again.
 */
export async function requireMember(back?: string): Promise<Member> {
  const actor = await currentActor();
  if (actor.kind === "member") return actor;
  redirect(actor.kind === "suspended" ? paths.suspended : back ? paths.signInTo(back) : paths.signIn);
}

/** Whoever reads a page open to visitors; a suspended member is led to what concerns her. A courtesy as above. */
export async function currentReader(): Promise<Actor> {
  const actor = await currentActor();
  if (actor.kind === "suspended") redirect(paths.suspended);
  return actor;
}
