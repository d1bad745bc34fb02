import type { Actor } from "@/core/actor.ts";
import { holds } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import type { Scope } from "@/core/scope.ts";
import { listRecipients } from "@/features/mandates/index.ts";
import type { Tx } from "@/platform/db/client.ts";
import { STAFF } from "../event.policy.ts";
import type { EventAudience } from "../event.rules.ts";
import { type EventNews, writeNews } from "../event-mail.jobs.ts";
import { eventNewsTold } from "../organiser.facts.ts";

type Running = {
  tx: Tx;
  actor: Actor;
  record: (...facts: Fact[]) => void;
  enqueue: (job: typeof writeNews, data: { news: EventNews; eventId: string; to: string }) => Promise<void>;
};

/**
 * Those who answer for a place learn what an adherent published there, or what is proposed to them; not what they publish,
 * nor what is a group's own.
 */
export async function tellLeaders(
  running: Running,
  event: { id: string; scope: Scope; stage: "published" | "proposed" | "draft"; audience: EventAudience },
): Promise<void> {
  const { tx, actor } = running;
  if (
    event.stage === "draft" ||
    event.audience === "group" ||
    actor.kind === "system" ||
    holds(actor, STAFF, event.scope)
  )
    return;
  for (const { id: to } of await listRecipients(event.scope, tx))
    await tell(running, { news: event.stage, eventId: event.id, to });
}

/** Who proposed an event learns what was answered. */
export async function tellOrganisers(running: Running, eventId: string, news: "approved" | "declined"): Promise<void> {
  const organisers = await running.tx.eventOrganiser.findMany({ where: { eventId }, select: { memberId: true } });
  for (const { memberId: to } of organisers) await tell(running, { news, eventId, to });
}

async function tell(
  { actor, record, enqueue }: Running,
  { news, eventId, to }: { news: EventNews; eventId: string; to: string },
): Promise<void> {
  if (to === actor.id) return;
  record(eventNewsTold({ eventId, memberId: to, news }));
  await enqueue(writeNews, { news, eventId, to });
}
