import type { Actor } from "@/core/actor.ts";
import { federationScope, NATIONAL, type Scope } from "@/core/scope.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { visibleDebates } from "./debate.policy.ts";
import { debateColumns } from "./debate.queries.ts";
import type { DebateStatus } from "./debate.rules.ts";
import { type DebateListInput, listInput } from "./debate.schema.ts";
import { type DebateActView, type DebateRow, type DebateView, toDebateView } from "./debate.views.ts";

/** A page of one status; the overview shows the beginning of each. */
const PAGE_SIZE = 20;
const OVERVIEW: Record<DebateStatus, number> = { running: 12, coming: 6, closed: 6 };
const ACTS_SIZE = 3;

const statuses = { "en-cours": "running", "a-venir": "coming", clos: "closed" } as const;

const isOf: Record<DebateStatus, Sql> = {
  running: sql`d.phase in ('ideas', 'debate', 'vote')`,
  coming: sql`d.phase = 'upcoming'`,
  closed: sql`d.phase in ('synthesis', 'closed')`,
};
/** What is nearest in time comes first. `later` compares with the debate `a` after which a page begins. */
const orders: Record<DebateStatus, { by: Sql; later: Sql }> = {
  running: { by: sql`d.closes_at, d.id`, later: sql`(d.closes_at, d.id) > (a.closes_at, a.id)` },
  coming: { by: sql`d.opens_at, d.id`, later: sql`(d.opens_at, d.id) > (a.opens_at, a.id)` },
  closed: { by: sql`d.closes_at desc, d.id desc`, later: sql`(d.closes_at, d.id) < (a.closes_at, a.id)` },
};

function select(actor: Actor, where: Sql, order: Sql, limit: number): Promise<DebateRow[]> {
  return readRows<DebateRow>(sql`
    select ${debateColumns} from debate d where ${visibleDebates(actor)} and ${where} order by ${order} limit ${limit}`);
}

/** Debates that this member hosts, follows, opened, or took part in. */
const isHers = (id: string): Sql => sql`(d.opened_by_id = ${id}
  or exists (select 1 from debate_host h where h.debate_id = d.id and h.member_id = ${id})
  or exists (select 1 from debate_follow w where w.debate_id = d.id and w.member_id = ${id})
  or d.id in (select c.debate_id from contribution c where c.author_id = ${id})
  or d.id in (select c.debate_id from vote v join contribution c on c.id = v.contribution_id where v.member_id = ${id}))`;

/** Which debates a choice of the list keeps. Those that suppose a member keep nothing for a visitor. */
function chosen(actor: Actor, voir: DebateListInput["voir"]): Sql {
  if (voir === "tous") return sql`true`;
  if (voir === "national") return sql`d.scope = ${NATIONAL}`;
  if (actor.kind !== "member") return sql`false`;
  if (voir === "miens") return isHers(actor.id);
  const { scope } = actor.section;
  return sql`d.scope = ${voir === "section" ? scope : (federationScope(scope) ?? scope)}`;
}

export type DebateGroupView = { status: DebateStatus; debates: DebateView[]; more: boolean };
export type DebateListView = {
  voir: DebateListInput["voir"];
  /** The one status that is shown, a page at a time; null for the overview. */
  statut: DebateListInput["statut"] | null;
  first: boolean;
  groups: DebateGroupView[];
};

/** The debates that the actor may see and chose to see: the beginning of each status, or a page of one. */
export async function listDebates(actor: Actor, input: unknown = {}): Promise<DebateListView> {
  const { voir, statut, apres } = listInput.parse(input);
  const wanted: readonly DebateStatus[] = statut ? [statuses[statut]] : ["running", "coming", "closed"];
  const groups = await Promise.all(
    wanted.map(async (status): Promise<DebateGroupView> => {
      const size = statut ? PAGE_SIZE : OVERVIEW[status];
      const { by, later } = orders[status];
      const after =
        // Of one that she sees: what is hidden from her is as absent here as anywhere.
        statut && apres
          ? sql`and exists (select 1 from (
              select d.* from debate d where d.id = ${apres} and ${visibleDebates(actor)}) a where ${later})`
          : sql``;
      const rows = await select(actor, sql`${isOf[status]} and ${chosen(actor, voir)} ${after}`, by, size + 1);
      return { status, debates: rows.slice(0, size).map(toDebateView), more: rows.length > size };
    }),
  );
  return { voir, statut: statut ?? null, first: !apres, groups };
}

/** The debates that run now, the liveliest first. */
export async function listRunningDebates(actor: Actor, limit: number): Promise<DebateView[]> {
  const order = sql`d.pour_count + d.contre_count + d.neutre_count desc, d.closes_at, d.id`;
  return (await select(actor, isOf.running, order, limit)).map(toDebateView);
}

/** The debates of exactly this territory: those that run, then those to come, then the latest closed. */
export async function listDebatesOfScope(actor: Actor, scope: Scope, limit: number): Promise<DebateView[]> {
  const order = sql`case when ${isOf.running} then 0 when ${isOf.coming} then 1 else 2 end,
    case when ${isOf.closed} then null else d.closes_at end, d.closes_at desc, d.id`;
  return (await select(actor, sql`d.scope = ${scope}`, order, limit)).map(toDebateView);
}

/** The debates of these ids, in this order, of those that the actor may see. */
export async function listDebatesById(actor: Actor, ids: readonly string[]): Promise<DebateView[]> {
  if (ids.length === 0) return [];
  const rows = await readRows<DebateRow>(
    sql`
    select ${debateColumns} from (
      select asked.place, y.* from unnest(${[...ids]}::text[]) with ordinality as asked(id, place)
        cross join lateral (select * from debate y where y.id = asked.id limit 1) y offset 0) d
    where ${visibleDebates(actor)} order by d.place`,
    { planned: true },
  );
  return rows.map(toDebateView);
}

/** How many debates run in each federation and its sections, by the federation's id, of those that the actor may see. */
export async function countRunningDebates(actor: Actor): Promise<Map<string, number>> {
  const rows = await readRows<{ federation: string; running: number }>(sql`
    select split_part(d.scope, '/', 2) as federation, count(*)::int as running from debate d
    where ${visibleDebates(actor)} and ${isOf.running} and d.scope <> ${NATIONAL} group by 1`);
  return new Map(rows.map(({ federation, running }) => [federation, running]));
}

/** Running debates of the member's own territory where she has said nothing yet, the nearest to her first. */
export async function listDebateActs(actor: Actor): Promise<DebateActView[]> {
  if (actor.kind !== "member") return [];
  const { scope } = actor.section;
  const silent = sql`${isOf.running} and ${sqlCovers(sql`d.scope`, sql`${scope}::text`)}
    and not exists (select 1 from contribution c where c.debate_id = d.id and c.author_id = ${actor.id})
    and not exists (select 1 from vote v join contribution c on c.id = v.contribution_id
      where c.debate_id = d.id and v.member_id = ${actor.id})`;
  const rows = await select(actor, silent, sql`length(d.scope) desc, d.closes_at, d.id`, ACTS_SIZE);
  return rows.map((row) => ({ ...toDebateView(row), reason: nearness(row.scope, scope) }));
}

function nearness(debateScope: string, memberScope: string): string {
  if (debateScope === memberScope) return "dans ta section";
  return debateScope === federationScope(memberScope) ? "dans ta fédération" : "débat national";
}

/** Debates whose next phase begins before a moment: what the clock has to do. */
export async function listDueDebates(before: Date): Promise<{ id: string; dueAt: Date }[]> {
  const rows = await readRows<{ id: string; due_at: Date }>(sql`
    select d.id, n.due_at from debate d, lateral (values (case d.phase
      when 'upcoming' then d.opens_at
      when 'ideas' then least(d.debate_at, d.vote_at, d.closes_at)
      when 'debate' then least(d.vote_at, d.closes_at)
      else d.closes_at end)) n(due_at)
    where d.phase in ('upcoming', 'ideas', 'debate', 'vote') and n.due_at <= ${before} order by n.due_at limit 1000`);
  return rows.map(({ id, due_at: dueAt }) => ({ id, dueAt }));
}
