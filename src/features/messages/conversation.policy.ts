import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, hide, refuse } from "@/core/decision.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { PEOPLE_MAX } from "./conversation.rules.ts";
import type { Reach } from "./reach.policy.ts";
import { canWriteIn, otherOf, type StandingRow, standingOf, toStanding } from "./writing.policy.ts";

/** What these policies ask of a conversation `v` that the actor reads, with `peopleJoin`. */
export const peopleStanding = (actor: Actor): Sql => sql`
  v.id, v.last_seq as "lastSeq", v.created_by_id as "createdById", ${standingOf(actor)},
  (select count(*)::int from participant p where p.conversation_id = v.id and p.left_at is null) as people,
  (select json_build_object('fromId', q.from_id, 'toId', q.to_id, 'accepted', q.accepted_at is not null,
    'refused', q.refused_at is not null) from conversation_request q where q.conversation_id = v.id) as asked`;
export const peopleJoin = (actor: Actor): Sql => otherOf(sql`${actor.id}`);
export type PeopleStanding = StandingRow & {
  id: string;
  lastSeq: number;
  createdById: string | null;
  people: number;
  /** The first message that waited for a yes, whoever sent it. */
  asked: { fromId: string; toId: string; accepted: boolean; refused: boolean } | null;
};

/** Whom somebody begins a conversation with, as far as it concerns her. */
export type Addressee = {
  id: string;
  reach: Reach;
  /** Whether she sees her at all. */
  seen: boolean;
  /** Whether the actor herself is under 18. */
  young: boolean;
};
export type Start =
  /** The same words were sent before: the answer is the first one's. */
  | { kind: "sent"; conversationId: string }
  | { kind: "direct"; other: Addressee | null; standing: PeopleStanding | null; repeated: boolean }
  | ({ kind: "several"; repeated: boolean } & Gathering);
type Gathering = {
  others: readonly Addressee[];
  /** Somebody asked for is nobody. */
  missing: boolean;
  /** Whether they may be in one conversation: whoever is under 18 is there with coopains alone. */
  together: boolean;
};

/** Beginning a conversation: with somebody, freely or by a request; with several, whom one all reaches freely. */
export function canStart(actor: Actor, start: Start): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (start.kind === "sent") return allow;
  const decision = start.kind === "direct" ? canWriteFirst(actor, start) : canGather(start);
  if (!decision.allowed) return decision;
  return start.repeated ? refuse("same_text_to_many", "conflict") : allow;
}

function canWriteFirst(actor: Actor, { other, standing }: Start & { kind: "direct" }): Decision {
  if (other?.id === actor.id) return refuse("not_yours");
  if (standing) return canWriteIn(actor, toStanding(standing));
  if (!other?.seen) return hide;
  if (other.reach !== "no") return allow;
  return refuse(other.young ? "coopains_only_before_18" : "cannot_write_to", "conflict");
}

function canGather({ others, missing, together }: Gathering): Decision {
  if (missing || others.some(({ seen }) => !seen)) return hide;
  if (others.some(({ reach }) => reach !== "freely")) return refuse("not_all_freely", "conflict");
  return together ? allow : refuse("cannot_gather", "conflict");
}

/** Answering a request that one received, of somebody who is there. A yes after a no is welcome; a no after a yes comes too late. */
export function canAnswerRequest(
  actor: Actor,
  { asked, reachable }: PeopleStanding,
  answer: "accept" | "refuse",
): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  if (asked?.toId !== actor.id) return refuse("not_yours");
  if (!reachable) return refuse("cannot_write_to", "conflict");
  return answer === "refuse" && asked.accepted ? refuse("changed_meanwhile", "conflict") : allow;
}

/** Adding people, naming, leaving: whoever is in a conversation of several. */
export function canTendTo(actor: Actor, { kind, takes_part: inside }: PeopleStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return kind === "several" && inside ? allow : refuse("not_of_several");
}

/** Somebody whom one would add. */
export type Newcomer = Addressee & {
  /** She left by herself before, and is no coopain of the actor: nobody pulls her back. */
  gone: boolean;
};
export type Adding = { others: readonly Newcomer[]; missing: boolean; together: boolean };

export function canAdd(actor: Actor, standing: PeopleStanding, adding: Adding): Decision {
  const tends = canTendTo(actor, standing);
  if (!tends.allowed) return tends;
  const gathers = canGather(adding);
  if (!gathers.allowed) return gathers;
  if (standing.people + adding.others.length > PEOPLE_MAX) return refuse("conversation_full", "conflict");
  return adding.others.some(({ gone }) => gone) ? refuse("left_by_herself", "conflict") : allow;
}

/** Taking somebody out: who began the conversation. Oneself, one leaves. */
export function canRemove(actor: Actor, standing: PeopleStanding, memberId?: string): Decision {
  const tends = canTendTo(actor, standing);
  if (!tends.allowed) return tends;
  if (memberId === actor.id) return refuse("leave_conversation_instead");
  return standing.createdById === actor.id ? allow : refuse("not_yours");
}

/** Muting: whoever is in it by herself, or answers in it for a place; each for herself alone. */
export function canMute(actor: Actor, { takes_part: inside, answers }: PeopleStanding): Decision {
  const present = canBePresent(actor);
  if (!present.allowed) return present;
  return inside || answers ? allow : refuse("not_yours");
}
