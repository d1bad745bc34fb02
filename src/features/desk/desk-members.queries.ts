import { type Actor, holds, type Role } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { roleName } from "@/features/accounts/index.ts";
import { isSuspended, managedMembers, profileOf } from "@/features/profiles/index.ts";
import { type PersonRow, personColumns, toPerson } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { cursorInput, nameSearched } from "./desk.schema.ts";
import type { MemberLine, Page } from "./desk.views.ts";
import { cut, isNamed } from "./desk-lists.queries.ts";

const PAGE_SIZE = 20;

type Row = PersonRow & {
  scope: string;
  joined_at: Date;
  claim: "sympathiser" | "adherent";
  verified: boolean;
  suspended: boolean;
  mandates: { role: Role; place: string | null }[] | null;
};

/**
 * The members of a section, or of all those of a federation, whom this actor answers for; the latest first, or those of
 * a name, a page at a time.
 */
export async function listMembers(
  actor: Actor,
  place: { sectionId: string } | { federationId: string },
  search: { name?: unknown; after?: unknown } = {},
): Promise<Page<MemberLine>> {
  const now = clock.now();
  const from = cursorInput.parse(search.after ?? null);
  const where: Sql =
    "sectionId" in place ? sql`m.section_id = ${place.sectionId}` : sql`s.federation_id = ${place.federationId}`;
  const next = from ? sql`and (m.joined_at, m.id) < (${from.at}::timestamptz, ${from.id})` : sql``;
  const rows = await db.$queryRaw<Row[]>(sql`
    with found as materialized (
      select m.id from section s join member m on m.section_id = s.id
      where ${where} and ${managedMembers(actor)} and ${isNamed(nameSearched.parse(search.name ?? null))} ${next}
      order by m.joined_at desc, m.id desc limit ${PAGE_SIZE + 1})
    select ${personColumns(actor)}, s.scope, m.joined_at, m.claim::text as claim, m.adherent_since is not null as verified,
      ${isSuspended(now)} as suspended,
      (select json_agg(json_build_object('role', g.role, 'place', coalesce(gs.name, gf.name)) order by g.begins_at) from mandate g
        left join section gs on gs.scope = g.scope left join federation gf on g.scope = 'national/' || gf.id
        where g.member_id = m.id and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})) as mandates
    from found join member m on m.id = found.id join section s on s.id = m.section_id ${profileOf}
    order by m.joined_at desc, m.id desc`);
  const { shown, more } = cut(rows, PAGE_SIZE);
  return {
    rows: shown.map((row) => toLine(row, actor)),
    next: more ? `${more.joined_at.getTime()}-${more.id}` : null,
    first: from === null,
  };
}

function toLine(row: Row, actor: Actor): MemberLine {
  const staff = holds(actor, ["federation_admin", "national_admin"], row.scope);
  return {
    ...toPerson(row),
    standing: row.verified ? "adherent" : row.claim === "adherent" ? "declared" : "sympathiser",
    joinedAt: row.joined_at,
    suspended: row.suspended,
    mandates: (row.mandates ?? []).map(({ role, place }) => (place ? `${roleName(role)} (${place})` : roleName(role))),
    manageHref: staff ? paths.managedMember(row.id) : null,
  };
}
