import type { Actor, Member } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type NoticeFamily, noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import type { NoticeRow, NoticeWords } from "@/platform/notices.ts";
import { namesIt } from "./digest.rules.ts";
import { visibleNotices } from "./notice.policy.ts";
import { readTopic, topicWords, UNREAD_COUNTED } from "./notice.rules.ts";
import { latestInput, listInput } from "./notice.schema.ts";
import type { LatestNoticesView, NoticeListView, NoticeView } from "./notice.views.ts";
import { told } from "./told.rules.ts";

const PAGE_SIZE = 20;

export type ReadRow = NoticeRow & { readAt: Date | null };

/** The columns of notices `n`, as their words need them. */
export const noticeColumns = sql`n.id, n.kind, n.topic, n.subject, n.subject_id as "subjectId", n.actor_id as "actorId",
  n.ids, n.count, n.at, n.read_at as "readAt"`;

/** Which kinds each feature has the words of: those that it tells of. */
const named = told.map(
  ({ sources, sweeps = [] }) => new Set([...sources.map(({ kind }) => kind), ...sweeps.flatMap(({ kinds }) => kinds)]),
);

/** The words of notices for their reader, by id; those without words are not hers to read any more. */
export async function describeNotices(
  actor: Actor,
  rows: readonly NoticeRow[],
): Promise<ReadonlyMap<string, NoticeWords>> {
  const described = await Promise.all(
    told.map(({ describe }, index) => {
      const own = rows.filter(({ kind }) => named[index]?.has(kind));
      return own.length > 0 ? describe(actor, own) : new Map<string, NoticeWords>();
    }),
  );
  return new Map(described.flatMap((words) => [...words]));
}

const inFamily = (family: NoticeFamily | undefined): Sql =>
  family ? sql`and n.kind = any(${noticeKindIds.filter((id) => noticeKind(id).family === family)}::text[])` : sql``;

type Point = { at: Date; id: string };
/** Candidates looked at in one go: a page and some that she may not read any more. */
const LOOKED_AT = 60;

/** Which of these notices the actor may read. Each subject's law is a statement of its own, planned once. */
export async function visibleAmong(
  actor: Actor,
  rows: readonly { id: string; subject: string }[],
): Promise<ReadonlySet<string>> {
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  const found = await Promise.all(
    [...bySubject].map(([subject, some]) =>
      readRows<{ id: string }>(
        sql`select n.id from notice n where n.id = any(${some.map(({ id }) => id)}::text[]) and ${visibleNotices(actor, subject)}`,
        { planned: true },
      ),
    ),
  );
  return new Set(found.flat().map(({ id }) => id));
}

/** Her notices of the centre that she may read, the newest first: as many as asked, after a point. */
async function readInOrder(actor: Member, which: Sql, limit: number, after?: Point): Promise<ReadRow[]> {
  const read: ReadRow[] = [];
  for (let point = after; ; ) {
    const wanted = Math.max(LOOKED_AT, limit - read.length);
    const rows = await readRows<ReadRow>(sql`
      select ${noticeColumns} from notice n where n.member_id = ${actor.id} and n.in_app ${which}
        ${point ? sql`and (n.at, n.id) < (${point.at}, ${point.id})` : sql``}
      order by n.at desc, n.id desc limit ${wanted}`);
    const visible = await visibleAmong(actor, rows);
    read.push(...rows.filter(({ id }) => visible.has(id)));
    point = rows.at(-1);
    if (rows.length < wanted || read.length >= limit) return read.slice(0, limit);
  }
}

/** A page of the centre: what concerns her, the newest first, as its address asks for it. */
export async function listNotices(actor: Actor, input: unknown = {}): Promise<NoticeListView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { famille, voir, apres } = listInput.parse(input ?? {});
  const which = sql`${inFamily(famille)} ${voir ? unread : sql``}`;
  const [rows, waiting] = await Promise.all([readInOrder(actor, which, PAGE_SIZE + 1, apres), countNotices(actor)]);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    notices: await toViews(actor, page),
    next: rows.length > PAGE_SIZE && last ? `${last.at.getTime().toString(36)}-${last.id}` : null,
    family: famille ?? null,
    unreadOnly: voir === "non-lues",
    first: !apres,
    unread: waiting,
    now: clock.now(),
  };
}

const unread = sql`and n.read_at is null`;

/** How many unread notices wait in her centre, up to one more than are counted one by one. */
export async function countNotices(actor: Actor): Promise<number> {
  if (actor.kind !== "member") return 0;
  return (await readInOrder(actor, unread, UNREAD_COUNTED + 1)).length;
}

/** What the bell shows: how many are unread, and the latest, as many as asked. */
export async function getLatestNotices(actor: Actor, input: unknown): Promise<LatestNoticesView> {
  if (actor.kind !== "member") throw new AppError("not_found", "absent");
  const { nombre } = latestInput.parse(input ?? {});
  const [waiting, latest] = await Promise.all([
    countNotices(actor),
    nombre > 0 ? readInOrder(actor, sql``, nombre) : [],
  ]);
  return { unread: waiting, notices: await toViews(actor, latest), now: clock.now() };
}

/** What a page is about: all that may be muted as one, the thing of an id, or a whole family. */
export type AboutWhat = { topic: string } | { about: string } | { all: true; family: NoticeFamily };

/** Whether a notice `n` is about the thing of this id, alone: a line that counts several is not read at one of them. */
export const isAbout = (id: string): Sql => sql`(n.subject_id = ${id}
  or (n.count = 1 and exists (select 1 from jsonb_each_text(n.ids) v where v.value = ${id})))`;

/** Whether anything unread, in the centre or on its way by mail, is about this. */
export async function hasUnreadAbout(actor: Actor, what: AboutWhat): Promise<boolean> {
  if (actor.kind !== "member") return false;
  const is = "topic" in what ? sql`n.topic = ${what.topic}` : "about" in what ? isAbout(what.about) : sql`n.in_app`;
  const family = "family" in what ? inFamily(what.family) : sql``;
  const rows = await readRows(sql`
    select 1 as found from notice n where n.member_id = ${actor.id} and n.read_at is null and ${is} ${family} limit 1`);
  return rows.length > 0;
}

async function toViews(actor: Member, rows: readonly ReadRow[]): Promise<NoticeView[]> {
  const [words, muted] = await Promise.all([describeNotices(actor, rows), mutedOf(actor, rows)]);
  return rows.flatMap((row): NoticeView[] => {
    const said = words.get(row.id);
    if (!said) return [];
    const kind = noticeKind(row.kind);
    const sort = kind.essential ? undefined : readTopic(row.topic)?.sort;
    const isMuted = muted.has(row.topic);
    const topicWord = sort ? topicWords[sort] : undefined;
    return [
      {
        ...{ id: row.id, kind: row.kind, family: kind.family, text: said.text, href: said.href },
        ...{
          about: said.about && !namesIt(said) ? said.about : null,
          at: row.at,
          count: row.count,
          unread: row.readAt === null,
          why: kind.why,
        },
        topic: topicWord ? { id: row.topic, label: isMuted ? topicWord.unmute : topicWord.mute, muted: isMuted } : null,
        can: { end: !kind.essential },
      },
    ];
  });
}

async function mutedOf(actor: Member, rows: readonly ReadRow[]): Promise<Set<string>> {
  const topics = [...new Set(rows.map(({ topic }) => topic).filter((topic) => topic !== ""))];
  if (topics.length === 0) return new Set();
  const muted = await readRows<{ topic: string }>(sql`
    select topic from topic_mute where member_id = ${actor.id} and topic = any(${topics}::text[])`);
  return new Set(muted.map(({ topic }) => topic));
}
