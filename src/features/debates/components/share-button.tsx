import { paths } from "@/core/paths.ts";
import { env } from "@/platform/env.ts";
import { ShareLink } from "@/ui/share-link.tsx";

/** Passes a debate on: by what the device offers, else by its copied link; by e-mail without JavaScript. */
export function ShareButton({ debate }: { debate: { id: string; slug: string; question: string } }) {
  return <ShareLink url={`${env().APP_ORIGIN}${paths.debate(debate)}`} title={debate.question} />;
}
