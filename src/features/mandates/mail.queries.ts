import type { Role } from "@/core/actor.ts";
import { NATIONAL, type Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { ToldHandover, ToldMandate, ToldNomination, ToldSuspension } from "./mail.rules.ts";
import { inForce } from "./mandate.policy.ts";

// For the jobs alone: what a mail says, read when it leaves.

const placeName = sql`coalesce(s.name, f.name)`;

/** Somebody as a mail reaches her; null once her account is erased. */
export const findReader = (memberId: string) =>
  db.member.findFirst({ where: { id: memberId, erasedAt: null }, select: { id: true, name: true, email: true } });

/** A handover as its mails tell it. */
export async function findToldHandover(handoverId: string): Promise<ToldHandover | null> {
  const [row] = await db.$queryRaw<ToldHandover[]>(sql`
    select h.id, h.scope, ${placeName} as place, h.holder_id as "holderId", o.name as "holderName",
      h.successor_id as "successorId", n.name as "successorName", h.effective_at as "effectiveAt", h.ends_at as "endsAt",
      h.confirmed_at as "confirmedAt", h.confirmed_by_id as "confirmedById", h.holder_signed_at as "holderSignedAt",
      h.successor_signed_at as "successorSignedAt", h.done_at as "doneAt", h.cancelled_at as "cancelledAt",
      h.cancelled_by_id as "cancelledById"
    from handover h join member o on o.id = h.holder_id join member n on n.id = h.successor_id
    left join section s on s.scope = h.scope left join federation f on h.scope = 'national/' || f.id
    where h.id = ${handoverId}`);
  return row ?? null;
}

/** A mandate as its mails tell it. */
export async function findToldMandate(mandateId: string): Promise<ToldMandate | null> {
  const [row] = await db.$queryRaw<ToldMandate[]>(sql`
    select g.id, g.role::text as role, g.scope, ${placeName} as place, g.member_id as "memberId", m.name as "memberName",
      g.begins_at as "beginsAt", g.ends_at as "endsAt", g.end_reason as "endReason", g.ended_by_id as "endedById",
      exists (select 1 from handover h where h.done_at is not null and h.scope = g.scope
        and (h.mandate_id = g.id or (h.successor_id = g.member_id and h.done_at = g.begins_at))) as "handedOver",
      exists (select 1 from second_factor t where t.member_id = m.id and t.confirmed_at is not null) as "hasFactor"
    from mandate g join member m on m.id = g.member_id
    left join section s on s.scope = g.scope left join federation f on g.scope = 'national/' || f.id
    where g.id = ${mandateId}`);
  return row ?? null;
}

/** The name of a place; null for the whole country. */
export async function findPlaceName(scope: Scope): Promise<string | null> {
  if (scope === NATIONAL) return null;
  const [row] = await db.$queryRaw<{ place: string | null }[]>(sql`
    select ${placeName} as place from (select ${scope}::text as scope) w
    left join section s on s.scope = w.scope left join federation f on w.scope = 'national/' || f.id`);
  return row?.place ?? null;
}

/** A nomination as its mails tell it. */
export async function findToldNomination(nominationId: string): Promise<ToldNomination | null> {
  const row = await db.nomination.findUnique({
    where: { id: nominationId },
    include: { member: { select: { name: true } }, nominatedBy: { select: { name: true } } },
  });
  if (!row) return null;
  const { memberId, member, nominatedById, nominatedBy, agreed } = row;
  return { memberId, memberName: member.name, nominatedById, nominatedByName: nominatedBy?.name ?? null, agreed };
}

/** A suspension as its mails tell it; `nationally`: who decided it holds a national mandate, so nobody above is told. */
export async function findToldSuspension(suspensionId: string): Promise<ToldSuspension | null> {
  const now = clock.now();
  const [row] = await db.$queryRaw<ToldSuspension[]>(sql`
    select u.id, u.member_id as "memberId", m.name as "memberName", u.reason, u.ends_at as "endsAt",
      u.begins_at as "beginsAt", u.lifted_at as "liftedAt", d.name as "decidedByName", f.name as federation,
      u.decided_by_id is null or exists (select 1 from mandate g where g.member_id = u.decided_by_id
        and g.scope = ${NATIONAL} and ${inForce(now)}) as nationally
    from suspension u join member m on m.id = u.member_id join section s on s.id = m.section_id
    join federation f on f.id = s.federation_id left join member d on d.id = u.decided_by_id
    where u.id = ${suspensionId} and m.erased_at is null`);
  return row ?? null;
}

/** The sections that a member leads now. */
export async function listLedScopes(memberId: string): Promise<Scope[]> {
  const rows = await db.$queryRaw<{ scope: Scope }[]>(sql`
    select distinct g.scope from mandate g
    where g.member_id = ${memberId} and g.role = 'section_leader' and ${inForce(clock.now())}`);
  return rows.map(({ scope }) => scope);
}

/** The role that is in charge of a scope of this depth. */
export const roleInCharge = (scope: Scope): Role =>
  scope === NATIONAL ? "national_admin" : scope.split("/").length === 2 ? "federation_admin" : "section_leader";
