import { cache } from "react";
import { countUnread } from "@/features/messages/index.ts";
import { currentActor } from "@/platform/next/current-actor.ts";

/** What waits for whoever reads, counted once for the frame and the page in it. */
export const loadUnread = cache(async () => countUnread(await currentActor()));
