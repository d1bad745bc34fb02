// Somebody comes into a group by a link, by a button: mail scanners only read. Its places are counted under its lock.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { refuse } from "@/core/decision.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { groupLinkUsed } from "../link.facts.ts";
import { linkHolds, linkOpens } from "../link.policy.ts";
import { hashOfLinkToken, isLinkToken } from "../link.rules.ts";
import { joinByLinkInput } from "../link.schema.ts";
import { linkJoins } from "../request-limit.rules.ts";
import { letIn } from "./let-in.ts";
import { acceptedNow } from "./request-terms.ts";

type Found = {
  id: string;
  groupId: string;
  slug: string;
  rules: string;
  questions: string[];
  inside: boolean;
  removed: boolean;
};

/** A link that lets the actor in, alone under its lock after its group's; spent, over, revoked and unknown are one: absent. */
async function lockLink(tx: Tx, actor: Actor, token: string): Promise<Found | null> {
  if (!canBePresent(actor).allowed) return null; // the policy says so, whatever the token
  const tokenHash = isLinkToken(token) ? hashOfLinkToken(token) : null;
  const known =
    tokenHash && (await tx.groupLink.findUnique({ where: { tokenHash }, select: { id: true, groupId: true } }));
  if (!known) throw new AppError("not_found", "absent");
  await tx.$queryRaw(sql`select g.id from member_group g where g.id = ${known.groupId} for share`);
  await tx.$queryRaw(sql`select l.id from group_link l where l.id = ${known.id} for update`);
  // Read after both locks: who waited must not be judged by what was there before.
  const inside = sql`exists (select 1 from group_membership b
    where b.group_id = g.id and b.member_id = ${actor.id} and b.role <> 'follower')`;
  const [link] = await tx.$queryRaw<Found[]>(sql`
    select l.id, g.id as "groupId", g.slug, g.rules, g.questions, ${inside} as inside,
      exists (select 1 from group_removal o where o.group_id = g.id and o.member_id = ${actor.id}) as removed
    from group_link l join member_group g on g.id = l.group_id
    where l.id = ${known.id} and ${linkOpens(actor)} and (${linkHolds()} or ${inside})`);
  if (!link) throw new AppError("not_found", "absent");
  return link;
}

export const joinByLink = command({
  name: "group.join-by-link",
  input: joinByLinkInput,
  limits: [linkJoins],
  subject: ({ tx, actor, input }) => lockLink(tx, actor, input.token),
  policy: (actor, link) => {
    const present = canBePresent(actor);
    return present.allowed && link?.removed && !link.inside ? refuse("removed_from_group") : present;
  },
  async execute({ tx, actor, input, subject: link, record }) {
    if (!link) throw new AppError("not_found", "absent");
    const { id: linkId, groupId, slug, inside } = link;
    const into = { id: groupId, slug };
    if (inside) return { into }; // a second click, or somebody of the group who tries it: no place is spent
    const memberId = actor.id ?? "";
    const rulesAcceptedAt = acceptedNow(link, input);
    await tx.groupLink.update({ where: { id: linkId }, data: { remaining: { decrement: 1 } } });
    record(groupLinkUsed({ groupId, linkId }), ...(await letIn(tx, groupId, memberId, { rulesAcceptedAt })));
    return { into };
  },
});
