import { z } from "zod";
import { listRecipients } from "@/features/mandates/index.ts";
import { db, type Tx } from "@/platform/db/client.ts";
import { publishFollowed, writeFollowed } from "@/platform/followed-facts.ts";
import { defineJob, enqueue } from "@/platform/jobs.ts";
import { sendMail } from "@/platform/mail.ts";
import { eventNewsTold } from "./organiser.facts.ts";
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
    const kind = told.news === "invited" ? "event.invited" : "event.organising";
    const about = { memberId: told.to, kind, topic: `event:${told.eventId}` } as const;
    if (found) await sendMail({ to: found.email, about, ...newsMails[told.news](found) });
  },
});

const aboutOrganising = (memberId: string, eventId: string) => ({
  ...{ memberId, kind: "event.organising" as const, topic: `event:${eventId}` },
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
      await sendMail({ to: recipient.email, about: aboutOrganising(to, eventId), ...coRequestMail(request) });
  },
});

/** A place was asked to organise an event too: those in charge of it read so. */
export const tellCoRequest = defineJob({
  name: "events.tell-co-request",
  input: z.object(aboutPlace),
  async run({ eventId, scope }) {
    const recipients = await listRecipients(scope);
    const told = recipients.map(({ id: to }) => ({ eventId, scope, to }));
    await together("co-asked", told, (tx, one) => enqueue(tx, carryCoRequest, one));
  },
});

/** Carries the answer to one of those who prepare the event. */
export const carryCoAnswer = defineJob({
  name: "events.carry-co-answer",
  input: z.object({ ...aboutPlace, to: z.string() }),
  async run({ eventId, scope, to }) {
    const request = await findCoRequest(eventId, scope);
    const reader = (await listWhoAsked(eventId, scope)).find(({ id }) => id === to);
    if (request && request.accepted !== null && reader)
      await sendMail({ to: reader.email, about: aboutOrganising(to, eventId), ...coAnswerMail(request) });
  },
});

/** The place answered: those who prepare the event read so. */
export const tellCoAnswer = defineJob({
  name: "events.tell-co-answer",
  input: z.object(aboutPlace),
  async run({ eventId, scope }) {
    const [readers, request] = [await listWhoAsked(eventId, scope), await findCoRequest(eventId, scope)];
    const told = readers.map(({ id: to }) => ({ eventId, scope, to }));
    const news = request?.accepted ? "co-accepted" : "co-declined";
    await together(news, told, (tx, one) => enqueue(tx, carryCoAnswer, one));
  },
});

/** After "event.hidden": those who prepare it with its author read so. */
export const tellHidden = defineJob({
  name: "events.tell-hidden",
  input: z.object({ eventId: z.string() }),
  async run({ eventId }) {
    const readers = await listOtherOrganisers(eventId);
    const told = readers.map((to) => ({ eventId, to }));
    await together("hidden", told, (tx, one) => enqueue(tx, tellOfEvent, { ...one, news: "hidden" }));
  },
});

/** All or none, the lines of the centre with the mails: a retry then tells nobody twice. */
async function together<One extends { eventId: string; to: string }>(
  news: string,
  all: readonly One[],
  send: (tx: Tx, one: One) => Promise<void>,
): Promise<void> {
  const followed = await db.$transaction(async (transaction) => {
    const tx = transaction as unknown as Tx;
    for (const one of all) await send(tx, one);
    const facts = all.map(({ eventId, to }) => eventNewsTold({ eventId, memberId: to, news }));
    return writeFollowed(tx, null, facts);
  });
  publishFollowed(followed);
}

export const organiserJobs = [
  tellOfEvent,
  tellHidden,
  carryCoRequest,
  tellCoRequest,
  carryCoAnswer,
  tellCoAnswer,
] as const;

export const organiserFactJobs = { "event.hidden": [tellHidden] } as const;
