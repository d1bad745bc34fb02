import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { listHolders } from "@/features/mandates/index.ts";
import { getInboxPart } from "@/features/messages/index.ts";
import { managesScope, profileOf } from "@/features/profiles/index.ts";
import { isLed, listVolunteers, type PersonRow, personColumns } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { listDeclared } from "./adherent.queries.ts";
import { deskNewcomers, welcomeOf } from "./desk.policy.ts";
import { countDesk } from "./desk.queries.ts";
import { newcomersSince } from "./desk.rules.ts";
import { cursorInput, deskSearch } from "./desk.schema.ts";
import type { FederationDeskView, MandateLine, Page, SectionLine } from "./desk.views.ts";
import { cut } from "./desk-lists.queries.ts";
import { listMembers } from "./desk-members.queries.ts";

const SECTIONS = 30;
const MANDATES = 20;

/** A federation's console, for its admins and the national level. Throws `not_found` for anybody else. */
export async function getFederationDesk(
  actor: Actor,
  federationId: string,
  search: unknown = {},
): Promise<FederationDeskView> {
  const scope = `national/${federationId}`;
  const federation = managesScope(actor, scope)
    ? await db.federation.findUnique({ where: { id: federationId } })
    : null;
  if (!federation) throw new AppError("not_found", "absent");
  const asked = deskSearch.parse(search);
  const here = { federationId };
  const [counts, sections, empty, alone, declared, volunteers, inbox, holders, mandates, members] = await Promise.all([
    countDesk(actor, sql`s.federation_id = ${federationId}`),
    countSections(federationId),
    listSections(actor, federationId, sql`not x.led`, sql`x.members desc`),
    listSections(actor, federationId, sql`x.alone > 0`, sql`x."aloneSince"`),
    listDeclared(actor, here, asked.adherents),
    listVolunteers(actor, here),
    getInboxPart(actor, scope),
    listHolders(actor, scope),
    listSectionMandates(actor, federationId, asked.responsabilites),
    listMembers(actor, here, { name: asked.nom, after: asked.membres }),
  ]);
  return {
    federation: { id: federationId, name: federation.name, scope, href: paths.federation(federation) },
    counts: { ...counts, ...sections },
    ...{ empty, alone, declared, volunteers, inbox, holders, mandates, members },
    searched: typeof asked.nom === "string" ? asked.nom : "",
  };
}

async function countSections(federationId: string): Promise<{ sections: number; empty: number }> {
  const [row] = await db.$queryRaw<{ sections: number; empty: number }[]>(sql`
    select count(*)::int as sections, count(*) filter (where not ${isLed(clock.now())})::int as empty
    from section s where s.federation_id = ${federationId}`);
  return row ?? { sections: 0, empty: 0 };
}

/** Sections of a federation with what waits in them: those of a condition on the columns of a `SectionLine` `x`. */
async function listSections(actor: Actor, federationId: string, where: Sql, order: Sql): Promise<SectionLine[]> {
  const now = clock.now();
  type Row = Omit<SectionLine, "deskHref"> & { scope: string };
  const rows = await db.$queryRaw<Row[]>(sql`
    select x.* from (
      select s.id, s.name, s.scope, ${isLed(now)} as led,
        (select count(*)::int from member m where m.section_id = s.id and m.erased_at is null) as members,
        n.alone, n."aloneSince"
      from section s, lateral (
        select count(*)::int as alone, min(m.joined_at) as "aloneSince" from member m ${welcomeOf}
        where m.section_id = s.id and m.joined_at > ${newcomersSince(now)} and w.written_at is null and ${deskNewcomers(actor)}) n
      where s.federation_id = ${federationId}) x
    where ${where} order by ${order}, x.name, x.id limit ${SECTIONS}`);
  return rows.map(({ scope, ...row }) => ({ ...row, deskHref: paths.console(scope) }));
}

/** Who is in charge of the sections of a federation now, those who end first before others. */
async function listSectionMandates(actor: Actor, federationId: string, after?: unknown): Promise<Page<MandateLine>> {
  const now = clock.now();
  const from = cursorInput.parse(after ?? null);
  const end = sql`coalesce(g.ends_at, '9999-01-01'::timestamptz)`;
  type Row = PersonRow & { mandate_id: string; scope: string; begins_at: Date; ends_at: Date | null; end_at: Date };
  const rows = await db.$queryRaw<Row[]>(sql`
    select g.id as mandate_id, s.scope, g.begins_at, g.ends_at, ${end} as end_at, ${personColumns(actor)}
    from section s join mandate g on g.scope = s.scope and g.role = 'section_leader'
      join member m on m.id = g.member_id and m.erased_at is null ${profileOf}
    where s.federation_id = ${federationId} and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now})
      ${from ? sql`and (${end}, g.id) > (${from.at}::timestamptz, ${from.id})` : sql``}
    order by ${end}, g.id limit ${MANDATES + 1}`);
  const { shown, more } = cut(rows, MANDATES);
  return {
    rows: shown.map(({ mandate_id, scope, begins_at, ends_at, id, name, section, seen }) => ({
      mandateId: mandate_id,
      section,
      deskHref: paths.console(scope),
      name,
      href: seen ? paths.member({ id, name }) : null,
      beginsAt: begins_at,
      endsAt: ends_at,
    })),
    next: more ? `${more.end_at.getTime()}-${more.mandate_id}` : null,
    first: from === null,
  };
}
