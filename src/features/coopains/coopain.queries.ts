import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { isId } from "@/core/ids.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type CardRow, cardColumns, profileOf, toCardView, visibleProfiles } from "../profiles/index.ts";
import { isOpen, readsSent } from "./coopain.policy.ts";
import { pageInput } from "./coopain.schema.ts";
import type {
  BlockedView,
  CoopainListView,
  CoopainsInCommonView,
  CoopainsPageView,
  CoopainView,
  RequestView,
  TieView,
} from "./coopain.views.ts";
import { listSuggestions } from "./suggestions.queries.ts";

const PAGE_SIZE = 30;
const REQUESTS = 30;

const absent = () => new AppError("not_found", "absent");
const nothing: TieView = {
  state: "none",
  requestId: null,
  words: null,
  can: { request: false, accept: false, block: false },
};

/** What is between the reader and a member whose card she sees; hidden is absent. */
export async function getTie(actor: Actor, memberId: string): Promise<TieView> {
  type Row = { tied: boolean; sent: [string, string] | null; received: [string, string] | null };
  const request = (from: Sql, to: Sql, law: Sql) => sql`(select json_build_array(q.id, q.words) from coopain_request q
    where q.from_id = ${from} and q.to_id = ${to} and ${law} order by q.sent_at desc limit 1)`;
  const me = sql`${actor.id}::text`;
  const [row] = await readRows<Row>(sql`
    select exists (select 1 from coopain t where t.member_id = ${me} and t.other_id = m.id) as tied,
      ${request(me, sql`m.id`, readsSent)} as sent, ${request(sql`m.id`, me, isOpen)} as received
    from member m ${profileOf} where m.id = ${isId(memberId) ? memberId : ""} and ${visibleProfiles(actor)}`);
  if (!row) throw absent();
  if (actor.kind !== "member") return nothing;
  if (actor.id === memberId) return { ...nothing, state: "self" };
  if (row.tied) return { ...nothing, state: "coopains", can: { ...nothing.can, block: true } };
  const [state, [requestId, words]] = row.received
    ? (["received", row.received] as const)
    : row.sent
      ? (["sent", row.sent] as const)
      : (["none", [null, null]] as const);
  return { state, requestId, words, can: { request: state === "none", accept: state === "received", block: true } };
}

const COMMON_NAMED = 3;

/**
 * The coopains that a member has in common with another whose card reaches her: how many, and some by name. Only those
 * whose cards she sees count, as in suggestions: these ties she may read on their own pages.
 */
export async function findCoopainsInCommon(actor: Actor, memberId: string): Promise<CoopainsInCommonView> {
  if (actor.kind !== "member") return { count: 0, names: [] };
  const [row] = await readRows<{ count: number; names: string[] | null }>(sql`
    select count(*)::int as count, (array_agg(m.name order by mine.since desc, m.id))[:${COMMON_NAMED}::int] as names
    from coopain mine join coopain theirs on theirs.member_id = ${memberId} and theirs.other_id = mine.other_id
    join member m on m.id = mine.other_id ${profileOf}
    where mine.member_id = ${actor.id} and ${visibleProfiles(actor)}`);
  return { count: row?.count ?? 0, names: row?.names ?? [] };
}

type CoopainRow = CardRow & { since: Date };
const toCoopainView = (row: CoopainRow): CoopainView => ({ ...toCardView(row), since: row.since });

/** Everything of "Mes coopains", for a member. */
export async function getCoopainsPage(actor: Actor, input: unknown = {}): Promise<CoopainsPageView> {
  if (actor.kind !== "member") throw absent();
  const [list, total, received, waiting, sent, suggestions, blocked] = await Promise.all([
    listMyCoopains(actor, input),
    countCoopains(actor),
    listReceived(actor),
    findWaitingRequests(actor),
    listSent(actor),
    listSuggestions(actor),
    listBlocked(actor),
  ]);
  const moreReceived = Math.max(0, waiting - received.length);
  return { memberId: actor.id, total, list, received, moreReceived, sent, suggestions, blocked };
}

const order = sql`m.folded_name, m.id`;

/** One's own coopains by name, a page at a time; of those whose name has what is looked for. */
export async function listMyCoopains(actor: Actor, input: unknown = {}): Promise<CoopainListView> {
  const { q: search, apres } = pageInput.parse(input ?? {});
  const named = search ? sql`and position(folded(${search}) in m.folded_name) > 0` : sql``;
  const after = apres
    ? sql`and exists (select 1 from coopain a join member b on b.id = a.other_id
        where a.member_id = ${actor.id} and a.other_id = ${apres} and (m.folded_name, m.id) > (b.folded_name, b.id))`
    : sql``;
  const rows = await readRows<CoopainRow>(sql`
    select ${cardColumns(actor)}, t.since from coopain t join member m on m.id = t.other_id ${profileOf}
      join section s on s.id = m.section_id
    where t.member_id = ${actor.id} and ${visibleProfiles(actor)} ${named} ${after}
    order by ${order} limit ${PAGE_SIZE + 1}`);
  const people = rows.slice(0, PAGE_SIZE).map(toCoopainView);
  return { people, next: rows.length > PAGE_SIZE ? (people.at(-1)?.id ?? null) : null, first: !apres, search };
}

async function countCoopains(actor: Actor): Promise<number> {
  const [row] = await readRows<{ count: number }>(sql`
    select count(*)::int as count from coopain t join member m on m.id = t.other_id ${profileOf}
    where t.member_id = ${actor.id} and ${visibleProfiles(actor)}`);
  return row?.count ?? 0;
}

type RequestRow = CardRow & { request_id: string; words: string; at: Date };

async function listRequests(actor: Actor, other: Sql, where: Sql): Promise<RequestView[]> {
  const rows = await readRows<RequestRow>(sql`
    select ${cardColumns(actor)}, q.id as request_id, q.words, q.sent_at as at
    from coopain_request q join member m on m.id = ${other} ${profileOf} join section s on s.id = m.section_id
    where ${where} and ${visibleProfiles(actor)} order by q.sent_at desc, q.id limit ${REQUESTS}`);
  return rows.map((row) => ({ id: row.request_id, person: toCardView(row), words: row.words, at: row.at }));
}

/** Requests that wait for this member's answer, the latest first. */
export const listReceived = (actor: Actor): Promise<RequestView[]> =>
  listRequests(actor, sql`q.from_id`, sql`q.to_id = ${actor.id} and ${isOpen}`);

/** Requests that this member reads as sent, the latest first. */
export const listSent = (actor: Actor): Promise<RequestView[]> =>
  listRequests(actor, sql`q.to_id`, sql`q.from_id = ${actor.id} and ${readsSent}`);

/** How many requests wait for this member's answer. */
export async function findWaitingRequests(actor: Actor): Promise<number> {
  if (actor.kind !== "member") return 0;
  const [row] = await readRows<{ count: number }>(sql`
    select count(*)::int as count from coopain_request q join member m on m.id = q.from_id ${profileOf}
    where q.to_id = ${actor.id} and ${isOpen} and ${visibleProfiles(actor)}`);
  return row?.count ?? 0;
}

/** Whom this member blocked, by name: she knew it when she did. Only she reads this list. */
async function listBlocked(actor: Actor): Promise<BlockedView[]> {
  return readRows<BlockedView>(sql`
    select m.id, m.name, b.blocked_at as at from block b join member m on m.id = b.blocked_id
    where b.blocker_id = ${actor.id} and m.erased_at is null order by b.blocked_at desc, m.id limit 200`);
}
