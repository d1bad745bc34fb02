import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import { canBePresent, isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { waysIn } from "./message.policy.ts";
import { type ConversationKind, isEditable } from "./message.rules.ts";

/** Where somebody stands in a conversation: all that decides whether she may write there now. */
export type Standing = {
  kind: ConversationKind;
  takesPart: boolean;
  /** Of an inbox: by a mandate, in the place's name. */
  answers: boolean;
  /** Of an inbox: whether the member ever wrote. A place answers; in its name nobody writes first to somebody alone. */
  wrote: boolean;
  /** Of two, or a place and somebody: whether the other is there to be written to, neither gone, suspended nor blocked. */
  reachable: boolean;
  /** A first message that nobody said yes to. Refused or not, its author is told nothing. */
  request: "sent" | "received" | null;
  /** Of two who are not coopains, who is under 18; among several, whether she or somebody else of them is, and they are not. */
  minor: "me" | "other" | null;
};
export type StandingRow = {
  kind: ConversationKind;
  takes_part: boolean;
  answers: boolean;
  wrote: boolean;
  reachable: boolean;
  request: "sent" | "received" | null;
  minor: "me" | "other" | null;
};

export const toStanding = ({ takes_part: takesPart, ...row }: StandingRow): Standing => ({ ...row, takesPart });

/** What a standing is read from: the conversation `v`, and the other of the two as `m`, for the member `id`. */
export const otherOf = (id: Sql): Sql => sql`left join member m on m.id = case
  when v.kind = 'inbox' then v.member_id when v.low_id = ${id} then v.high_id else v.low_id end`;

/** Whether the member `m` is there to be written to: neither gone nor suspended. */
const isThere = (now: Date): Sql => sql`(m.erased_at is null and not ${isSuspended(now)})`;
const unparted = (
  id: Sql,
): Sql => sql`(not exists (select 1 from block b where b.blocker_id = ${id} and b.blocked_id = m.id)
  and not exists (select 1 from block b where b.blocked_id = ${id} and b.blocker_id = m.id))`;

/** Whether a request, `q`, to the member `id` can be answered: who sent it is there, and neither blocked the other. */
export const isAnswerableBy = (id: Sql): Sql => sql`exists (
  select 1 from member m where m.id = q.from_id and ${isThere(clock.now())} and ${unparted(id)})`;

/** The columns of a standing of the member `id`, over `v` and `otherOf`. */
export function standingColumns(id: Sql, ways: { takesPart: Sql; answers: Sql }): Sql {
  const now = clock.now();
  const under18 = (member: Sql) => sql`coalesce(${member}.adult_on > ${now}::date, false)`;
  return sql`v.kind, coalesce(${ways.takesPart}, false) as takes_part, coalesce(${ways.answers}, false) as answers,
    v.asked_at is not null as wrote,
    m.id is not null and ${isThere(now)} and (v.kind <> 'direct' or ${unparted(id)}) as reachable,
    (select case when q.from_id = ${id} then 'sent' else 'received' end from conversation_request q
      where q.conversation_id = v.id and q.accepted_at is null) as request,
    case when v.kind = 'several' then case when ${apart(id, now)} then 'other' end
      when v.kind <> 'direct' or exists (select 1 from coopain t where t.member_id = ${id} and t.other_id = m.id) then null
      when ${under18(sql`m`)} then 'other'
      when (select ${under18(sql`w`)} from member w where w.id = ${id}) then 'me' end as minor`;
}

/** Whether somebody of the conversation `v` is no coopain of the member `id`, and one of the two is under 18. Few ever are. */
const apart = (id: Sql, now: Date): Sql => sql`exists (
  select 1 from participant p join member o on o.id = p.member_id
  where p.conversation_id = v.id and p.left_at is null and p.member_id <> ${id}
    and (o.adult_on > ${now}::date or (select y.adult_on from member y where y.id = ${id}) > ${now}::date)
    and not exists (select 1 from coopain t where t.member_id = ${id} and t.other_id = o.id))`;

/** The same columns for one actor over the conversation `v`. */
export const standingOf = (actor: Actor): Sql => standingColumns(sql`${actor.id}`, waysIn(actor));

/** Writing in a conversation that exists. Of two, it stays open once it is, until one of them blocks the other. */
export function canWriteIn(actor: Actor, standing: Standing): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  const { kind, takesPart, answers, wrote, reachable, request, minor } = standing;
  if (!takesPart && !answers) return hide;
  // Who is under 18 is there with coopains alone: no longer coopains, they write there no more. It does not say whose age it is.
  if (kind === "several") return minor ? refuse("cannot_gather", "conflict") : allow;
  if (kind === "inbox") return takesPart || (wrote && reachable) ? allow : refuse("cannot_write_to", "conflict");
  // One answer for whoever is gone, suspended, blocked or too young: it tells nothing about her.
  if (!reachable || minor === "other") return refuse("cannot_write_to", "conflict");
  if (minor === "me") return refuse("coopains_only_before_18", "conflict");
  return request === "sent" ? refuse("request_waits", "conflict") : allow;
}

type Sent = { authorId: string | null; createdAt: Date };

/**
 * Editing what one sent, where she may still write: for a quarter of an hour. Not one copy of what went to all: whoever judges
 * one judges all.
 */
export function canEditMessage(
  actor: Actor,
  message: Sent & { toAll: boolean; standing: Standing },
  now: Date,
): Decision {
  const own = canDeleteMessage(actor, message);
  if (!own.allowed) return own;
  const writing = canWriteIn(actor, { ...message.standing, request: null });
  if (!writing.allowed) return writing;
  if (message.toAll) return refuse("sent_to_all", "conflict");
  return isEditable(message.createdAt, now) ? allow : refuse("message_too_old_to_edit", "conflict");
}

/** Deleting what one sent, for all: at any time. */
export function canDeleteMessage(actor: Actor, { authorId }: Pick<Sent, "authorId">): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return actor.id === authorId ? allow : refuse("not_yours");
}
