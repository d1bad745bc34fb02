import { z } from "zod";
import { system } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { defineJob, enqueue, type Job } from "@/platform/jobs.ts";
import { listHalfModerated, listStalled } from "./broadcast.queries.ts";
import { CARRYING_MS } from "./broadcast.rules.ts";
import { carryBroadcast } from "./commands/carry-broadcast.ts";
import { followBroadcast } from "./commands/follow-broadcast.ts";

const STALLED_MS = 5 * 60_000;

/** Carries a broadcast for a while, then asks for another run: no job is so long that it is taken for dead. */
export const carryBroadcasts: Job<z.ZodObject<{ broadcastId: z.ZodString }>> = defineJob({
  name: "broadcasts.carry",
  input: z.object({ broadcastId: z.string() }),
  async run({ broadcastId }) {
    const until = performance.now() + CARRYING_MS;
    while (performance.now() < until) if ((await carryBroadcast({ actor: system }, { broadcastId })).done) return;
    await enqueue(db, carryBroadcasts, { broadcastId });
  },
});

/** Takes what moderation decided on a broadcast to its copies, in the same way. */
export const followBroadcasts: Job<z.ZodObject<{ broadcastId: z.ZodString }>> = defineJob({
  name: "broadcasts.follow",
  input: z.object({ broadcastId: z.string() }),
  async run({ broadcastId }) {
    const until = performance.now() + CARRYING_MS;
    while (performance.now() < until) if ((await followBroadcast({ actor: system }, { broadcastId })).done) return;
    await enqueue(db, followBroadcasts, { broadcastId });
  },
});

/** Every five minutes: a broadcast that stands still on its way, or what was decided on it, goes on. */
export const resumeBroadcasts = defineJob({
  name: "broadcasts.resume",
  input: z.object({}),
  cron: "*/5 * * * *",
  async run() {
    const before = new Date(clock.now().getTime() - STALLED_MS);
    for (const broadcastId of await listStalled(before)) await enqueue(db, carryBroadcasts, { broadcastId });
    for (const broadcastId of await listHalfModerated()) await enqueue(db, followBroadcasts, { broadcastId });
  },
});
