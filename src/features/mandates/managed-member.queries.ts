import type { Actor, Grant, Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { ofPlace } from "@/core/french-places.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import { NATIONAL } from "@/core/scope.ts";
import { canLiftSuspension, canSuspend, longestSuspension } from "@/features/accounts/index.ts";
import { fieldReaches, isSuspended, managedMembers, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, join, type Sql, sql } from "@/platform/db/client.ts";
import { limits } from "@/platform/limits.ts";
import { listHandoversOf } from "./handover.queries.ts";
import { memberSearches } from "./limit.rules.ts";
import type {
  FoundMemberView,
  GiveOption,
  HeldMandateView,
  ManagedMemberView,
  SuspensionView,
} from "./managed-member.views.ts";
import {
  canEndMandate,
  canGiveMandate,
  canNominate,
  canViewContact,
  inForce,
  isNational,
  isStaff,
  staffRoles,
} from "./mandate.policy.ts";
import { DAY_MS, postWords } from "./mandate.rules.ts";
import { addressIn, consoleInput } from "./mandate.schema.ts";

const FOUND = 20;
/** Of those who bear a name, how many are put in order: a frequent name must cost no more than another. */
const CONSIDERED = 60;

type FoundRow = Omit<FoundMemberView, "photo"> & { photo_id: string | null };

const foundColumns = (actor: Actor, now: Date): Sql => sql`
  m.id, m.name, s.name as section, f.name as federation, ${isSuspended(now)} as suspended,
  case when m.adherent_since is not null then 'adherent' when m.claim = 'adherent' then 'declared' else 'sympathiser' end as standing,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;
const foundJoins = sql`join section s on s.id = m.section_id join federation f on f.id = s.federation_id ${profileOf}`;

const toFound = ({ photo_id: photo, ...row }: FoundRow): FoundMemberView => ({
  ...row,
  photo: photo && paths.api.memberPhoto(row.id, photo),
});

/** Words that are looked for in a name, each somewhere in it, or beginning a word when it is short: as the index finds them. */
const named = (text: string): Sql =>
  join(
    text
      .split(/\s+/)
      .slice(0, 5)
      .map((word) =>
        [...word].length < 3
          ? sql`m.folded_name ~ ('(^| )' || regexp_replace(folded(${word}::text), '[^[:alnum:] ]', '', 'g'))`
          : sql`m.folded_name like '%' || folded(${word.replace(/[\\%_]/g, "\\$&")}::text) || '%'`,
      ),
    " and ",
  );

/**
 * Of everybody, those whose last or first word begins with the one that was typed, from indexes in order that stop when
 * there are enough; before those who bear it elsewhere, whom the index of all names gathers by thousands.
 */
function begun(text: string): Sql {
  if (!/^[\p{L}\p{M}\p{N}’'-]+$/u.test(text)) return sql``;
  const word = sql`regexp_replace(folded(${text}::text), '[^[:alnum:] ]', '', 'g')`;
  const from = (column: Sql) => sql`(select m.id, m.folded_name from member m where m.erased_at is null
    and ${column} >= ${word} and ${column} < ${word} || chr(1114111) order by ${column}, m.id limit ${CONSIDERED})`;
  return sql`${from(sql`split_part(m.folded_name, ' ', -1)`)} union all ${from(sql`m.folded_name`)} union all`;
}

export type MemberSearchView = { text: string; found: FoundMemberView[]; more: boolean; byAddress: boolean };

/**
 * Members whom this actor answers for, by a part of their name; by their exact address for the national level alone.
 * `not_found` for whoever answers for nobody beyond a section.
 */
export async function searchManagedMembers(actor: Actor, search: unknown): Promise<MemberSearchView> {
  if (actor.kind !== "member" || !isStaff(actor)) throw new AppError("not_found", "absent");
  const { membre: text } = consoleInput.parse(search ?? {});
  const byAddress = isNational(actor);
  if (text.length < 2) return { text, found: [], more: false, byAddress };
  await limits().consume(memberSearches, actor.id);
  const address = byAddress ? addressIn(text) : null;
  const rows = await db.$queryRaw<FoundRow[]>(sql`
    with gathered as materialized (select * from (
      ${byAddress && !address ? begun(text) : sql``}
      (select m.id, m.folded_name from member m
        where ${address ? sql`m.email = ${address}` : named(text)} and ${managedMembers(actor, staffRoles)} limit ${CONSIDERED})) k
      limit ${CONSIDERED}),
    page as materialized (select distinct folded_name, id from gathered order by folded_name, id limit ${FOUND + 1})
    select ${foundColumns(actor, clock.now())} from page join member m on m.id = page.id ${foundJoins}
    order by m.folded_name, m.id`);
  return { text, found: rows.slice(0, FOUND).map(toFound), more: rows.length > FOUND, byAddress };
}

type Row = FoundRow & { joinedAt: Date; seen: boolean; scope: string; grants: Grant[] | null; nominated: boolean };

/** A member whom this actor answers for beyond a section, or herself when she holds such a mandate; else `not_found`. */
export async function getManagedMember(actor: Actor, id: string): Promise<ManagedMemberView> {
  const now = clock.now();
  if (actor.kind !== "member" || !isStaff(actor) || !isId(id)) throw new AppError("not_found", "absent");
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${foundColumns(actor, now)}, m.joined_at as "joinedAt", s.scope, ${visibleProfiles(actor)} as seen,
      (select json_agg(json_build_object('role', g.role, 'scope', g.scope)) from mandate g
        where g.member_id = m.id and ${inForce(now)}) as grants,
      exists (select 1 from nomination o where o.member_id = m.id and o.decided_at is null) as nominated
    from member m ${foundJoins}
    where m.id = ${id} and m.erased_at is null and (m.id = ${actor.id} or ${managedMembers(actor, staffRoles)})`);
  if (!row) throw new AppError("not_found", "absent");
  const { grants: held, seen, joinedAt, nominated, scope, ...found } = row;
  const subject = { id, scope, grants: held ?? [], suspended: found.suspended };
  const holdsNational = subject.grants.some(({ role }) => role === "national_admin");
  const [mandates, suspensions, handovers, give] = await Promise.all([
    listMandatesOf(actor, id, now),
    listSuspensionsOf(actor, subject, now),
    listHandoversOf(actor, id),
    listGiveOptions(actor, subject),
  ]);
  const longest = longestSuspension(actor, subject);
  const maySuspend = canSuspend(actor, subject, { begins: now, endsAt: new Date(now.getTime() + DAY_MS) }).allowed;
  return {
    ...toFound(found),
    href: seen ? paths.member(found) : null,
    joinedAt,
    isMe: actor.id === id,
    mandates,
    suspensions,
    handovers,
    nominated: isNational(actor) && nominated,
    give,
    can: {
      suspend: maySuspend && { days: Number.isFinite(longest) ? Math.floor(longest / DAY_MS) : null },
      nominate: canNominate(actor, { ...subject, holds: holdsNational, nominated }).allowed,
      viewContact: actor.id !== id && canViewContact(actor).allowed,
    },
  };
}

type MandateRow = Omit<HeldMandateView, "can" | "state" | "post"> & { scope: string; place: string | null };

async function listMandatesOf(actor: Actor, memberId: string, now: Date): Promise<HeldMandateView[]> {
  const rows = await db.$queryRaw<MandateRow[]>(sql`
    select g.id, g.role::text as role, g.scope, coalesce(s.name, f.name) as place, g.begins_at as "beginsAt",
      g.ends_at as "endsAt", g.end_reason as "endReason", b.name as "givenBy"
    from mandate g left join member b on b.id = g.given_by_id
    left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
    where g.member_id = ${memberId} order by g.ends_at desc nulls first, g.begins_at desc, g.id limit 50`);
  return rows.map(({ scope, place, ...mandate }) => {
    const over = mandate.endsAt !== null && mandate.endsAt <= now;
    return {
      ...mandate,
      post: postWords(mandate.role, place),
      state: over ? "past" : mandate.beginsAt > now ? "future" : "current",
      can: { end: canEndMandate(actor, { role: mandate.role, scope, memberId, over }).allowed },
    };
  });
}

async function listSuspensionsOf(
  actor: Actor,
  member: { id: string; scope: string; grants: readonly Grant[] },
  now: Date,
): Promise<SuspensionView[]> {
  const rows = await db.suspension.findMany({
    where: { memberId: member.id },
    orderBy: [{ beginsAt: "desc" }, { id: "asc" }],
    take: 20,
    include: { decidedBy: { select: { name: true } } },
  });
  return rows.map(({ id, reason, beginsAt, endsAt, liftedAt, decidedBy }) => {
    const current = liftedAt === null && (endsAt === null || endsAt > now);
    const lift = current && canLiftSuspension(actor, { member, begins: beginsAt, endsAt }).allowed;
    return { id, reason, beginsAt, endsAt, liftedAt, by: decidedBy?.name ?? null, current, can: { lift } };
  });
}

/** What this actor may give to this member, by the same policy as the command. */
async function listGiveOptions(
  actor: Actor,
  subject: { id: string; suspended: boolean; scope: string },
): Promise<GiveOption[]> {
  const federations = actor.grants.filter(({ role }) => role === "federation_admin").map(({ scope }) => scope);
  const sections = await db.$queryRaw<{ scope: string; name: string; federation: string }[]>(sql`
    select s.scope, s.name, f.name as federation from section s join federation f on f.id = s.federation_id
    where 'national/' || f.id = any(${federations}::text[]) order by s.scope <> ${subject.scope}, f.id, s.name`);
  const national = isNational(actor)
    ? await db.federation.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } })
    : [];
  const options: GiveOption[] = [
    ...sections.map(({ scope, name, federation }) => ({
      ...option("section_leader", scope, `Section ${name}`),
      group: `Responsable de section, fédération ${ofPlace(federation)}`,
    })),
    ...national.map(({ id, name }) => ({
      ...option("federation_admin", `national/${id}`, `Fédération ${ofPlace(name)}`),
      group: "Responsable de fédération",
    })),
    { ...option("moderator", NATIONAL, "Modération, toute la France"), group: "National" },
  ];
  return options.filter((asked) => canGiveMandate(actor, subject, asked).allowed);
}

const option = (role: Role, scope: string, label: string) => ({ role, scope, label });
