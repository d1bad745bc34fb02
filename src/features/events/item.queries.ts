import type { Actor } from "@/core/actor.ts";
import { noBlock, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canRunEvent, type EventStanding, organisesEvent, staffsEvent, visibleEvents } from "./event.policy.ts";
import { canClaim, canPrepareEvent, stillBrings } from "./people.policy.ts";

/** Something to bring, with who brings it as far as the reader may know. */
export type ItemView = {
  id: string;
  label: string;
  quantity: number;
  /** How many are brought, in all and by the reader. */
  claimed: number;
  mine: number;
  /** Names that this reader may read, and how many bring it in all. */
  names: string[];
  bringers: number;
};
export type ItemsView = {
  eventId: string;
  items: ItemView[];
  inSeries: boolean;
  can: { claim: boolean; edit: boolean };
};

type Row = EventStanding & { series_id: string | null; comes: boolean; items: ItemView[] | null };

/** Whose names are read: those who run the event read all; others, themselves and their coopains. */
function named(actor: Actor, runs: Sql): Sql {
  if (actor.kind !== "member") return runs;
  return sql`(${runs} or m.id = ${actor.id} or (${visibleProfiles(actor)} and ${noBlock(actor)}
    and exists (select 1 from coopain t where t.member_id = ${actor.id} and t.other_id = m.id)))`;
}

/** What to bring to an event that the actor sees; null when she does not. */
export async function listItems(actor: Actor, eventId: string): Promise<ItemsView | null> {
  const runs = sql`(${organisesEvent(actor)} or ${staffsEvent(actor)})`;
  const [row] = await readRows<Row>(sql`
    select e.scope, e.stage, e.audience, e.group_id as "groupId", e.starts_at as "startsAt", e.ends_at as "endsAt", e.series_id,
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs,
      exists (select 1 from shift h join sign_up s on s.shift_id = h.id
        where h.event_id = e.id and s.member_id = ${actor.id} and s.state <> 'left') as comes,
      (select json_agg(json_build_object('id', i.id, 'label', i.label, 'quantity', i.quantity,
          'claimed', least(i.quantity, b.claimed), 'mine', b.mine, 'names', b.names, 'bringers', b.bringers) order by i.position, i.id)
        from event_item i cross join lateral (
          select coalesce(sum(c.quantity), 0)::int as claimed, count(*)::int as bringers,
            coalesce(sum(c.quantity) filter (where c.member_id = ${actor.id}), 0)::int as mine,
            coalesce(json_agg(m.name order by c.claimed_at, m.id) filter (where ${named(actor, runs)}), '[]') as names
          from event_item_claim c join member m on m.id = c.member_id ${profileOf}
          where c.item_id = i.id and m.erased_at is null and ${stillBrings(sql`c`, sql`e.id`)}) b
        where i.event_id = e.id) as items
    from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!row) return null;
  return {
    eventId,
    items: row.items ?? [],
    inSeries: row.series_id !== null,
    can: {
      claim: canClaim(actor, row).allowed,
      edit: canRunEvent(actor, row).allowed && canPrepareEvent(actor, row).allowed,
    },
  };
}
