import type { Actor } from "@/core/actor.ts";
import { type Decision, refuse } from "@/core/decision.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { canKeepGroup } from "./group.policy.ts";
import type { GroupStanding } from "./group.rules.ts";

/**
 * A link `l` that lets in now: with places left, not over, not revoked, and made by somebody who still keeps the group:
 * who was taken out of it does not come back by her own link, and who is suspended lets nobody in.
 */
export const linkHolds = (): Sql => sql`(l.revoked_at is null and l.remaining > 0 and l.expires_at > ${clock.now()}
  and exists (select 1 from group_membership k join member m on m.id = k.member_id join member_group g on g.id = k.group_id
    where k.group_id = l.group_id and k.member_id = l.created_by_id and k.role in ('manager', 'lead')
      and not ${isSuspended(clock.now())} and (not g.adherents_only or m.adherent_since is not null)))`;

/** The groups `g` that a link may open to this actor: formed by members, and of adherents to adherents alone. */
export const linkOpens = (actor: Actor): Sql => sql`(g.hidden_at is null and g.kind <> 'place'
  and (not g.adherents_only or ${actor.kind === "member" && actor.adherent}::boolean))`;

/** Making and revoking links: those who keep a group that members formed. */
export function canMakeLinks(actor: Actor, group: Pick<GroupStanding, "role" | "kind">): Decision {
  const keeps = canKeepGroup(actor, group);
  return keeps.allowed && group.kind === "place" ? refuse("group_follows_home") : keeps;
}
