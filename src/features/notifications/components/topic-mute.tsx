import type { Actor } from "@/core/actor.ts";
import { isMuted } from "../topic.queries.ts";
import { MuteButton } from "./mute-button.tsx";

/** The same where the page does not know it yet; nothing for whoever is no member. */
export async function TopicMute({ actor, topic }: { actor: Actor; topic: string }) {
  if (actor.kind !== "member") return null;
  return <MuteButton topic={topic} muted={await isMuted(actor, topic)} />;
}
