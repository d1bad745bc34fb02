import { z } from "zod";
import { system } from "@/core/actor.ts";
import { defineJob } from "@/platform/jobs.ts";
import { extendSeries } from "./commands/begin-series.ts";
import { wipePhones } from "./commands/contacts.ts";
import { tellOfSeries } from "./series-mail.jobs.ts";
import { findSeriesOf, listSeriesToExtend } from "./series-mail.queries.ts";

/** Every night: the occurrences of eight weeks from now exist. */
export const extendAllSeries = defineJob({
  name: "events.extend-series",
  input: z.object({}),
  cron: "40 2 * * *",
  async run() {
    for (const seriesId of await listSeriesToExtend()) await extendSeries({ actor: system }, { seriesId });
  },
});

/** After "event.published": what was a draft and comes back has its next occurrences. */
export const extendPublished = defineJob({
  name: "events.extend-published",
  input: z.object({ eventId: z.string() }),
  async run({ eventId }) {
    const seriesId = await findSeriesOf(eventId);
    if (seriesId) await extendSeries({ actor: system }, { seriesId });
  },
});

/** Every night: telephone numbers of events that ended seven days ago are gone. */
export const wipeContacts = defineJob({
  name: "events.wipe-contacts",
  input: z.object({}),
  cron: "20 3 * * *",
  async run() {
    await wipePhones({ actor: system }, {});
  },
});

export const seriesJobs = [extendAllSeries, extendPublished, wipeContacts, tellOfSeries] as const;
export const seriesFactJobs = { "event.published": [extendPublished] } as const;
