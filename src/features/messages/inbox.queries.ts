import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { excerptOf } from "@/core/excerpt.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { conversationsInCare } from "./inbox.policy.ts";
import { INBOX_PAGE, type InboxTab } from "./inbox.rules.ts";
import { inboxSearch, placeScope } from "./inbox.schema.ts";
import type { InboxPartView, InboxRowView, InboxView } from "./inbox.views.ts";
import { answersFor, answersInbox, visibleMessages } from "./message.policy.ts";
import { EXCERPT_MAX } from "./message.rules.ts";
import { type PenRow, penColumns, toPen } from "./pen.queries.ts";
import { namesOf, placeColumns, placeJoins } from "./place.queries.ts";
import { type PlaceNames, placeHref, placeName } from "./place.rules.ts";

const OF_CONSOLE = 5;

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
    from (${conversationsInCare(scope, clock.now())}) c join conversation v on v.id = c.id
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
    from (${conversationsInCare(scope, clock.now())}) c join conversation v on v.id = c.id
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
