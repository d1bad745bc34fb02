import type { Actor } from "@/core/actor.ts";
import { holds } from "@/core/actor.ts";
import type { Scope } from "@/core/scope.ts";
import { listRecipients } from "@/features/mandates/index.ts";
import type { Tx } from "@/platform/db/client.ts";
import { STAFF } from "../event.policy.ts";
import type { EventAudience } from "../event.rules.ts";
import { type EventNews, writeNews } from "../event-mail.jobs.ts";

type Running = {
  tx: Tx;
  actor: Actor;
  enqueue: (job: typeof writeNews, data: { news: EventNews; eventId: string; to: string }) => Promise<void>;
};

/**
 * Those who answer for a place learn what an adherent published there, or what is proposed to them; not what they publish,
 * nor what is a group's own.
 */
export async function tellLeaders(
  { tx, actor, enqueue }: Running,
  event: { id: string; scope: Scope; stage: "published" | "proposed" | "draft"; audience: EventAudience },
): Promise<void> {
  if (
    event.stage === "draft" ||
    event.audience === "group" ||
    actor.kind === "system" ||
    holds(actor, STAFF, event.scope)
  )
    return;
  for (const { id: to } of await listRecipients(event.scope, tx))
    if (to !== actor.id) await enqueue(writeNews, { news: event.stage, eventId: event.id, to });
}

/** Who proposed an event learns what was answered. */
export async function tellOrganisers(
  { tx, actor, enqueue }: Running,
  eventId: string,
  news: "approved" | "declined",
): Promise<void> {
  const organisers = await tx.eventOrganiser.findMany({ where: { eventId }, select: { memberId: true } });
  for (const { memberId: to } of organisers) if (to !== actor.id) await enqueue(writeNews, { news, eventId, to });
}
