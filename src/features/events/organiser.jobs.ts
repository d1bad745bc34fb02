import { z } from "zod";
import { listRecipients } from "@/features/mandates/index.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { defineJob, enqueue } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { findCoRequest, findNewsForMember, listOtherOrganisers, listWhoAsked } from "./organiser-mail.queries.ts";
import { coAnswerMail, coRequestMail, newsMails } from "./organiser-mail.rules.ts";

const news = z.enum(Object.keys(newsMails) as [keyof typeof newsMails, ...(keyof typeof newsMails)[]]);

// One job, one person, one mail: a retry after a failure writes to nobody else again.

/** Tells one person what she is asked, or what she now is, about an event; nothing when it no longer holds. */
export const tellOfEvent = defineJob({
  name: "events.tell",
  input: z.object({ news, eventId: z.string(), to: z.string() }),
  async run(told) {
    const found = await findNewsForMember(told);
    if (found) await sendMail({ to: found.email, ...newsMails[told.news](found) });
  },
});

const aboutPlace = { eventId: z.string(), scope: z.string() };

/** Carries a request to one of those in charge of the place that is asked, if it still waits and she still is. */
export const carryCoRequest = defineJob({
  name: "events.carry-co-request",
  input: z.object({ ...aboutPlace, to: z.string() }),
  async run({ eventId, scope, to }) {
    const [request, recipients] = [await findCoRequest(eventId, scope), await listRecipients(scope)];
    const recipient = recipients.find(({ id }) => id === to);
    if (request && request.accepted === null && recipient)
      await sendMail({ to: recipient.email, ...coRequestMail(request) });
  },
});

/** A place was asked to organise an event too: those in charge of it read so. */
export const tellCoRequest = defineJob({
  name: "events.tell-co-request",
  input: z.object(aboutPlace),
  async run({ eventId, scope }) {
    const recipients = await listRecipients(scope);
    await together(recipients, (tx, { id }) => enqueue(tx, carryCoRequest, { eventId, scope, to: id }));
  },
});

/** Carries the answer to one of those who prepare the event. */
export const carryCoAnswer = defineJob({
  name: "events.carry-co-answer",
  input: z.object({ ...aboutPlace, to: z.string() }),
  async run({ eventId, scope, to }) {
    const request = await findCoRequest(eventId, scope);
    const reader = (await listWhoAsked(eventId, scope)).find(({ id }) => id === to);
    if (request && request.accepted !== null && reader) await sendMail({ to: reader.email, ...coAnswerMail(request) });
  },
});

/** The place answered: those who prepare the event read so. */
export const tellCoAnswer = defineJob({
  name: "events.tell-co-answer",
  input: z.object(aboutPlace),
  async run({ eventId, scope }) {
    const readers = await listWhoAsked(eventId, scope);
    await together(readers, (tx, { id }) => enqueue(tx, carryCoAnswer, { eventId, scope, to: id }));
  },
});

/** After "event.hidden": those who prepare it with its author read so. */
export const tellHidden = defineJob({
  name: "events.tell-hidden",
  input: z.object({ eventId: z.string() }),
  async run({ eventId }) {
    const readers = await listOtherOrganisers(eventId);
    await together(readers, (tx, to) => enqueue(tx, tellOfEvent, { news: "hidden", eventId, to }));
  },
});

/** All or none: a retry then tells nobody twice. */
const together = <One>(all: readonly One[], send: (tx: Tx, one: One) => Promise<void>) =>
  db.$transaction(async (tx) => {
    for (const one of all) await send(tx as unknown as Tx, one);
  });

export const organiserJobs = [
  tellOfEvent,
  tellHidden,
  carryCoRequest,
  tellCoRequest,
  carryCoAnswer,
  tellCoAnswer,
] as const;

export const organiserFactJobs = { "event.hidden": [tellHidden] } as const;
