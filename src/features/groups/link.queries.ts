import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { linkHolds, linkOpens } from "./link.policy.ts";
import { hashOfLinkToken, isLinkToken } from "./link.rules.ts";
import type { GroupLinkPageView, GroupLinkView } from "./link.views.ts";
import { termsOf } from "./request-terms.rules.ts";

/** The links of a group that were not revoked and are not over, the newest first. For the page of who keeps it, which asks that first. */
export const listGroupLinks = (actor: Actor, groupId: string): Promise<GroupLinkView[]> =>
  readRows<GroupLinkView>(sql`
    select l.id, case when l.created_by_id = ${actor.id} then null else
        (select m.name from member m where m.id = l.created_by_id and m.erased_at is null) end as by,
      l.created_at as at, l.expires_at as "expiresAt", l.remaining
    from group_link l where l.group_id = ${groupId} and l.expires_at > ${clock.now()} and ${linkHolds()}
    order by l.created_at desc, l.id`);

/**
 * What the bearer of a link reads: of the group, as a member, what an invitation would tell her. Spent, over, revoked
 * and unknown links are absent, and so is one that would not let her in.
 */
export async function getGroupLink(actor: Actor, token: string): Promise<GroupLinkPageView> {
  if (actor.kind === "suspended" || !isLinkToken(token)) throw new AppError("not_found", "absent");
  type Row = NonNullable<GroupLinkPageView["group"]> & { inside: boolean; questions: string[] };
  const inside = sql`exists (select 1 from group_membership b where b.group_id = g.id and b.member_id = ${actor.id} and b.role <> 'follower')`;
  // Whether it would let a visitor in is asked once she has signed in.
  const opens = actor.kind === "member" ? linkOpens(actor) : sql`(g.hidden_at is null and g.kind <> 'place')`;
  const [row] = await readRows<Row>(sql`
    select g.id, g.slug, g.name, g.purpose, g.rules, g.questions, g.adherents_only as "adherentsOnly", ${inside} as inside,
      (select count(*) from group_membership b where b.group_id = g.id and b.role <> 'follower')::int as "memberCount"
    from group_link l join member_group g on g.id = l.group_id
    where l.token_hash = ${Buffer.from(hashOfLinkToken(token))} and ${opens} and (${linkHolds()} or ${inside})`);
  if (!row) throw new AppError("not_found", "absent");
  const { inside: isInside, questions, ...group } = row;
  if (actor.kind !== "member") return { token, group: null, terms: "", inside: false };
  return { token, group, terms: termsOf({ questions, rules: group.rules }), inside: isInside };
}
