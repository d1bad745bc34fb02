import type { Actor } from "@/core/actor.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { visibleEvents } from "./event.policy.ts";
import type { EventKind } from "./event.rules.ts";

const SHOWN = 3;

/** An event to come that is about a debate. */
export type DebateEventView = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  startsAt: Date;
  zone: string;
  /** Null: on line. */
  commune: string | null;
};

/** Where one meets to talk about a debate that the actor reads: the next events about it that she sees. */
export function listEventsOfDebate(actor: Actor, debateId: string): Promise<DebateEventView[]> {
  return readRows<DebateEventView>(sql`
    select e.id, e.slug, e.kind, e.title, e.starts_at as "startsAt", e.zone, c.name as commune
    from event e left join commune c on c.code = e.commune_code
    where e.debate_id = ${debateId} and e.stage = 'published' and e.ends_at > ${clock.now()} and ${visibleEvents(actor)}
    order by e.starts_at, e.id limit ${SHOWN}`);
}
