import "server-only";
import { cookies } from "next/headers";
import { cookieOptions } from "../session.ts";

const SECONDS = 7 * 24 * 3600;
/** `__Host-` wherever the site is on https, as the session's. */
const cookieName = () => (cookieOptions().secure ? "__Host-coopol-invitation" : "coopol-invitation");

/** Keeps in this browser the token of the invitation that was followed, until she joins or for a week. */
export async function setInvitationCookie(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, { ...cookieOptions(), maxAge: SECONDS });
}

/** The token as sign-up's field; nothing when none was followed. */
export async function readInvitationCookie(): Promise<{ invitation?: string }> {
  const token = (await cookies()).get(cookieName())?.value;
  return token ? { invitation: token.slice(0, 64) } : {};
}

/** Forgets it, once she joined. */
export async function clearInvitationCookie(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
