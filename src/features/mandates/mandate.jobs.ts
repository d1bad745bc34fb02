import { z } from "zod";
import { system } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { defineJob, enqueue } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { completeHandover } from "./commands/complete-handover.ts";
import { noteExpired } from "./commands/note-expired.ts";
import { tellEndings } from "./commands/tell-endings.ts";
import { lostMail } from "./handover-mail.rules.ts";
import { tellNews, writeNews } from "./mail.jobs.ts";
import { findPlaceName, findReader, listLedScopes } from "./mail.queries.ts";
import { listHandoversToSettle } from "./mandate.queries.ts";

/** Every minute: moves the mandates whose day has come, cancels handovers that can no longer be, notes expired mandates. */
export const keepMandates = defineJob({
  name: "mandates.keep",
  input: z.object({}),
  cron: "* * * * *",
  async run() {
    const caller = { actor: system };
    for (const handoverId of await listHandoversToSettle(clock.now())) await completeHandover(caller, { handoverId });
    await noteExpired(caller, {});
  },
});

/** Every morning: a section that will soon have nobody is told to those concerned. */
export const watchEndings = defineJob({
  name: "mandates.watch-endings",
  input: z.object({}),
  cron: "10 8 * * *",
  run: () => tellEndings({ actor: system }, {}),
});

const aboutMandate = z.object({ memberId: z.string(), mandateId: z.string(), scope: z.string() });

/** After "mandate.given": its holder reads what it is, and that a second factor opens it. */
export const afterMandateGiven = defineJob({
  name: "mandates.after-given",
  input: aboutMandate,
  run: ({ mandateId }) => enqueue(db, tellNews, { news: "mandate.given", about: mandateId }),
});

/** After "mandate.ended", whatever ended it: its holder is told, and those above when nobody is left in charge. */
export const afterMandateEnded = defineJob({
  name: "mandates.after-ended",
  input: aboutMandate,
  async run({ mandateId, scope }) {
    await enqueue(db, tellNews, { news: "mandate.ended", about: mandateId });
    await enqueue(db, tellNews, { news: "place.vacant", about: scope });
  },
});

/** After "handover.cancelled", by somebody or with the mandate itself. */
export const afterHandoverCancelled = defineJob({
  name: "mandates.after-cancelled",
  input: z.object({ handoverId: z.string() }),
  run: ({ handoverId }) => enqueue(db, tellNews, { news: "handover.cancelled", about: handoverId }),
});

/** After "handover.lost": the successor reads that it will not happen. Nothing is left of the handover to be read again. */
export const afterHandoverLost = defineJob({
  name: "mandates.after-lost",
  input: z.object({ successorId: z.string(), scope: z.string() }),
  async run({ successorId, scope }) {
    const reader = await findReader(successorId);
    const about = { memberId: successorId, kind: "mandate.changed" } as const;
    if (reader) await sendMail({ to: reader.email, about, ...lostMail(scope, await findPlaceName(scope)) });
  },
});

/** After "member.suspended": the statement of reasons, and word to those above; her sections may be without anyone. */
export const afterSuspension = defineJob({
  name: "mandates.after-suspension",
  input: z.object({ memberId: z.string(), suspensionId: z.string() }),
  async run({ memberId, suspensionId }) {
    await enqueue(db, tellNews, { news: "suspension.decided", about: suspensionId });
    for (const scope of await listLedScopes(memberId))
      await enqueue(db, tellNews, { news: "place.vacant", about: scope });
  },
});

export const mandateJobs = [
  writeNews,
  tellNews,
  keepMandates,
  watchEndings,
  afterMandateGiven,
  afterMandateEnded,
  afterSuspension,
  afterHandoverCancelled,
  afterHandoverLost,
] as const;

/** Jobs that follow facts, of accounts and its own: erasure and suspension record some of them. */
export const mandateFactJobs = {
  "mandate.given": [afterMandateGiven],
  "mandate.ended": [afterMandateEnded],
  "member.suspended": [afterSuspension],
  "handover.cancelled": [afterHandoverCancelled],
  "handover.lost": [afterHandoverLost],
} as const;
