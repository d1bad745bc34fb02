import "server-only";
import { cookies } from "next/headers";
import { ownPath } from "@/core/return-path.ts";
import { cookieOptions } from "../session.ts";

/** As long as signing in may take. */
const SECONDS = 15 * 60;
/** `__Host-` wherever the site is on https, as the session's. */
const cookieName = () => (cookieOptions().secure ? "__Host-coopol-vers" : "coopol-vers");

/** Keeps where this browser wanted to go, through the steps of signing in; anything but a path of ours forgets it. */
export async function keepReturn(to: unknown): Promise<void> {
  const path = ownPath(to);
  const jar = await cookies();
  if (path) jar.set(cookieName(), path, { ...cookieOptions(), maxAge: SECONDS });
  else if (jar.has(cookieName())) jar.set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** Where it wanted to go, and forgets it; null when it came to sign in. */
export async function takeReturn(): Promise<string | null> {
  const path = ownPath((await cookies()).get(cookieName())?.value);
  await keepReturn(null);
  return path;
}
