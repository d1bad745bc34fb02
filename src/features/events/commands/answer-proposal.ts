import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { eventPublished, proposalDeclined } from "../event.facts.ts";
import { canAnswerProposal } from "../event.policy.ts";
import { isOver } from "../event.rules.ts";
import { approveEventInput, declineEventInput } from "../event.schema.ts";
import { tellOrganisers } from "./event-news.ts";
import { lockVisibleEvent } from "./lock-event.ts";

/** Those who answer for its place publish what was proposed, as they read it; who proposed it is told. */
export const approveEvent = command({
  name: "event.approve",
  input: approveEventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canAnswerProposal,
  async execute({ tx, actor, input, subject: event, record, enqueue }) {
    const [eventId, now] = [event.id, clock.now()];
    // Who proposed it goes on writing: nothing is published that nobody agreed to.
    if (event.changedAt.getTime() !== input.changedAt) throw new AppError("conflict", "changed_meanwhile");
    if (isOver(event, now)) throw new AppError("conflict", "event_past");
    const data = { stage: "published", publishedAt: now, changedAt: now } as const;
    await tx.event.update({ where: { id: eventId }, data });
    await tx.eventChange.create({ data: { id: newId(), eventId, kind: "published", byId: actor.id, at: now } });
    record(eventPublished({ eventId }));
    await tellOrganisers({ tx, actor, record, enqueue }, eventId, "approved");
    return { id: eventId, slug: event.slug };
  },
});

/** They say no, with a word: it is a draft of its author's again, whom the word reaches. */
export const declineEvent = command({
  name: "event.decline",
  input: declineEventInput,
  subject: ({ tx, actor, input }) => lockVisibleEvent(tx, actor, input.eventId),
  policy: canAnswerProposal,
  async execute({ tx, actor, input: { eventId, reason }, record, enqueue }) {
    const now = clock.now();
    await tx.event.update({ where: { id: eventId }, data: { stage: "draft", changedAt: now } });
    await tx.eventChange.create({ data: { id: newId(), eventId, kind: "declined", reason, byId: actor.id, at: now } });
    record(proposalDeclined({ eventId }));
    await tellOrganisers({ tx, actor, record, enqueue }, eventId, "declined");
  },
});
