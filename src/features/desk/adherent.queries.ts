import { type Actor, holds } from "@/core/actor.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { type PersonRow, personColumns, toPerson } from "@/features/sections/index.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { deskDeclared } from "./desk.policy.ts";
import { cursorInput } from "./desk.schema.ts";
import type { DeclaredView, Page } from "./desk.views.ts";
import { cut } from "./desk-lists.queries.ts";

const PAGE_SIZE = 10;

type Row = PersonRow & {
  scope: string;
  joined_at: Date;
  proposed: boolean;
  proposed_at: Date | null;
  proposed_by: string | null;
};

/**
 * The declared adherents that wait, in a section or in all those of a federation: those proposed by their leader first,
 * then the oldest. Each row says what the reader may do of it.
 */
export async function listDeclared(
  actor: Actor,
  place: { sectionId: string } | { federationId: string },
  after?: unknown,
): Promise<Page<DeclaredView>> {
  const from = cursorInput.parse(typeof after === "string" ? after.replace(/^p-/, "") : null);
  const amongProposed = typeof after === "string" && after.startsWith("p-");
  const at = sql`coalesce(a.proposed_at, m.joined_at)`;
  const order = sql`(a.member_id is null), ${at}, m.id`;
  const next = from ? sql`and (${order}) > (${!amongProposed}, ${from.at}::timestamptz, ${from.id})` : sql``;
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${personColumns(actor)}, s.scope, m.joined_at, a.member_id is not null as proposed, a.proposed_at,
      (select pr.name from member pr where pr.id = a.proposed_by_id and pr.erased_at is null) as proposed_by
    from section s join member m on m.section_id = s.id left join adherent_proposal a on a.member_id = m.id ${profileOf}
    where ${deskDeclared(actor)} and ${whereOf(place)} ${next}
    order by ${order} limit ${PAGE_SIZE + 1}`);
  const { shown, more } = cut(rows, PAGE_SIZE);
  const cursor = more && `${more.proposed ? "p-" : ""}${(more.proposed_at ?? more.joined_at).getTime()}-${more.id}`;
  return { rows: shown.map((row) => toDeclared(row, actor)), next: cursor ?? null, first: from === null };
}

const whereOf = (place: { sectionId: string } | { federationId: string }): Sql =>
  "sectionId" in place ? sql`s.id = ${place.sectionId}` : sql`s.federation_id = ${place.federationId}`;

function toDeclared(row: Row, actor: Actor): DeclaredView {
  const decide = holds(actor, ["federation_admin", "national_admin"], row.scope) && row.id !== actor.id;
  return {
    ...toPerson(row),
    joinedAt: row.joined_at,
    proposed: row.proposed_at && { by: row.proposed_by, at: row.proposed_at },
    can: { decide, propose: !row.proposed && !decide && row.id !== actor.id },
  };
}
