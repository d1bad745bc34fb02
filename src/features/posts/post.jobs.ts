import { z } from "zod";
import { system } from "@/core/actor.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { followCard } from "./commands/withdraw-posts.ts";

const followCardJob = defineJob({
  name: "posts.follow-card",
  input: z.object({ memberId: z.string() }),
  async run({ memberId }) {
    await followCard({ actor: system }, { memberId });
  },
});

export const postJobs: readonly Job[] = [followCardJob];
/** Who leaves the web leaves it with what she said. */
export const postFactJobs: Readonly<Record<string, readonly Job[]>> = {
  "profile.visibilities-changed": [followCardJob],
};
