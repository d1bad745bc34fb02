import "server-only";
import { cookies } from "next/headers";
import { cookieOptions } from "../session.ts";

/** As long as any code lives. */
const SECONDS = 15 * 60;

/** `__Host-` wherever the site is on https, as the session's. */
const cookieName = () => (cookieOptions().secure ? "__Host-coopol-code" : "coopol-code");

type Proof = { codeId: string; browserSecret: string };

/** Keeps, in this browser alone, which code it waits for and the proof that it asked. */
export async function setCodeCookie({ codeId, browserSecret }: Proof): Promise<void> {
  (await cookies()).set(cookieName(), `${codeId}.${browserSecret}`, { ...cookieOptions(), maxAge: SECONDS });
}

/** The code that this browser waits for; empty texts when it waits for none. */
export async function readCodeCookie(): Promise<Proof> {
  const [codeId = "", browserSecret = ""] = ((await cookies()).get(cookieName())?.value ?? "").split(".");
  return { codeId, browserSecret };
}

/** Forgets it, once it has served. */
export async function clearCodeCookie(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
