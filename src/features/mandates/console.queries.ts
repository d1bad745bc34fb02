import type { Actor, Member, Role } from "@/core/actor.ts";
import { holds } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { reasons } from "@/core/reasons.ts";
import { NATIONAL } from "@/core/scope.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type {
  ContactViewLine,
  EmptyFederationView,
  MandateLineView,
  NationalConsoleView,
  NominationView,
  SuspensionLineView,
} from "./console.views.ts";
import { listHandoversToConfirm } from "./handover.queries.ts";
import { canDecideNomination, inForce, isNational } from "./mandate.policy.ts";
import { postWords } from "./mandate.rules.ts";
import { type ConsoleInput, type ConsoleTab, consoleInput, tabs } from "./mandate.schema.ts";

const PAGE = 30;
const RECENT = 30;

/** The order in which a console is one's own: the widest first. */
const consoleRoles: readonly Role[] = ["national_admin", "moderator", "federation_admin", "section_leader"];

/** Where the console of this actor is, the widest of hers; null when she manages nothing. */
export function findConsole(actor: Actor): string | null {
  if (actor.kind !== "member") return null;
  const [first] = consoleRoles.flatMap((role) => actor.grants.filter((grant) => grant.role === role));
  if (first) return paths.console(first.scope);
  return actor.grantsAsleep ? paths.secondFactor : null;
}

const isModerator = (actor: Actor) => holds(actor, ["moderator"], NATIONAL);

/** The national console, one part at a time; a moderator's holds what she decided. `not_found` for anybody else. */
export async function getNationalConsole(actor: Actor, search: unknown): Promise<NationalConsoleView> {
  if (actor.kind !== "member" || !(isNational(actor) || isModerator(actor))) throw new AppError("not_found", "absent");
  const asked = consoleInput.parse(search ?? {});
  const shown = isNational(actor) ? tabs : (["suspensions"] as const);
  const tab = shown.find((one) => one === asked.voir) ?? shown[0];
  const [part, waiting] = await Promise.all([partOf(actor, tab, asked), isNational(actor) ? countWaiting(actor) : 0]);
  return { tab, tabs: shown, waiting, byAddress: isNational(actor), part };
}

async function partOf(actor: Member, tab: ConsoleTab, search: ConsoleInput): Promise<NationalConsoleView["part"]> {
  switch (tab) {
    case "attente": {
      const [nominations, handovers, federations] = await Promise.all([
        listNominations(actor),
        listHandoversToConfirm(actor),
        listEmptyFederations(),
      ]);
      return { tab, nominations, handovers, emptySections: sum(federations, "empty") };
    }
    case "responsabilites":
      return { tab, search, ...(await listMandates(search)) };
    case "sections": {
      const all = await listEmptyFederations();
      const federations = all.filter(({ empty, hasAdmin }) => empty > 0 || !hasAdmin);
      return { tab, federations, emptySections: sum(all, "empty"), sections: sum(all, "sections") };
    }
    case "suspensions":
      return { tab, suspensions: await listSuspensions(isNational(actor) ? null : actor.id), own: !isNational(actor) };
    case "consultations":
      return { tab, views: await listContactViews() };
  }
}

const sum = (rows: readonly EmptyFederationView[], column: "empty" | "sections") =>
  rows.reduce((total, row) => total + row[column], 0);

async function countWaiting(actor: Member): Promise<number> {
  const [nominations, handovers] = await Promise.all([listNominations(actor), listHandoversToConfirm(actor)]);
  return nominations.length + handovers.length;
}

async function listNominations(actor: Actor): Promise<NominationView[]> {
  const now = clock.now();
  type Row = Omit<NominationView, "can" | "cannot"> & {
    nominatedById: string | null;
    nominatorHolds: boolean;
    suspended: boolean;
  };
  const rows = await db.$queryRaw<Row[]>(sql`
    select o.id, o.member_id as "memberId", m.name, b.name as by, o.nominated_by_id as "nominatedById",
      o.nominated_at as at, o.ends_at as "endsAt", ${isSuspended(now)} as suspended,
      exists (select 1 from mandate g where g.member_id = o.nominated_by_id and g.role = 'national_admin'
        and ${inForce(now)}) as "nominatorHolds"
    from nomination o join member m on m.id = o.member_id left join member b on b.id = o.nominated_by_id
    where o.decided_at is null and m.erased_at is null order by o.nominated_at, o.id limit 50`);
  return rows.map(({ nominatedById, nominatorHolds, suspended, ...row }) => {
    const subject = { memberId: row.memberId, nominatedById, nominatorHolds, suspended, decided: false };
    const agree = canDecideNomination(actor, subject, "oui");
    return {
      ...row,
      can: { agree: agree.allowed, decline: canDecideNomination(actor, subject, "non").allowed },
      cannot: agree.allowed ? null : reasons[agree.reason],
    };
  });
}

async function listMandates({
  q,
  role,
  apres,
}: ConsoleInput): Promise<{ mandates: MandateLineView[]; next: string | null }> {
  const now = clock.now();
  const word = q.replace(/[\\%_]/g, "\\$&");
  type Row = Omit<MandateLineView, "post"> & { place: string | null; givenAt: Date };
  const rows = await db.$queryRaw<Row[]>(sql`
    select g.id, g.member_id as "memberId", m.name, g.role::text as role, coalesce(s.name, f.name) as place,
      g.begins_at as "beginsAt", g.ends_at as "endsAt", g.given_at as "givenAt", ${isSuspended(now)} as suspended
    from mandate g join member m on m.id = g.member_id
    left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
    where ${inForce(now)} and m.erased_at is null
      and ${role ? sql`g.role = ${role}::mandate_role` : sql`true`}
      and ${word ? sql`(m.folded_name like '%' || folded(${word}::text) || '%' or folded(coalesce(s.name, f.name, 'France')) like '%' || folded(${word}::text) || '%')` : sql`true`}
      and ${apres ? sql`(g.given_at, g.id) < (${apres.at}, ${apres.id})` : sql`true`}
    order by g.given_at desc, g.id desc limit ${PAGE + 1}`);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    mandates: rows
      .slice(0, PAGE)
      .map(({ place, givenAt: _, ...row }) => ({ ...row, post: postWords(row.role, place) })),
    next: last ? `${last.givenAt.getTime()}-${last.id}` : null,
  };
}

/** Each federation with how many of its sections have nobody who can act. */
async function listEmptyFederations(): Promise<EmptyFederationView[]> {
  const now = clock.now();
  return db.$queryRaw<EmptyFederationView[]>(sql`
    with present as (
      select distinct g.scope from mandate g join member m on m.id = g.member_id
      where g.role in ('section_leader', 'federation_admin') and ${inForce(now)}
        and m.erased_at is null and not ${isSuspended(now)})
    select 'national/' || f.id as scope, f.name, count(*)::int as sections,
      count(*) filter (where c.scope is null)::int as empty,
      exists (select 1 from present a where a.scope = 'national/' || f.id) as "hasAdmin"
    from federation f join section s on s.federation_id = f.id left join present c on c.scope = s.scope
    group by f.id, f.name order by f.id`);
}

/** Suspensions, the latest first; a moderator reads her own acts. */
async function listSuspensions(decidedById: string | null): Promise<SuspensionLineView[]> {
  const now = clock.now();
  const rows = await db.suspension.findMany({
    where: { member: { erasedAt: null }, ...(decidedById && { decidedById }) },
    orderBy: [{ beginsAt: "desc" }, { id: "asc" }],
    take: RECENT,
    include: {
      member: { select: { name: true, section: { select: { name: true } } } },
      decidedBy: { select: { name: true } },
    },
  });
  return rows.map(({ id, memberId, member, reason, beginsAt, endsAt, liftedAt, decidedBy }) => ({
    ...{ id, memberId, reason, beginsAt, endsAt, liftedAt },
    name: member.name,
    section: member.section.name,
    by: decidedBy?.name ?? null,
    current: liftedAt === null && (endsAt === null || endsAt > now),
  }));
}

async function listContactViews(): Promise<ContactViewLine[]> {
  const rows = await db.contactView.findMany({
    orderBy: [{ viewedAt: "desc" }, { id: "asc" }],
    take: RECENT,
    include: { member: { select: { name: true } }, viewer: { select: { name: true } } },
  });
  return rows.map(({ id, memberId, member, viewer, purpose, viewedAt }) => ({
    ...{ id, memberId, purpose, at: viewedAt },
    name: member.name,
    viewer: viewer?.name ?? null,
  }));
}
