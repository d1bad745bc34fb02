import { visitor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { isSuspended, noBlock } from "@/features/profiles/index.ts";
import { activeSignUps } from "@/features/shifts/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { manageToken, wipedAddress } from "./guest.rules.ts";
import { linkToken } from "./link.rules.ts";
import type { Practical, ToldSignUp } from "./participation-mail.rules.ts";
import type { ToldEvent } from "./told-event.rules.ts";

// For the jobs and the pages of links: who is told of what, read when the mail leaves.

/** Columns of `ToldEvent` over the alias `e`. */
export const toldEvent = sql`e.id, e.slug, e.kind, e.title, e.stage, e.starts_at as "startsAt", e.ends_at as "endsAt",
  e.zone, e.address, e.meeting_point as "meetingPoint",
  e.online_url is not null as online, e.online_url as "onlineUrl",
  (select c.name from commune c where c.code = e.commune_code) as commune,
  coalesce((select x.reason from event_change x where x.event_id = e.id and x.kind = 'cancelled'
    order by x.at desc limit 1), '') as reason`;

/** An event as one person is told of it: where it is on line, only those who come. */
export const forWhoComes = (event: ToldEvent, comes: boolean): ToldEvent => ({
  ...event,
  onlineUrl: comes ? event.onlineUrl : null,
});

export type SignUpState = "in" | "offered" | "waiting" | "left";
export type SignUpToTell = {
  to: string;
  memberId: string | null;
  /** Names the person without naming her: what her mails are counted by. */
  person: string;
  state: SignUpState;
  leftBecause: string | null;
  /** For who was removed: an organiser took it back. */
  restored: boolean;
  /** Comes: `activeSignUps` holds. */
  active: boolean;
  shiftStartsAt: Date;
  shiftEndsAt: Date;
  told: ToldSignUp;
};

type Row = ToldEvent & {
  eventId: string;
  signUpId: string;
  memberId: string | null;
  guestId: string | null;
  to: string;
  state: SignUpState;
  leftBecause: string | null;
  restored: boolean;
  leftWords: string;
  size: number;
  offeredUntil: Date | null;
  label: string;
  alone: boolean;
  shiftStartsAt: Date;
  shiftEndsAt: Date;
  active: boolean;
};

/** A sign-up with whom to write to; null when nobody is left to be told: erased, suspended, wiped, or hidden from all. */
export async function findSignUpToTell(signUpId: string): Promise<SignUpToTell | null> {
  const now = clock.now();
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${toldEvent}, e.id as "eventId", s.id as "signUpId", s.member_id as "memberId", g.id as "guestId",
      coalesce(m.email, g.email) as "to", s.state, s.left_because::text as "leftBecause", s.restored_at is not null as restored, s.left_words as "leftWords",
      s.size, s.offered_until as "offeredUntil", h.label, h.starts_at as "shiftStartsAt", h.ends_at as "shiftEndsAt",
      (select count(*) = 1 from shift o where o.event_id = e.id and o.removed_at is null) as alone,
      ${activeSignUps(now)} as active
    from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
    left join member m on m.id = s.member_id and m.erased_at is null and not ${isSuspended(now)}
    left join event_guest g on g.id = s.guest_id
    where s.id = ${signUpId} and e.stage in ('published', 'cancelled') and e.hidden_at is null
      and coalesce(m.id, g.id) is not null`);
  if (!row || (row.guestId && row.to === wipedAddress(row.guestId))) return null;
  const { eventId, memberId, guestId, to, state, leftBecause, restored, active, shiftStartsAt, shiftEndsAt } = row;
  const person = memberId ?? guestId ?? "";
  const event = forWhoComes({ ...row, id: eventId }, active);
  return {
    ...{ to, memberId, person, state, leftBecause, restored, active, shiftStartsAt, shiftEndsAt },
    told: {
      event,
      shift: { startsAt: shiftStartsAt, endsAt: shiftEndsAt, label: row.label, alone: row.alone },
      size: row.size,
      offeredUntil: row.offeredUntil,
      leftWords: row.leftWords,
      managePath: guestId ? paths.guest(manageToken(guestId)) : paths.event(event),
      answerPath: paths.reminder(linkToken("sign-up", signUpId)),
      guest: guestId !== null,
    },
  };
}

/** One sign-up of each person who comes to an event, but of whoever did what is told. */
export function listActive(eventId: string, exceptMemberId: string | null): Promise<{ signUpId: string }[]> {
  return onePerPerson(eventId, activeSignUps(clock.now()), exceptMemberId);
}

/** The same of those whom the cancellation of an event took it from. */
export function listCancelled(eventId: string, exceptMemberId: string | null): Promise<{ signUpId: string }[]> {
  return onePerPerson(eventId, sql`s.left_because = 'event_cancelled'`, exceptMemberId);
}

function onePerPerson(eventId: string, which: Sql, exceptMemberId: string | null): Promise<{ signUpId: string }[]> {
  return db.$queryRaw(sql`
    select distinct on (coalesce(s.member_id, s.guest_id)) s.id as "signUpId"
    from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
    where e.id = ${eventId} and ${which} and coalesce(s.member_id, s.guest_id) is not null
      and coalesce(s.member_id, s.guest_id) is distinct from ${exceptMemberId}
    order by coalesce(s.member_id, s.guest_id), h.starts_at, s.id`);
}

type Change = {
  eventId: string;
  at: Date;
  byId: string | null;
  told: boolean;
  fields: string[];
  before: Record<string, unknown>;
};

export async function findChange(changeId: string): Promise<Change | null> {
  const row = await db.eventChange.findUnique({ where: { id: changeId } });
  return row && { ...row, before: (row.before ?? {}) as Record<string, unknown> };
}

/**
 * What the fields of a change were after it: what the next change of each found, else what the event says now. So that
 * each mail of two quick changes tells its own.
 */
export async function valuesAfter(change: Change): Promise<Record<string, unknown>> {
  const [event, later] = await Promise.all([
    db.event.findUnique({ where: { id: change.eventId } }),
    db.eventChange.findMany({
      where: { eventId: change.eventId, kind: "changed", at: { gt: change.at } },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    }),
  ]);
  const now = (event ?? {}) as Record<string, unknown>;
  const found = (field: string) =>
    later.map(({ before }) => before as Record<string, unknown>).find((before) => before && field in before);
  return Object.fromEntries(change.fields.map((field) => [field, (found(field) ?? now)[field]]));
}

/** Names of communes by their codes. */
export async function namesOfCommunes(codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.commune.findMany({ where: { code: { in: [...codes] } }, select: { code: true, name: true } });
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** Who cancelled an event: she is not told of it. */
export async function findWhoCancelled(eventId: string): Promise<string | null> {
  const row = await db.eventChange.findFirst({ where: { eventId, kind: "cancelled" }, orderBy: { at: "desc" } });
  return row?.byId ?? null;
}

/**
 * Whom a member calls and what there is to bring. The contact's phone is for members who take part: guests without an
 * account have the meeting point.
 */
export async function findPractical(eventId: string, memberId: string | null): Promise<Practical> {
  const actor = memberId ? await actorOfMember(memberId) : visitor;
  const [contacts, items] = await Promise.all([
    memberId
      ? db.$queryRaw<{ name: string; phone: string }[]>(sql`
          select m.name, c.phone from event_contact c join member m on m.id = c.member_id
          where c.event_id = ${eventId} and c.phone is not null and c.consented_at is not null and m.erased_at is null
            and m.id <> ${memberId} and not ${isSuspended(clock.now())} and ${noBlock(actor)}`)
      : [],
    db.$queryRaw<{ label: string; missing: number; mine: number }[]>(sql`
      select i.label, i.quantity - coalesce(sum(k.quantity), 0)::int as missing,
        coalesce(sum(k.quantity) filter (where k.member_id = ${memberId}), 0)::int as mine
      from event_item i left join event_item_claim k on k.item_id = i.id
      where i.event_id = ${eventId} group by i.id order by i.position`),
  ]);
  const counted = (label: string, quantity: number) => (quantity > 1 ? `${label} (${quantity})` : label);
  return {
    contact: contacts[0] ?? null,
    items: items.filter(({ missing }) => missing > 0).map(({ label, missing }) => counted(label, missing)),
    brings: items.filter(({ mine }) => mine > 0).map(({ label, mine }) => counted(label, mine)),
  };
}
