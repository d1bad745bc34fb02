import type { Actor } from "@/core/actor.ts";
import { allow, type Decision, refuse } from "@/core/decision.ts";
import { type NoticeKindId, noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { join, type Sql, sql } from "@/platform/db/client.ts";
import { noBlock } from "../profiles/index.ts";
import { told } from "./told.rules.ts";

/** The law of each subject, by its name: the feature that owns it says who sees it. */
const subjects = new Map(told.flatMap((one) => Object.entries(one.subjects)));

/** Kinds of right or of safety: told whoever did it, and whatever she muted. */
export const essentialKinds = noticeKindIds.filter((id) => noticeKind(id).essential);

/**
 * The notices `n` that this actor may read: the only form of this law, for the centre, its count, live signals, mails and
 * digests. They are hers, and she sees what they are about as its own page would show it to her; of somebody who blocked
 * her, or whom she blocked, nothing is said. `among`: only those about this subject, in a statement that is planned once:
 * all laws in one take Postgres longer to make ready than to ask.
 */
export function visibleNotices(actor: Actor, among?: string): Sql {
  const asked = [...subjects].filter(([subject]) => among === undefined || subject === among);
  if (actor.kind !== "member" || asked.length === 0) return sql`false`;
  const laws = asked.map(([subject, law]) => sql`when ${subject} then ${law(actor)}`);
  return sql`(n.member_id = ${actor.id}
    and (n.actor_id is null or n.count > 1 or n.kind = any(${essentialKinds}::text[]) or ${noBlock(actor, sql`n.actor_id`)})
    and (case n.subject ${join(laws, " ")} else false end))`;
}

/** What is about her is a member's own affair. */
export function canBeTold(actor: Actor): Decision {
  if (actor.kind === "member") return allow;
  if (actor.kind === "visitor") return refuse("sign_in_first", "unauthenticated");
  return refuse(actor.kind === "suspended" ? "suspended" : "not_yours");
}

/** Ending a kind: what is told by right or for safety cannot be. */
export const canChoose = (actor: Actor, kinds: readonly NoticeKindId[]): Decision => {
  const can = canBeTold(actor);
  if (!can.allowed) return can;
  return kinds.some((kind) => essentialKinds.includes(kind)) ? refuse("told_by_right", "conflict") : allow;
};
