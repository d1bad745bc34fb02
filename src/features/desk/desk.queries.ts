import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { canEndMandate, listHolders } from "@/features/mandates/index.ts";
import { getInboxPart } from "@/features/messages/index.ts";
import { isSuspended, managedMembers, managesScope } from "@/features/profiles/index.ts";
import { listVolunteers, namesLeaders, visibleVolunteers } from "@/features/sections/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { listDeclared } from "./adherent.queries.ts";
import { deskDeclared, deskNewcomers, welcomeOf } from "./desk.policy.ts";
import { newcomersSince } from "./desk.rules.ts";
import { deskSearch } from "./desk.schema.ts";
import type { DeskCounts, SectionDeskView } from "./desk.views.ts";
import { listMembers } from "./desk-members.queries.ts";
import { listNewcomers } from "./welcome.queries.ts";

/** Of those whom a federation may name. */
const CANDIDATES = 300;

/** What waits and how many there are, in the sections `s` of this condition; exactly what the lists hold. */
export async function countDesk(actor: Actor, where: Sql): Promise<DeskCounts> {
  const people = sql`from section s join member m on m.section_id = s.id`;
  const [counts] = await db.$queryRaw<DeskCounts[]>(sql`select
    (select count(*)::int ${people} ${welcomeOf}
      where ${where} and m.joined_at > ${newcomersSince(clock.now())} and ${deskNewcomers(actor)}) as newcomers,
    (select count(*)::int ${people} where ${where} and ${deskDeclared(actor)}) as declared,
    (select count(*)::int from section s join volunteer v on v.section_id = s.id join member m on m.id = v.member_id
      where ${where} and v.answered_at is null and m.erased_at is null and ${visibleVolunteers(actor)}) as volunteers,
    (select count(*)::int ${people} where ${where} and ${managedMembers(actor)}) as members`);
  return counts ?? { newcomers: 0, declared: 0, volunteers: 0, members: 0 };
}

/** A section's console, for those who answer for it. Throws `not_found` for anybody else, and while their rights sleep. */
export async function getSectionDesk(
  actor: Actor,
  place: { federation: string; section: string },
  search: unknown = {},
): Promise<SectionDeskView> {
  const scope = `national/${place.federation}/${place.section}`;
  const section = managesScope(actor, scope)
    ? await db.section.findUnique({ where: { scope }, include: { federation: true } })
    : null;
  if (!section) throw new AppError("not_found", "absent");
  const { id, name, federation } = section;
  const asked = deskSearch.parse(search);
  const here = { sectionId: id };
  const [counts, newcomers, declared, volunteers, inbox, holders, members, candidates] = await Promise.all([
    countDesk(actor, sql`s.id = ${id}`),
    listNewcomers(actor, id, asked.nouveaux),
    listDeclared(actor, here, asked.adherents),
    listVolunteers(actor, here),
    getInboxPart(actor, scope),
    listHolders(actor, scope),
    listMembers(actor, here, { name: asked.nom, after: asked.membres }),
    namesLeaders(actor, scope) ? listCandidates(actor, id) : null,
  ]);
  const federationScope = `national/${federation.id}`;
  return {
    section: { id, name, scope, href: paths.section(section) },
    federation: {
      id: federation.id,
      name: federation.name,
      deskHref: managesScope(actor, federationScope) ? paths.console(federationScope) : null,
    },
    ...{ counts, newcomers, declared, volunteers, inbox, members, candidates },
    holders: holders.map((holder) => ({ ...holder, can: { end: endable(actor, holder, scope) } })),
    searched: typeof asked.nom === "string" ? asked.nom : "",
  };
}

/** Whether the reader, who may be no holder here, ends this mandate from above. */
const endable = (actor: Actor, { role }: { role: SectionDeskView["holders"][number]["role"] }, scope: string) =>
  canEndMandate(actor, { role, scope, memberId: "", over: false }).allowed;

/** Whom a federation may name leader of a section: members of it, adherents first. */
async function listCandidates(actor: Actor, sectionId: string): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>(sql`
    select m.id, m.name from member m
    where m.section_id = ${sectionId} and ${managedMembers(actor)} and m.id is distinct from ${actor.id}
      and not ${isSuspended(clock.now())}
    order by m.adherent_since is null, m.folded_name, m.id limit ${CANDIDATES}`);
}
