import type { FactDefinition } from "@/core/fact.ts";
import type { LiveAnnouncement, LiveFact } from "@/core/live.ts";
import type { Room } from "@/core/room.ts";
import { accountFacts, accountJobs } from "@/features/accounts/index.ts";
import { debateAnnouncements, debateFacts, debateKeptPages, debateLiveCalls, debateLiveFacts, debateRoom } from "@/features/debates/index.ts";
import type { Command } from "@/platform/command.ts";
import type { KeptPage } from "@/platform/http/kept-pages.ts";
import type { Job } from "@/platform/jobs.ts";

/** What the features bring to the process, listed: nothing registers itself by being imported. */
export const rooms: readonly Room[] = [debateRoom];
export const liveCalls: readonly Command[] = debateLiveCalls;
export const facts: readonly FactDefinition<never>[] = [...accountFacts, ...debateFacts];
export const liveFacts: readonly LiveFact[] = debateLiveFacts;
export const liveAnnouncements: readonly LiveAnnouncement[] = debateAnnouncements;
export const jobs: readonly Job[] = accountJobs;

/** Visitors' pages that `server.ts` may keep, and what makes them stale. */
export const keptPages: readonly KeptPage[] = [
  ...debateKeptPages,
  { path: /^\/(?:mentions-legales|confidentialite|regles|accessibilite)$/, query: [], tags: () => [] },
];
