import type { Actor, Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { idText } from "@/core/text.ts";
import { roleName } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type CardRow, cardColumns, toCardView } from "./card.queries.ts";
import {
  fieldReaches,
  fieldReachesCircle,
  holdsMandate,
  nearness,
  profileOf,
  visibleProfiles,
} from "./profile.policy.ts";
import {
  type CoopainsView,
  type MandateView,
  type ProfileRow,
  type ProfileView,
  toProfileView,
} from "./profile.views.ts";
import type { Field, Visibility } from "./visibility.rules.ts";

/** Of somebody's coopains, those shown on her page. */
const COOPAINS_SHOWN = 12;
const MANDATES_SHOWN = 12;

type Reaches = (field: Field) => Sql;

/** A field leaves the database only where it reaches. `n.near` is how near the reader is, found once. */
const columns = (reaches: Reaches, membersRead: boolean): Sql => sql`
  m.id, m.name, s.name as section, s.slug as section_slug, f.name as federation, f.slug as federation_slug,
  ${membersRead} and m.adherent_since is not null as adherent,
  case when ${reaches("photo")} then p.photo_id end as photo_id,
  case when ${reaches("presentation")} then p.presentation end as presentation,
  case when ${reaches("status")} then p.status end as status,
  case when ${reaches("status")} then p.status_at end as status_at,
  case when ${reaches("skills")} then p.skills end as skills,
  case when ${reaches("interests")} then p.interests end as interests,
  case when ${reaches("links")} then p.links end as links,
  case when ${reaches("offer")} then p.willing end as willing,
  case when ${reaches("offer")} then p.free end as free,
  case when ${reaches("offer")} then p.reach_km end as reach_km,
  case when ${reaches("offer")} then p.pace end as pace,
  ${reaches("mandates")} as sees_mandates,
  ${membersRead} and ${reaches("coopains")} as sees_coopains`;

const from = (near: Sql): Sql => sql`
  from member m ${profileOf} join section s on s.id = m.section_id join federation f on f.id = s.federation_id
  cross join lateral (select ${near} as near) n`;

/**
 * A member's profile as this actor may read it. Throws `not_found` when her card is hidden from the actor, blocked,
 * suspended, erased or unknown: one answer for all.
 */
export async function getProfile(actor: Actor, memberId: string): Promise<ProfileView> {
  if (!idText.safeParse(memberId).success) throw new AppError("not_found", "absent");
  const membersRead = actor.kind === "member";
  const [row] = await readRows<ProfileRow>(sql`
    select ${columns((field) => fieldReaches(field, actor, sql`n.near`), membersRead)} ${from(nearness(actor))}
    where m.id = ${memberId} and ${visibleProfiles(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return viewOf(row, actor);
}

/** What a circle of readers would see of one's own profile; null when they would find no page at all. */
export async function getProfileAs(actor: Actor, circle: Visibility): Promise<ProfileView | null> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const reaches: Reaches = (field) => fieldReachesCircle(field, circle);
  const membersRead = circle !== "everyone";
  const found = membersRead ? sql`(${reaches("card")} or ${holdsMandate(clock.now())})` : reaches("card");
  const [row] = await readRows<ProfileRow>(sql`
    select ${columns(reaches, membersRead)} ${from(sql`${circle}::visibility`)} where m.id = ${actor.id} and ${found}`);
  return row ? { ...(await viewOf(row, actor)), own: false } : null;
}

async function viewOf(row: ProfileRow, actor: Actor): Promise<ProfileView> {
  const [mandates, coopains] = await Promise.all([
    row.sees_mandates ? listMandates(row.id) : [],
    row.sees_coopains ? listCoopainsOf(actor, row.id) : null,
  ]);
  return toProfileView(row, {
    href: paths.member(row),
    own: actor.id === row.id,
    photo: row.photo_id && paths.api.memberPhoto(row.id, row.photo_id),
    mandates,
    coopains,
  });
}

type MandateRow = { id: string; role: Role; place: string; beginsAt: Date; endsAt: Date | null; past: boolean };

/** What she is and was in charge of, what runs now first. */
async function listMandates(memberId: string): Promise<MandateView[]> {
  const now = clock.now();
  const rows = await readRows<MandateRow>(sql`
    select g.id, g.role::text as role, coalesce(s.name, f.name, 'France entière') as place, g.begins_at as "beginsAt",
      g.ends_at as "endsAt", coalesce(g.ends_at <= ${now}, false) as past
    from mandate g left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
    where g.member_id = ${memberId} and g.begins_at <= ${now}
    order by past, g.begins_at desc, g.id limit ${MANDATES_SHOWN}`);
  return rows.map(({ role, ...rest }) => ({ ...rest, role: roleName(role) }));
}

/** Her coopains whose card this actor may see, the latest first: they alone are counted. */
async function listCoopainsOf(actor: Actor, memberId: string): Promise<CoopainsView> {
  const rows = await readRows<CardRow & { count: number }>(sql`
    select ${cardColumns(actor)}, count(*) over ()::int as count
    from coopain c join member m on m.id = c.other_id ${profileOf} join section s on s.id = m.section_id
    where c.member_id = ${memberId} and ${visibleProfiles(actor)}
    order by c.since desc, m.id limit ${COOPAINS_SHOWN}`);
  return { count: rows[0]?.count ?? 0, people: rows.map(toCardView) };
}

/** Whether the activity of a member reaches this actor, or a circle of readers of one's own. */
export async function seesActivity(actor: Actor, memberId: string, circle: Visibility | null = null): Promise<boolean> {
  if (!idText.safeParse(memberId).success) return false;
  const reached = circle ? fieldReachesCircle("activity", circle) : fieldReaches("activity", actor);
  const [row] = await readRows(sql`
    select 1 from member m ${profileOf} where m.id = ${memberId} and ${visibleProfiles(actor)} and ${reached}`);
  return row !== undefined;
}
