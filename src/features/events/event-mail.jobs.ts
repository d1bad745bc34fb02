import { z } from "zod";
import { defineJob } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { findNewsToTell } from "./event-mail.queries.ts";
import { type EventNews, eventNews, newsMail } from "./event-mail.rules.ts";

export type { EventNews };

/** Tells one person what became of an event. One job, one mail: a retry after a failure writes to nobody else again. */
export const writeNews = defineJob({
  name: "events.write-news",
  input: z.object({ news: z.enum(eventNews), eventId: z.string(), to: z.string() }),
  async run({ news, eventId, to }) {
    const sent = await findNewsToTell(news, eventId, to);
    const about = { memberId: to, kind: "event.organising", topic: `event:${eventId}` } as const;
    if (sent) await sendMail({ to: sent.email, about, ...newsMail(news, sent.told) });
  },
});

export const eventMailJobs = [writeNews] as const;
