import { paths } from "@/core/paths.ts";
import { env } from "@/platform/env.ts";
import { ShareLink } from "@/ui/share-link.tsx";

/** Passes an event on: by what the device offers, else by its copied link; by e-mail without JavaScript. */
export function ShareButton({ event }: { event: { id: string; slug: string; title: string } }) {
  return <ShareLink url={`${env().APP_ORIGIN}${paths.event(event)}`} title={event.title} />;
}
