import { z } from "zod";
import { system } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { defineJob, enqueue } from "@/platform/jobs.ts";
import { followSchedule } from "./commands/follow-schedule.ts";
import { listDueDebates } from "./debate-list.queries.ts";

const MINUTE_MS = 60_000;

/** A debate's next phase begins. */
export const beginPhase = defineJob({
  name: "debates.begin-phase",
  input: z.object({ debateId: z.string() }),
  run: ({ debateId }) => followSchedule({ actor: system }, { debateId }),
});

/** Every minute: sets the clock of the phases that begin in the next one. Twice the same does no harm. */
export const keepSchedules = defineJob({
  name: "debates.keep-schedules",
  input: z.object({}),
  cron: "* * * * *",
  async run() {
    const now = clock.now().getTime();
    for (const { id, dueAt } of await listDueDebates(new Date(now + MINUTE_MS))) {
      const startAfterSeconds = Math.max(0, Math.ceil((dueAt.getTime() - now) / 1000));
      await enqueue(db, beginPhase, { debateId: id }, { startAfterSeconds });
    }
  },
});

export const debateJobs = [beginPhase, keepSchedules] as const;
