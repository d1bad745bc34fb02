import type { Actor } from "@/core/actor.ts";
import { federationScope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { visibleDebates } from "./debate.policy.ts";
import { debateColumns } from "./debate.queries.ts";
import { type DebateActView, type DebateRow, type DebateView, toDebateView } from "./debate.views.ts";

const LIST_SIZE = 100;
const ACTS_SIZE = 3;

function select(actor: Actor, where: Sql, order: Sql, limit: number): Promise<DebateRow[]> {
  return db.$queryRaw<DebateRow[]>(sql`
    select ${debateColumns} from debate d where ${visibleDebates(actor)} and ${where} order by ${order} limit ${limit}`);
}

/** Every debate that the actor may see: running ones first by what closes soonest, then coming, then closed ones. */
export async function listDebates(actor: Actor): Promise<DebateView[]> {
  const now = clock.now();
  const order = sql`case when d.opens_at > ${now} then 1 when d.closes_at > ${now} then 0 else 2 end,
    case when d.opens_at > ${now} then d.opens_at when d.closes_at > ${now} then d.closes_at end,
    d.closes_at desc, d.id`;
  return (await select(actor, sql`true`, order, LIST_SIZE)).map(toDebateView);
}

const running = (now: Date) => sql`d.opens_at <= ${now} and ${now} < d.closes_at`;

/** The debates that run now, the liveliest first. */
export async function listRunningDebates(actor: Actor, limit: number): Promise<DebateView[]> {
  const order = sql`d.pour_count + d.contre_count desc, d.closes_at, d.id`;
  return (await select(actor, running(clock.now()), order, limit)).map(toDebateView);
}

/** Running debates of the member's own territory where she has said nothing yet, the nearest to her first. */
export async function listDebateActs(actor: Actor): Promise<DebateActView[]> {
  if (actor.kind !== "member") return [];
  const { scope } = actor.section;
  const silent = sql`${running(clock.now())} and ${sqlCovers(sql`d.scope`, sql`${scope}::text`)}
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
