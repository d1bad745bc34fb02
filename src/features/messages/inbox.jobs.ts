import { z } from "zod";
import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { carryBroadcasts, followBroadcasts, resumeBroadcasts } from "./broadcast.jobs.ts";
import { releaseInboxes } from "./commands/release-inboxes.ts";

/** After "mandate.ended" or "member.suspended": nobody looks after conversations that she cannot answer. */
const releaseAfter = defineJob({
  name: "inbox.release",
  input: z.object({ memberId: z.string() }),
  run: async ({ memberId }) => void (await releaseInboxes({ actor: system }, { memberId })),
});

export const inboxJobs = [releaseAfter, carryBroadcasts, followBroadcasts, resumeBroadcasts] as const;
export const inboxFactJobs: Readonly<Record<string, readonly Job[]>> = {
  "mandate.ended": [releaseAfter],
  "member.suspended": [releaseAfter],
};
