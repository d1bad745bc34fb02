import type { Actor } from "@/core/actor.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  isSuspended,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { GroupRole } from "./group.rules.ts";
import type { GroupView } from "./group.views.ts";

/** A visit of the national level: when and why. Who, by her card, where the reader sees it. */
export type VisitView = { id: string; at: number; purpose: string; by: CardView | null };
export type KeeperView = CardView & { role: GroupRole };
export type GroupAboutView = { keepers: KeeperView[]; visits: VisitView[] };

const VISITS_SHOWN = 20;

/** Who keeps a group, and which visits of the national level it had: for those who read it. The group was gated. */
export async function getGroupAbout(actor: Actor, group: GroupView): Promise<GroupAboutView> {
  if (!group.within) return { keepers: [], visits: [] };
  const [keepers, visits] = await Promise.all([
    group.kind === "place" ? leadsOfPlace(actor, group.scope) : keepersOf(actor, group.id),
    listVisits(actor, group),
  ]);
  return { keepers, visits };
}

type KeeperRow = CardRow & { role: GroupRole };
const toKeeper = ({ role, ...row }: KeeperRow): KeeperView => ({ ...toCardView(row), role });

/** Leads first, those for longest first. */
async function keepersOf(actor: Actor, groupId: string): Promise<KeeperView[]> {
  const rows = await readRows<KeeperRow>(sql`
    select ${cardColumns(actor)}, b.role from group_membership b join member_group g on g.id = b.group_id
      join member m on m.id = b.member_id ${profileOf} join section s on s.id = m.section_id
    where b.group_id = ${groupId} and b.role in ('manager', 'lead') and ${visibleProfiles(actor)}
      and (not g.adherents_only or m.adherent_since is not null)
    order by b.role desc, b.joined_at, m.id limit 40`);
  return rows.map(toKeeper);
}

/** Those whose mandate is this very place: who answers for what lies above leads it too, but is not its face. */
async function leadsOfPlace(actor: Actor, scope: string): Promise<KeeperView[]> {
  const now = clock.now();
  const rows = await readRows<KeeperRow>(sql`
    select ${cardColumns(actor)}, 'lead'::group_role as role
    from (select distinct d.member_id from mandate d where d.scope = ${scope} and d.role in ('section_leader', 'federation_admin', 'national_admin')
        and d.begins_at <= ${now} and (d.ends_at is null or d.ends_at > ${now})) d
      join member m on m.id = d.member_id ${profileOf} join section s on s.id = m.section_id
    where ${visibleProfiles(actor)} and not ${isSuspended(now)}
    order by m.folded_name, m.id limit 40`);
  return rows.map(toKeeper);
}

/** Its members read who came, and why; so does whoever answers for it. */
async function listVisits(actor: Actor, { id, role }: GroupView): Promise<VisitView[]> {
  if (role === null) return [];
  type Row = { visit_id: string; visited_at: Date; purpose: string; seen: boolean } & CardRow;
  const rows = await readRows<Row>(sql`
    select v.id as visit_id, v.visited_at, v.purpose, coalesce(${visibleProfiles(actor)}, false) as seen, ${cardColumns(actor)}
    from group_visit v left join member m on m.id = v.visitor_id ${profileOf} left join section s on s.id = m.section_id
    where v.group_id = ${id} order by v.visited_at desc, v.id desc limit ${VISITS_SHOWN}`);
  return rows.map(({ visit_id, visited_at, purpose, seen, ...card }) => ({
    id: visit_id,
    at: visited_at.getTime(),
    purpose,
    by: seen && card.id ? toCardView(card) : null,
  }));
}
