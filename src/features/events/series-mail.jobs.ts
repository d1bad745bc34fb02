import { z } from "zod";
import { defineJob } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { findSeriesNews } from "./series-mail.queries.ts";
import { seriesMail } from "./series-mail.rules.ts";

/** A series changed: one mail to one person, with all of her dates. */
export const tellOfSeries = defineJob({
  name: "events.tell-of-series",
  input: z.object({
    memberId: z.string().nullable(),
    guestIds: z.array(z.string()),
    moved: z.array(z.object({ eventId: z.string(), was: z.string(), fields: z.array(z.string()) })),
    cancelled: z.array(z.string()),
    reason: z.string(),
  }),
  async run(news) {
    const found = await findSeriesNews(news);
    if (!found) return;
    const { memberId, moved, cancelled } = news; // a guest has no account, and nothing to choose
    // Of several dates she is told together: one that she muted takes the others not with it.
    const [eventId, ...others] = [...moved.map((one) => one.eventId), ...cancelled];
    const topic = eventId && others.length === 0 ? { topic: `event:${eventId}` } : {};
    const about = memberId ? ({ memberId, kind: "event.changed", ...topic } as const) : undefined;
    await sendMail({ to: found.email, about, ...seriesMail(found.told) });
  },
});
