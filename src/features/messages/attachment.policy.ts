import type { Actor, Role } from "@/core/actor.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { answersInbox, visibleMessages } from "./message.policy.ts";

/** Who judges what is reported of conversations: moderators of the whole country, and none of those answerable for a place. */
export const MESSAGE_JUDGES: readonly Role[] = ["moderator"];

const judges = (actor: Actor): boolean =>
  actor.kind === "member" &&
  actor.grants.some(({ role, scope }) => MESSAGE_JUDGES.includes(role) && scope === "national");

/** Whether the actor is, or was, in the conversation `v`: then she judges nothing that is reported of it. */
export const hasPart = (actor: Actor): Sql =>
  sql`(coalesce(v.member_id = ${actor.id}, false) or ${answersInbox(actor)} or exists (
    select 1 from participant p where p.conversation_id = v.id and p.member_id = ${actor.id}))`;

/**
 * The reported messages `x` of conversations `v`, hidden ones too, that this actor judges: the only form of this law.
 * Nobody judges what nobody reported, nor what is of her own conversations.
 */
export function judgedMessages(actor: Actor): Sql {
  if (actor.kind === "system") return sql`true`;
  if (!judges(actor)) return sql`false`;
  return sql`(x.author_id is distinct from ${actor.id} and not ${hasPart(actor)} and exists (
    select 1 from moderation_case k where k.kind = 'message' and k.object_id = x.id and k.scope = 'national'))`;
}

/**
 * Whether a photo or a file reaches the actor; `x` is its message and `v` the conversation, absent while it is on its way:
 * then it is its sender's alone. Nobody's once it is deleted or hidden but for those who judge it. `shown`: what else those
 * who read the message need.
 */
export function attachmentReaches(actor: Actor, of: Sql, shown: Sql = sql`true`): Sql {
  if (actor.kind !== "member") return sql`false`;
  return sql`(case when ${of}.message_id is null then ${of}.added_by_id = ${actor.id}
    else (${shown} and x.deleted_at is null and x.hidden_at is null and ${visibleMessages(actor)}) or ${judgedMessages(actor)} end)`;
}

/** Whether a photo `h` of a message stands in it for those who read it: photos go with their sender's account. */
export const photoStays: Sql = sql`h.added_by_id is not null`;
