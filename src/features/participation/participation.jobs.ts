import { z } from "zod";
import { system } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { defineJob, enqueue, type Job } from "@/platform/jobs.ts";
import { endSignUps } from "./commands/end-sign-ups.ts";
import { settlePlaces } from "./commands/settle-places.ts";

const MINUTE_MS = 60_000;

/** The offers of a shift run out. */
export const expireOffers = defineJob({
  name: "participation.expire-offers",
  input: z.object({ shiftId: z.string() }),
  run: ({ shiftId }) => settlePlaces({ actor: system }, { shiftId }),
});

/** Every minute: sets the clock of the offers that run out in the next one. Twice the same does no harm. */
export const watchOffers = defineJob({
  name: "participation.watch-offers",
  input: z.object({}),
  cron: "* * * * *",
  async run() {
    const now = clock.now().getTime();
    const due = await db.$queryRaw<{ shiftId: string; at: Date }[]>(sql`
      select distinct s.shift_id as "shiftId", s.offered_until as at from sign_up s join shift h on h.id = s.shift_id
      where s.state = 'offered' and s.offered_until <= ${new Date(now + MINUTE_MS)} and h.removed_at is null`);
    for (const { shiftId, at } of due) {
      const startAfterSeconds = Math.max(0, Math.ceil((at.getTime() - now) / 1000));
      await enqueue(db, expireOffers, { shiftId }, { startAfterSeconds });
    }
  },
});

/** After "member.suspended". */
export const afterSuspension = defineJob({
  name: "participation.after-suspension",
  input: z.object({ memberId: z.string(), suspensionId: z.string() }),
  run: ({ memberId }) => endSignUps({ actor: system }, { memberId }),
});

export const placesJobs = [expireOffers, watchOffers, afterSuspension] as const;
export const placesFactJobs: Readonly<Record<string, readonly Job[]>> = { "member.suspended": [afterSuspension] };
