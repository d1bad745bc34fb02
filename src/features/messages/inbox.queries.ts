import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { excerptOf } from "@/core/excerpt.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import { outerScopes, type Scope } from "@/core/scope.ts";
import { listHolders } from "@/features/mandates/index.ts";
import { fieldReaches, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { answersThere, opposes, placesInCare } from "./inbox.policy.ts";
import { INBOX_PAGE, type InboxTab } from "./inbox.rules.ts";
import { inboxSearch, placeScope } from "./inbox.schema.ts";
import type { InboxHeaderView, InboxPartView, InboxRowView, InboxView, PenView } from "./inbox.views.ts";
import { answersFor, answersInbox, visibleConversations, visibleMessages } from "./message.policy.ts";
import { EXCERPT_MAX } from "./message.rules.ts";
import { namesOf, placeColumns, placeJoins } from "./place.queries.ts";
import { type PlaceNames, placeHref, placeName } from "./place.rules.ts";

const ASSIGNABLE = 30;
const OF_CONSOLE = 5;

type PenRow = { pen_id: string | null; pen_name: string | null; seen: boolean; photo_id: string | null };
/** The member `m` who writes to a place, with `profileOf`: named to those in charge; her profile and photo as always. */
const penColumns = (actor: Actor): Sql => sql`
  m.id as pen_id, case when m.erased_at is null then m.name end as pen_name, coalesce(${visibleProfiles(actor)}, false) as seen,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

function toPen({ pen_id: id, pen_name: name, seen, photo_id: photo }: PenRow): PenView {
  if (id === null || name === null) return null;
  return { id, name, href: seen ? paths.member({ id, name }) : null, photo: photo && paths.api.memberPhoto(id, photo) };
}

/** The last message of a conversation `v` that has words to show. */
const lastWords = sql`left join lateral (
  select x.body, x.created_at, x.from_place, x.author_id, x.deleted_at, x.hidden_at from message x
  where x.conversation_id = v.id order by x.seq desc limit 1) x on true`;

type Row = PenRow &
  PlaceNames & {
    id: string;
    scope: string;
    body: string | null;
    at: Date;
    withdrawn: boolean;
    from_place: boolean;
    answerer: string | null;
    waiting_since: Date | null;
    assignee_id: string | null;
    assignee: string | null;
    cursor: string;
  };

/** In which order a part is read, and where its next page begins. Who has waited longest is first. */
const orders: Record<InboxTab, { by: Sql; descending: boolean; where: (actor: Member) => Sql }> = {
  attente: { by: sql`v.waiting_since`, descending: false, where: () => sql`v.waiting_since is not null` },
  moi: {
    by: sql`v.asked_at`,
    descending: true,
    where: ({ id }) => sql`v.asked_at is not null and v.assignee_id = ${id}`,
  },
  toutes: { by: sql`v.asked_at`, descending: true, where: () => sql`v.asked_at is not null` },
};

async function listRows(
  actor: Member,
  scope: Scope,
  tab: InboxTab,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ rows: InboxRowView[]; next: string | null }> {
  const { by, descending, where } = orders[tab];
  const [at, id] = after?.split(".") ?? [];
  const direction = descending ? sql`desc` : sql`asc`;
  const later = after
    ? sql`and (${by}, v.id) ${descending ? sql`<` : sql`>`} (${new Date(Number(at))}::timestamptz, ${id})`
    : sql``;
  const found = await readRows<Row>(sql`
    select v.id, v.scope, ${placeColumns}, ${penColumns(actor)}, x.body, coalesce(x.created_at, v.last_at) as at,
      (x.deleted_at is not null or x.hidden_at is not null) as withdrawn, coalesce(x.from_place, false) as from_place,
      (select w.name from member w where w.id = x.author_id and w.erased_at is null) as answerer,
      v.waiting_since, a.id as assignee_id, a.name as assignee,
      floor(extract(epoch from ${by}) * 1000)::bigint::text as cursor
    from (${placesInCare(scope, clock.now())}) c join conversation v on v.scope = c.scope
      ${placeJoins(sql`v.scope`)} left join member m on m.id = v.member_id ${profileOf}
      left join member a on a.id = v.assignee_id and a.erased_at is null ${lastWords}
    where v.kind = 'inbox' and ${where(actor)} and ${answersInbox(actor)} ${later}
    order by ${by} ${direction}, v.id ${direction} limit ${limit + 1}`);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toRow(row, scope)),
    next: found.length > limit && last ? `${last.cursor}.${last.id}` : null,
  };
}

function toRow(row: Row, scope: Scope): InboxRowView {
  return {
    id: row.id,
    href: paths.conversation(row.id),
    from: toPen(row),
    place: row.scope === scope ? null : placeName(row),
    beginning: row.withdrawn ? "Message retiré" : excerptOf(row.body ?? "", EXCERPT_MAX) || "Photo ou fichier",
    answeredBy: row.from_place ? (row.answerer ?? "Une personne responsable") : null,
    at: row.at,
    waitingSince: row.waiting_since,
    assignee: row.assignee_id && row.assignee ? { id: row.assignee_id, name: row.assignee } : null,
  };
}

/** What waits for an answer in a place's care, for its console. Nothing for who does not answer there. */
export async function getInboxPart(actor: Actor, scope: Scope): Promise<InboxPartView> {
  const part = { href: paths.inbox(scope), broadcastHref: paths.broadcast(scope), waiting: 0, rows: [] };
  if (actor.kind !== "member" || !answersFor(actor, scope)) return part;
  const [{ waiting }, { rows }] = await Promise.all([
    countInbox(actor, scope),
    listRows(actor, scope, "attente", { limit: OF_CONSOLE }),
  ]);
  return { ...part, waiting, rows };
}

/** How many conversations wait for an answer in a place's care, and how many the reader looks after. */
export async function countInbox(actor: Actor, scope: Scope): Promise<{ waiting: number; mine: number }> {
  if (actor.kind !== "member" || !answersFor(actor, scope)) return { waiting: 0, mine: 0 };
  const [counts] = await readRows<{ waiting: number; mine: number }>(sql`
    select count(*) filter (where v.waiting_since is not null)::int as waiting,
      count(*) filter (where v.assignee_id = ${actor.id} and v.asked_at is not null)::int as mine
    from (${placesInCare(scope, clock.now())}) c join conversation v on v.scope = c.scope
    where v.kind = 'inbox' and (v.waiting_since is not null or v.assignee_id = ${actor.id}) and ${answersInbox(actor)}`);
  return counts ?? { waiting: 0, mine: 0 };
}

/**
 * The inbox of a place, for those who answer there: what was written to it, or to a place of it where nobody nearer is in
 * charge. Throws `not_found` for anybody else, and while their rights sleep.
 */
export async function getInbox(actor: Actor, asked: unknown, search: unknown = {}): Promise<InboxView> {
  const { data: scope } = placeScope.safeParse(asked);
  if (!scope || actor.kind !== "member" || !answersFor(actor, scope)) throw new AppError("not_found", "absent");
  const { voir: tab = "attente", apres: after } = inboxSearch.parse(search ?? {});
  const [[names], counts, page] = await Promise.all([
    readRows<PlaceNames>(namesOf(scope)),
    countInbox(actor, scope),
    listRows(actor, scope, tab, { after, limit: INBOX_PAGE }),
  ]);
  if (!names) throw new AppError("not_found", "absent");
  return {
    ...{ scope, tab, counts, ...page },
    place: placeName(names),
    placeHref: placeHref(names),
    consoleHref: paths.console(scope),
    broadcastHref: paths.broadcast(scope),
  };
}

/** What stands on top of a conversation with a place. Null for conversations of another kind. */
export async function findInboxHeader(actor: Actor, conversationId: string): Promise<InboxHeaderView | null> {
  type HeaderRow = PenRow &
    PlaceNames & { scope: string; home: string; waiting_since: Date | null } & {
      assignee_id: string | null;
      assignee: string | null;
      answerer: string | null;
      answered: boolean;
      received: boolean;
      opposed: boolean;
    };
  const [row] =
    isId(conversationId) && actor.kind === "member"
      ? await readRows<HeaderRow>(sql`
          select v.scope, v.waiting_since, ${placeColumns}, ${penColumns(actor)}, h.name as home,
            a.id as assignee_id, a.name as assignee, x.id is not null as answered, w.name as answerer,
            exists (select 1 from message b where b.conversation_id = v.id and b.broadcast_id is not null) as received,
            ${opposes(sql`v.scope`)} as opposed
          from conversation v ${placeJoins(sql`v.scope`)} join member m on m.id = v.member_id ${profileOf}
            join section h on h.id = m.section_id
            left join member a on a.id = v.assignee_id and a.erased_at is null
            left join lateral (select y.id, y.author_id from message y where y.conversation_id = v.id and y.from_place
              and y.broadcast_id is null order by y.seq desc limit 1) x on true
            left join member w on w.id = x.author_id and w.erased_at is null
          where v.id = ${conversationId} and v.kind = 'inbox' and ${visibleConversations(actor)}`)
      : [];
  if (!row || actor.kind !== "member") return null;
  const mine = row.pen_id === actor.id;
  const [holders, assignable] = await Promise.all([
    listHolders(actor, row.scope),
    mine ? null : listAssignable(row.scope, row.pen_id ?? ""),
  ]);
  return {
    ...{ conversationId, scope: row.scope, mine, from: toPen(row), home: row.home, assignable },
    place: placeName(row),
    placeHref: placeHref(row),
    holders: holders.flatMap(({ name }) => name ?? []),
    waitingSince: row.waiting_since,
    answeredBy: row.answered ? (row.answerer ?? "Une personne responsable") : null,
    assignee: row.assignee_id && row.assignee ? { id: row.assignee_id, name: row.assignee } : null,
    inboxHref: mine ? null : paths.inbox(inboxOf(actor, row.scope)),
    broadcasts: mine ? { received: row.received, opposed: row.opposed } : null,
  };
}

/** The inbox that the reader comes from: of her nearest mandate over the place. */
function inboxOf(actor: Member, scope: Scope): Scope {
  return (
    outerScopes(scope).findLast((one) => actor.grants.some((grant) => grant.scope === one && answersFor(actor, one))) ??
    scope
  );
}

/** Who may look after a conversation with a place: those who answer there, the nearest first; not the member herself. */
export async function listAssignable(scope: Scope, besides: string): Promise<{ id: string; name: string }[]> {
  const now = clock.now();
  return readRows(sql`
    select m.id, m.name from member m
    where m.id in (select g.member_id from mandate g where g.scope = any(${outerScopes(scope)}::text[])) and m.id <> ${besides}
      and ${answersThere(sql`${scope}::text`, now)}
    order by (select max(length(g.scope)) from mandate g where g.member_id = m.id and g.scope = any(${outerScopes(scope)}::text[])
      and (g.ends_at is null or g.ends_at > ${now})) desc, m.folded_name, m.id limit ${ASSIGNABLE}`);
}

/** Where a letter of before is now: a message, for who may read it. Throws `not_found` for anybody else. */
export async function findFormerLetter(actor: Actor, id: string): Promise<{ conversationId: string; seq: number }> {
  const [row] =
    isId(id) && actor.kind === "member"
      ? await readRows<{ conversationId: string; seq: number }>(sql`
          select v.id as "conversationId", x.seq from message x join conversation v on v.id = x.conversation_id
          where x.id = ${id} and v.kind = 'inbox' and ${visibleMessages(actor)}`)
      : [];
  if (!row) throw new AppError("not_found", "absent");
  return row;
}
