import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import {
  type CardRow,
  cardColumns,
  isSuspended,
  noBlock,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { canKeepGroup, roleInGroup, visibleGroups } from "./group.policy.ts";
import type { GroupRole } from "./group.rules.ts";
import type { GroupView } from "./group.views.ts";
import { findInvitationInto } from "./invitation.queries.ts";
import { requestWaits } from "./request.policy.ts";
import { reaskAt, reaskCutoff } from "./request.rules.ts";
import type { AnswerView, EntrantView, OwnRequestView, WaitingRequestsView, WayInView } from "./request.views.ts";
import { termsOf } from "./request-terms.rules.ts";

/** Requests on one page: those who keep the group answer these first. */
const SHOWN = 30;

type RequestRow = { id: string; at: Date; questions: string[]; answers: string[]; words: string };
const requestColumns = sql`q.asked_at as at, q.questions, q.answers, q.words`;
const toRequest = ({ id, at, questions, answers, words }: RequestRow): OwnRequestView => ({
  ...{ id, at, words },
  answers: questions.map((question, index): AnswerView => ({ question, answer: answers[index] ?? "" })),
});

export type EntrantRow = CardRow & { seen: boolean };
/** Whether the reader sees the card of `m`: her name is told anyway by what she wrote herself. */
export const entrantColumns = (actor: Actor): Sql => sql`${cardColumns(actor)}, ${visibleProfiles(actor)} as seen`;
export function toEntrant(row: EntrantRow): EntrantView {
  const card = toCardView(row);
  return row.seen ? card : { ...card, href: null, photo: null };
}

/** How the actor may come into a group that she knows of; null for who is in it, lives there, or is nobody's member. */
export async function findWayIn(actor: Actor, group: GroupView): Promise<WayInView | null> {
  const inside = group.role !== null && group.role !== "follower";
  if (actor.kind !== "member" || group.kind === "place" || inside) return null;
  const about = sql`q.group_id = ${group.id} and q.member_id = ${actor.id}`;
  const [[waiting], [refused], invitation] = await Promise.all([
    readRows<RequestRow>(sql`select q.id, ${requestColumns} from group_request q where ${about} and ${requestWaits}`),
    readRows<{ words: string; at: Date }>(sql`
      select q.answer_words as words, q.answered_at as at from group_request q
      where ${about} and q.accepted = false and q.answered_at > ${reaskCutoff(clock.now())} order by q.answered_at desc limit 1`),
    findInvitationInto(actor, group.id),
  ]);
  const request = waiting ? toRequest(waiting) : null;
  const refusal = refused && !request ? { ...refused, again: reaskAt(refused.at) } : null;
  return {
    ...{ groupId: group.id, questions: group.questions, rules: group.rules, terms: termsOf(group) },
    ...{ request, refusal, invitation, can: { ask: group.can.ask && !request && !refusal && !invitation } },
  };
}

/** The requests `q` of members `m` that wait in the group `g` and that this actor may answer: no block stands between them. */
export const answerableRequests = (actor: Actor): Sql => sql`(${requestWaits} and m.erased_at is null
  and not ${isSuspended(clock.now())} and ${noBlock(actor)}
  and not exists (select 1 from group_membership x where x.group_id = q.group_id and x.member_id = m.id and x.role <> 'follower'))`;

/** Who asks to come into a group, the first first, for those who keep it. Throws `not_found` for anybody else. */
export async function listWaitingRequests(actor: Actor, groupId: string): Promise<WaitingRequestsView> {
  const [group] = await readRows<{ role: GroupRole | null }>(sql`
    select ${roleInGroup(actor)} as role from member_group g where g.id = ${groupId} and ${visibleGroups(actor)}`);
  if (!group || !canKeepGroup(actor, group).allowed) throw new AppError("not_found", "absent");
  type Row = EntrantRow & Omit<RequestRow, "id"> & { request_id: string; total: number };
  const rows = await readRows<Row>(sql`
    select ${entrantColumns(actor)}, q.id as request_id, ${requestColumns}, count(*) over ()::int as total
    from group_request q join member m on m.id = q.member_id ${profileOf} join section s on s.id = m.section_id
    where q.group_id = ${groupId} and ${answerableRequests(actor)} order by q.asked_at, q.id limit ${SHOWN}`);
  const requests = rows.map((row) => ({ ...toRequest({ ...row, id: row.request_id }), person: toEntrant(row) }));
  return { requests, more: (rows[0]?.total ?? 0) - rows.length };
}
