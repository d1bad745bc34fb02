import { cookies } from "next/headers";
import { cookieOptions, sessionCookie } from "@/platform/session.ts";
import { APPEARANCE_COOKIE, APPEARANCE_SECONDS, type Appearance, appearanceOf } from "../appearance.rules.ts";

/** Keeps in this browser how its screens look; the device's own choice leaves no cookie. */
export async function setAppearanceCookie(appearance: Appearance): Promise<void> {
  const maxAge = appearance === "systeme" ? 0 : APPEARANCE_SECONDS;
  (await cookies()).set(APPEARANCE_COOKIE, appearance, { ...cookieOptions(), maxAge });
}

/** How this browser's screens look. A visitor's are the device's: her pages are kept, one for all. */
export async function currentAppearance(): Promise<Appearance> {
  const jar = await cookies();
  return jar.has(sessionCookie()) ? appearanceOf(jar.get(APPEARANCE_COOKIE)?.value) : "systeme";
}
