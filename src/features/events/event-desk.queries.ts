import type { Actor } from "@/core/actor.ts";
import type { Scope } from "@/core/scope.ts";
import type { GroupEntry } from "@/features/groups/index.ts";
import { isHeld } from "@/features/mandates/index.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { STAFF, staffsEvent } from "./event.policy.ts";
import type { EventKind } from "./event.rules.ts";

export type CreationPlaceView = { scope: string; name: string };

/** Where this member may set an event up: her section, the scopes of her mandates and what they cover, from the widest. */
export async function listCreationScopes(actor: Actor): Promise<CreationPlaceView[]> {
  if (actor.kind !== "member") return [];
  const scopes = actor.grants.filter(({ role }) => STAFF.includes(role)).map(({ scope }) => scope);
  return readRows<CreationPlaceView>(sql`
    select p.scope, p.name from (
      select 'national' as scope, 'Toute la France' as name
      union all select 'national/' || f.id, f.name from federation f
      union all select s.scope, s.name from section s
    ) p where p.scope = ${actor.section.scope}
      or exists (select 1 from unnest(${scopes}::text[]) as g(scope) where ${sqlCovers(sql`g.scope`, sql`p.scope`)})
    order by length(p.scope) - length(replace(p.scope, '/', '')), unaccent(p.name), p.scope`);
}

/** A group in whose name a member may set events up. */
export type HostGroupView = { id: string; name: string; entry: GroupEntry };

/** The groups that members formed and that this one keeps, by name; a place's are its place. */
export async function listHostGroups(actor: Actor): Promise<HostGroupView[]> {
  if (actor.kind !== "member") return [];
  return readRows<HostGroupView>(sql`
    select g.id, g.name, g.entry from group_membership b join member_group g on g.id = b.group_id
    where b.member_id = ${actor.id} and b.role >= 'manager' and g.hidden_at is null order by unaccent(g.name), g.id`);
}

/** An event that waits for an answer. `author`: null where the reader may not see her card. */
export type ProposalView = {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  startsAt: number;
  zone: string;
  commune: string | null;
  author: CardView | null;
  proposedAt: number;
};

const PROPOSALS_SHOWN = 20;

/** Nobody leads the section of the event `e`, nor administers its federation: its mail went to the national level. */
const nobodyNearer = (now: Date): Sql => sql`(not ${isHeld(sql`'section_leader'`, sql`e.scope`, now)}
  and not ${isHeld(sql`'federation_admin'`, sql`'national/' || split_part(e.scope, '/', 2)`, now)})`;

/**
 * What is proposed in a territory and all it covers, to those who answer for it; the oldest first. `alone`: only where
 * nobody answers from nearer.
 */
export async function listProposals(
  actor: Actor,
  scope: Scope,
  { alone = false }: { alone?: boolean } = {},
): Promise<ProposalView[]> {
  type Row = Omit<ProposalView, "startsAt" | "proposedAt" | "author"> & {
    starts_at: Date;
    changed_at: Date;
    author: CardRow | null;
  };
  const rows = await readRows<Row>(sql`
    select e.id, e.slug, e.kind, e.title, e.starts_at, e.zone, e.changed_at, c.name as commune,
      (select row_to_json(a) from (select ${cardColumns(actor)} from member m ${profileOf}
        join section s on s.id = m.section_id where m.id = e.created_by_id and ${visibleProfiles(actor)}) a) as author
    from event e left join commune c on c.code = e.commune_code
    where e.stage = 'proposed' and ${sqlCovers(sql`${scope}::text`, sql`e.scope`)} and ${staffsEvent(actor)}
      and ${alone ? nobodyNearer(clock.now()) : sql`true`}
    order by e.created_at, e.id limit ${PROPOSALS_SHOWN}`);
  return rows.map(({ starts_at, changed_at, author, ...rest }) => ({
    ...rest,
    startsAt: starts_at.getTime(),
    proposedAt: changed_at.getTime(),
    author: author && toCardView(author),
  }));
}
