import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { fieldReaches, isSuspended, managedMembers, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import {
  canCancelHandover,
  canConfirmHandover,
  canSignHandover,
  decidesHandover,
  federationActs,
  type HandoverSubject,
  isBroken,
  visibleHandovers,
} from "./handover.policy.ts";
import type { HandoverPanelView, HandoverView } from "./handover.views.ts";
import { inForce } from "./mandate.policy.ts";
import { isOpen, placeWords } from "./mandate.rules.ts";
import { handoverInput } from "./mandate.schema.ts";

/** Whom a leader may be shown to choose from. */
const CANDIDATES = 500;

type Row = HandoverSubject &
  Pick<HandoverView, "id" | "role" | "proposedAt" | "effectiveAt" | "endsAt" | "confirmedBy" | "hasFactor"> & {
    place: string | null;
    cancelledById: string | null;
    holderName: string;
    holderSeen: boolean;
    holderPhoto: string | null;
    successorName: string;
    successorSeen: boolean;
    successorPhoto: string | null;
  };

/** A member of the handover `h` as this reader sees her: the name is in the act, the card follows its own law. */
const party = (actor: Actor, id: Sql) => sql`lateral (
  select m.name, ${visibleProfiles(actor)} as seen,
    case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id
  from member m ${profileOf} where m.id = ${id})`;

async function listRows(actor: Actor, where: Sql): Promise<Row[]> {
  const now = clock.now();
  return db.$queryRaw<Row[]>(sql`
    select h.id, h.role::text as role, h.scope, coalesce(s.name, f.name) as place, h.holder_id as "holderId",
      h.successor_id as "successorId", h.proposed_at as "proposedAt", h.effective_at as "effectiveAt",
      h.ends_at as "endsAt", h.confirmed_at as "confirmedAt", c.name as "confirmedBy",
      h.holder_signed_at as "holderSignedAt", h.successor_signed_at as "successorSignedAt", h.done_at as "doneAt",
      h.cancelled_at as "cancelledAt", h.cancelled_by_id as "cancelledById",
      o.name as "holderName", o.seen as "holderSeen", o.photo_id as "holderPhoto",
      n.name as "successorName", n.seen as "successorSeen", n.photo_id as "successorPhoto",
      ${isBroken(now)} as broken, ${federationActs(now)} as "federationActs",
      exists (select 1 from second_factor t where t.member_id = ${actor.id} and t.confirmed_at is not null) as "hasFactor"
    from handover h join ${party(actor, sql`h.holder_id`)} o on true join ${party(actor, sql`h.successor_id`)} n on true
    left join member c on c.id = h.confirmed_by_id
    left join section s on s.scope = h.scope left join federation f on h.scope = 'national/' || f.id
    where ${where} and ${visibleHandovers(actor)}
    order by h.effective_at, h.id limit 50`);
}

const partyView = (id: string, name: string, seen: boolean, photo: string | null) => ({
  name,
  href: seen ? paths.member({ id, name }) : null,
  photo: photo && paths.api.memberPhoto(id, photo),
});

function cancelledBy(row: Row): HandoverView["cancelledBy"] {
  if (!row.cancelledAt) return null;
  if (row.cancelledById === null) return "situation";
  if (row.cancelledById === row.holderId) return "holder";
  return row.cancelledById === row.successorId ? "successor" : "federation";
}

function toView(row: Row, actor: Actor): HandoverView {
  const { id, role, scope, proposedAt, effectiveAt, endsAt, confirmedBy, broken, hasFactor } = row;
  const { confirmedAt, holderSignedAt, successorSignedAt, doneAt, cancelledAt } = row;
  return {
    ...{ id, role, scope, proposedAt, effectiveAt, endsAt, confirmedBy, hasFactor },
    ...{ confirmedAt, holderSignedAt, successorSignedAt, doneAt, cancelledAt },
    place: placeWords(scope, row.place),
    holder: partyView(row.holderId, row.holderName, row.holderSeen, row.holderPhoto),
    successor: partyView(row.successorId, row.successorName, row.successorSeen, row.successorPhoto),
    cancelledBy: cancelledBy(row),
    broken: broken && isOpen(row),
    dayCome: effectiveAt <= clock.now(),
    you: actor.id === row.holderId ? "holder" : actor.id === row.successorId ? "successor" : "federation",
    asleep: actor.kind === "member" && actor.grantsAsleep === true,
    can: {
      confirm: canConfirmHandover(actor, row).allowed,
      sign: canSignHandover(actor, row).allowed,
      cancel: canCancelHandover(actor, row).allowed,
    },
  };
}

/** One handover, for its two, its federation and the national level; else `not_found`. */
export async function getHandover(actor: Actor, id: string): Promise<HandoverView> {
  const parsed = handoverInput.safeParse({ handoverId: id });
  const [row] = parsed.success ? await listRows(actor, sql`h.id = ${parsed.data.handoverId}`) : [];
  if (!row) throw new AppError("not_found", "absent");
  return toView(row, actor);
}

/** The handovers of a member, the latest first, as far as the actor sees them. */
export async function listHandoversOf(actor: Actor, memberId: string): Promise<HandoverView[]> {
  const rows = await listRows(actor, sql`(h.holder_id = ${memberId} or h.successor_id = ${memberId})`);
  return rows.map((row) => toView(row, actor)).reverse();
}

/** Handovers that wait for this actor to confirm them: those of her federation, or of federations without anybody. */
export async function listHandoversToConfirm(actor: Actor): Promise<HandoverView[]> {
  const rows = await listRows(
    actor,
    sql`h.confirmed_at is null and h.done_at is null and h.cancelled_at is null and not ${isBroken(clock.now())}`,
  );
  return rows.filter((row) => decidesHandover(actor, row)).map((row) => toView(row, actor));
}

/** Handing over in a section, for its console: one's own mandate there, what goes on, whom to name; null when nothing is. */
export async function findHandover(actor: Actor, scope: Scope): Promise<HandoverPanelView | null> {
  if (actor.kind !== "member") return null;
  const now = clock.now();
  const [[place], [mandate], rows] = await Promise.all([
    db.section.findMany({ where: { scope }, select: { name: true } }),
    db.$queryRaw<{ id: string; beginsAt: Date; endsAt: Date | null }[]>(sql`
      select g.id, g.begins_at as "beginsAt", g.ends_at as "endsAt" from mandate g
      where g.member_id = ${actor.id} and g.role = 'section_leader' and g.scope = ${scope} and ${inForce(now)}
      order by g.ends_at desc nulls first limit 1`),
    listRows(actor, sql`h.scope = ${scope} and h.done_at is null and h.cancelled_at is null`),
  ]);
  if (!place || (!mandate && rows.length === 0)) return null;
  const open = rows.map((row) => toView(row, actor));
  const mayName = mandate && !open.some(({ you }) => you === "holder");
  return {
    scope,
    place: placeWords(scope, place.name),
    mandate: mandate ?? null,
    open,
    candidates: mayName ? await listCandidates(actor, scope, now) : [],
    asleep: actor.grantsAsleep === true,
  };
}

async function listCandidates(actor: Actor, scope: Scope, now: Date): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>(sql`
    select m.id, m.name from member m join section s on s.id = m.section_id
    where s.scope = ${scope} and ${managedMembers(actor)} and m.id <> ${actor.id} and m.adherent_since is not null
      and not ${isSuspended(now)} and not exists (select 1 from mandate g where g.member_id = m.id
        and g.role = 'section_leader' and g.scope = ${scope} and ${inForce(now)})
    order by m.folded_name, m.id limit ${CANDIDATES}`);
}
