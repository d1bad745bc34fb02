import type { Actor } from "@/core/actor.ts";
import { type AboutWhat, hasUnreadAbout } from "../notice.queries.ts";
import { SeenNow } from "./seen-now.tsx";

/** On the page of what notices are about: being there reads them. Nothing is sent where none waits. */
export async function NoticesSeen({ actor, what }: { actor: Actor; what: AboutWhat }) {
  return (await hasUnreadAbout(actor, what)) ? <SeenNow what={what} /> : null;
}
