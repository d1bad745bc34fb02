import type { Actor, Member } from "@/core/actor.ts";
import { isId } from "@/core/ids.ts";
import { paths } from "@/core/paths.ts";
import { outerScopes, type Scope } from "@/core/scope.ts";
import { listHolders } from "@/features/mandates/index.ts";
import { profileOf } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { answersThere, opposes } from "./inbox.policy.ts";
import type { InboxHeaderView } from "./inbox.views.ts";
import { answersFor, visibleConversations } from "./message.policy.ts";
import { type PenRow, penColumns, toPen } from "./pen.queries.ts";
import { placeColumns, placeJoins } from "./place.queries.ts";
import { type PlaceNames, placeHref, placeName } from "./place.rules.ts";

const ASSIGNABLE = 30;

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
async function listAssignable(scope: Scope, besides: string): Promise<{ id: string; name: string }[]> {
  const now = clock.now();
  return readRows(sql`
    select m.id, m.name from member m
    where m.id in (select g.member_id from mandate g where g.scope = any(${outerScopes(scope)}::text[])) and m.id <> ${besides}
      and ${answersThere(sql`${scope}::text`, now)}
    order by (select max(length(g.scope)) from mandate g where g.member_id = m.id and g.scope = any(${outerScopes(scope)}::text[])
      and (g.ends_at is null or g.ends_at > ${now})) desc, m.folded_name, m.id limit ${ASSIGNABLE}`);
}
