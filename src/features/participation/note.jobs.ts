import { z } from "zod";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { sendOnce } from "@/platform/mail-once.ts";
import { findAnswerToTell } from "./note.queries.ts";
import { forgetKeptNotes } from "./note-erasure.queries.ts";
import { answeredMail } from "./participation-mail.rules.ts";

/** Tells who asked a question what was answered. */
const tellAnswered = defineJob({
  name: "participation.tell-answered",
  input: z.object({ noteId: z.string() }),
  async run({ noteId }) {
    const found = await findAnswerToTell(noteId);
    if (!found) return;
    const about = { memberId: found.memberId, kind: "event.announced", topic: `event:${found.event.id}` } as const;
    await sendOnce(["answered", noteId], { to: found.to, about, ...answeredMail(found.event, found) });
  },
});

/** Every night: questions of erased accounts that were kept for their judge, once nobody may contest. */
export const forgetNotes = defineJob({
  name: "participation.forget-notes",
  input: z.object({}),
  cron: "49 4 * * *",
  run: forgetKeptNotes,
});

export const noteJobs: readonly Job[] = [tellAnswered, forgetNotes];
export const noteFactJobs: Readonly<Record<string, readonly Job[]>> = { "note.question-answered": [tellAnswered] };
