import type { FactDefinition } from "@/core/fact.ts";
import type { LiveAnnouncement, LiveFact } from "@/core/live.ts";
import type { Room } from "@/core/room.ts";
import { accountFacts, accountJobs } from "@/features/accounts/index.ts";
import {
  contributionPublished,
  contributionsLive,
  debateLiveCalls,
  debateOpened,
  debateRoom,
  talliesLive,
} from "@/features/debates/index.ts";
import type { Command } from "@/platform/command.ts";
import type { KeptPage } from "@/platform/http/kept-pages.ts";
import type { Job } from "@/platform/jobs.ts";

/** What the features bring to the process, listed: nothing registers itself by being imported. */
export const rooms: readonly Room[] = [debateRoom];
export const liveCalls: readonly Command[] = debateLiveCalls;
export const facts: readonly FactDefinition<never>[] = [...accountFacts, debateOpened, contributionPublished];
export const liveFacts: readonly LiveFact[] = [contributionsLive];
export const liveAnnouncements: readonly LiveAnnouncement[] = [talliesLive];
export const jobs: readonly Job[] = accountJobs;

/** "open-debates": a name was given or withdrawn, an account erased. Words of many debates change at once. */
const NAMES = "open-debates";

/** Visitors' pages that `server.ts` may keep, and what makes them stale. */
export const keptPages: readonly KeptPage[] = [
  { path: /^\/$/, query: [], tags: () => ["debates", NAMES] },
  { path: /^\/debats$/, query: [], tags: () => ["debates"] },
  {
    path: /^\/debats\/([0-9a-z]{12})-[a-z0-9-]+$/,
    query: ["pour", "contre", "cote"],
    tags: ([, id]) => [`debate:${id}`, NAMES],
  },
  { path: /^\/(?:mentions-legales|confidentialite|regles|accessibilite)$/, query: [], tags: () => [] },
];
