import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { visibleGroups } from "./group.policy.ts";
import { invitationStands, invitationWaits } from "./invitation.policy.ts";
import { requestWaits } from "./request.policy.ts";
import { answerableRequests } from "./request.queries.ts";
import type { ToldGroup } from "./request-mail.rules.ts";

// For the jobs alone: who is written to, and what there is to say, read when the mail leaves.

const MOST_NAMED = 10;

/** Those who keep a group, by id. */
export async function listKeepers(groupId: string): Promise<string[]> {
  const rows = await db.groupMembership.findMany({
    where: { groupId, role: { in: ["manager", "lead"] } },
    select: { memberId: true },
    orderBy: { memberId: "asc" },
  });
  return rows.map(({ memberId }) => memberId);
}

/** Groups where somebody asked to come in since a moment, and still waits. */
export async function listAskedGroups(since: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    select distinct q.group_id as id from group_request q where ${requestWaits} and q.asked_at > ${since} order by 1`);
  return rows.map(({ id }) => id);
}

/** Who waits in a group, for one of those who keep it; null when nobody does whom she may answer, or she keeps it no longer. */
export async function findRequestsToTell(groupId: string, keeperId: string) {
  const actor = await actorOfMember(keeperId);
  if (actor.kind !== "member") return null;
  const rows = await db.$queryRaw<(ToldGroup & { email: string; person: string; total: number })[]>(sql`
    select g.id, g.slug, g.name, k.email, m.name as person, count(*) over ()::int as total
    from member_group g join group_membership b on b.group_id = g.id and b.member_id = ${keeperId} and b.role in ('manager', 'lead')
      join member k on k.id = b.member_id and k.erased_at is null
      join group_request q on q.group_id = g.id join member m on m.id = q.member_id
    where g.id = ${groupId} and ${visibleGroups(actor)} and ${answerableRequests(actor)}
    order by q.asked_at, q.id limit ${MOST_NAMED}`);
  const [first] = rows;
  if (!first) return null;
  const { id, slug, name, email, total } = first;
  return { to: email, told: { group: { id, slug, name }, names: rows.map(({ person }) => person), total } };
}

/** An answer that its asker is told; null when it no longer holds. Who answered and she blocked each other since: without the word. */
export async function findAnswerToTell(requestId: string) {
  const [row] = await db.$queryRaw<
    (ToldGroup & { memberId: string; email: string; accepted: boolean; words: string; inside: boolean })[]
  >(sql`
    select g.id, g.slug, g.name, m.id as "memberId", m.email, q.accepted,
      exists (select 1 from group_membership x where x.group_id = g.id and x.member_id = m.id and x.role <> 'follower') as inside,
      case when exists (select 1 from block b where (b.blocker_id = m.id and b.blocked_id = q.answered_by_id)
        or (b.blocker_id = q.answered_by_id and b.blocked_id = m.id)) then '' else q.answer_words end as words
    from group_request q join member_group g on g.id = q.group_id join member m on m.id = q.member_id
    where q.id = ${requestId} and q.accepted is not null and g.hidden_at is null and m.erased_at is null
      and not ${isSuspended(clock.now())}`);
  if (!row || row.accepted !== row.inside) return null;
  const { id, slug, name, memberId, email, accepted, words } = row;
  return { to: email, memberId, told: { group: { id, slug, name }, accepted, words } };
}

/** An invitation that its receiver is told; null when it no longer waits, or who invited is gone or blocked. */
export async function findInvitationToTell(invitationId: string) {
  const invitation = await db.groupInvitation.findUnique({ where: { id: invitationId }, select: { memberId: true } });
  if (!invitation) return null;
  const actor = await actorOfMember(invitation.memberId);
  if (actor.kind !== "member") return null;
  type Row = ToldGroup & { email: string; purpose: string; by: string; inviterId: string; words: string };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select g.id, g.slug, g.name, g.purpose, m.email, k.name as by, k.id as "inviterId", i.words
    from group_invitation i join member_group g on g.id = i.group_id join member m on m.id = i.member_id
      join member k on k.id = i.invited_by_id and k.erased_at is null
      join group_membership b on b.group_id = g.id and b.member_id = k.id and b.role <> 'follower'
    where i.id = ${invitationId} and ${invitationWaits} and ${invitationStands()} and ${visibleGroups(actor)}
      and not exists (select 1 from group_membership x where x.group_id = g.id and x.member_id = m.id and x.role <> 'follower')`);
  if (!row) return null;
  const { id, slug, name, email, purpose, by, inviterId, words } = row;
  const key = ["invited", id, inviterId, invitation.memberId];
  return { to: email, key, told: { group: { id, slug, name }, purpose, by, words } };
}
