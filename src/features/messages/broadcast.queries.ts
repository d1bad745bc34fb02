import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import type { BroadcastDeskView, BroadcastView } from "./broadcast.views.ts";
import { canBroadcast, livesThere, opposes, receivesBroadcast } from "./inbox.policy.ts";
import { DAY_MS } from "./inbox.rules.ts";
import { placeScope } from "./inbox.schema.ts";
import { answersFor } from "./message.policy.ts";
import { namesOf } from "./place.queries.ts";
import { type PlaceNames, placeName } from "./place.rules.ts";

const PAST = 20;

/** Where those in charge write to all members of a place. Throws `not_found` for anybody else. */
export async function getBroadcastDesk(actor: Actor, asked: unknown): Promise<BroadcastDeskView> {
  const { data: scope } = placeScope.safeParse(asked);
  if (!scope || actor.kind !== "member" || !answersFor(actor, scope)) throw new AppError("not_found", "absent");
  const now = clock.now();
  const receives = receivesBroadcast({ scope, adherentsOnly: false, authorId: actor.id, now });
  type Counts = PlaceNames & { members: number; adherents: number; opposed: number };
  const [[counts], past] = await Promise.all([
    readRows<Counts>(sql`
      select v.*, n.members, n.adherents,
        (select count(*)::int from member m where m.erased_at is null and ${livesThere(scope)} and ${opposes(sql`${scope}::text`)}) as opposed
      from (${namesOf(scope)}) v,
        (select count(*)::int as members, count(*) filter (where m.adherent_since is not null)::int as adherents
          from member m where ${receives}) n`),
    listBroadcasts(actor, scope),
  ]);
  if (!counts) throw new AppError("not_found", "absent");
  const sentToday = past.some(({ sentAt }) => sentAt.getTime() > now.getTime() - DAY_MS);
  return {
    ...{ scope, past, opposed: counts.opposed },
    place: placeName(counts),
    inboxHref: paths.inbox(scope),
    reach: { members: counts.members, adherents: counts.adherents },
    can: { send: canBroadcast(actor, { scope, sentToday }).allowed },
  };
}

/** What was written to all members of a place, the latest first; nothing for who does not answer there. */
export async function listBroadcasts(actor: Actor, scope: Scope): Promise<BroadcastView[]> {
  if (!answersFor(actor, scope)) return [];
  return readRows<BroadcastView>(sql`
    select b.id, b.sent_at as "sentAt", case when b.hidden_at is null then b.words else '' end as words,
      b.adherents_only as "adherentsOnly", b.carried_count as carried, b.done_at is not null as done,
      b.stopped_at is not null as stopped, b.hidden_at is not null as hidden, (select m.name from member m where m.id = b.author_id and m.erased_at is null) as author
    from broadcast b where b.scope = ${scope} order by b.sent_at desc, b.id limit ${PAST}`);
}

/** Broadcasts that have not reached everybody, and that nobody may be carrying any more: for the clock's job. */
export async function listStalled(before: Date): Promise<string[]> {
  const rows = await db.broadcast.findMany({
    where: { doneAt: null, sentAt: { lt: before } },
    select: { id: true },
    orderBy: { sentAt: "asc" },
    take: 50,
  });
  return rows.map(({ id }) => id);
}

/** Broadcasts some of whose copies are not yet what moderation decided: for the clock's job. */
export async function listHalfModerated(): Promise<string[]> {
  const rows = await db.broadcast.findMany({ where: { moderatedTo: { not: null } }, select: { id: true }, take: 50 });
  return rows.map(({ id }) => id);
}

export type Stretch = { broadcastId: string; from: string; to: string };
/** `memberId` and `scope` are null where its member's account is erased, and it is kept for who judges it. */
type CopyRow = {
  conversationId: string;
  memberId: string | null;
  scope: string | null;
  seq: number;
  at: Date;
  lastSeq: number;
};

/** The copies of some broadcasts with the members between two ids, and those of some ids besides: for screens alone. */
export async function listCopies(stretches: readonly Stretch[], besides: readonly string[] = []): Promise<CopyRow[]> {
  const column = (name: keyof Stretch) => stretches.map((stretch) => stretch[name]);
  const columns = sql`v.id as "conversationId", v.member_id as "memberId", v.scope, x.seq, x.created_at as at, v.last_seq as "lastSeq"`;
  return readRows(sql`
    select ${columns}
    from unnest(${column("broadcastId")}::text[], ${column("from")}::text[], ${column("to")}::text[]) as c(id, low, high)
      join broadcast b on b.id = c.id
      join conversation v on v.scope = b.scope and v.member_id > c.low and v.member_id <= c.high
      join message x on x.broadcast_id = b.id and x.conversation_id = v.id
    union
    select ${columns} from message x join conversation v on v.id = x.conversation_id where x.id = any(${[...besides]}::text[])`);
}
