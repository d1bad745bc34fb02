import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { sizeWords } from "@/core/file-kinds.ts";
import { counted } from "@/core/french-dates.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { judgedMessages } from "./attachment.policy.ts";
import { filesOfMessages, photosOfMessages } from "./attachment.queries.ts";
import { noteMessageReading } from "./commands/note-reading.ts";
import { visibleMessages } from "./message.policy.ts";
import { NEIGHBOURS } from "./message.rules.ts";

const UNREAD = "Message d’une conversation privée";
const notFound = () => new AppError("not_found", "absent");

type Row = {
  id: string;
  conversation_id: string;
  broadcast_id: string | null;
  seq: number;
  author_id: string | null;
  author: string | null;
  section: string | null;
  body: string;
  at: Date;
  hidden: boolean;
  deleted: boolean;
  photos: number;
  files: number;
  seen: boolean;
};

/** No name of the conversation: who judges learns what was reported, and not where. */
const columns = (seen: Sql): Sql => sql`
  x.id, x.conversation_id, x.broadcast_id, x.seq, x.author_id, x.body, x.created_at as at, x.hidden_at is not null as hidden,
  x.deleted_at is not null as deleted, coalesce(${seen}, false) as seen,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then s.name end as section,
  (select count(*)::int from message_photo h where h.message_id = x.id) as photos,
  (select count(*)::int from message_file f where f.message_id = x.id) as files`;
const joins = sql`from message x join conversation v on v.id = x.conversation_id
  left join member m on m.id = x.author_id left join section s on s.id = m.section_id`;

/** The words of a message, and how much goes with them. */
function textOf({ body, deleted, photos, files }: Pick<Row, "body" | "deleted" | "photos" | "files">): string {
  if (deleted) return "(message supprimé)";
  const beside = [photos && counted(photos, "photo"), files && counted(files, "fichier")].filter(Boolean).join(", ");
  return [body, beside && `(${beside})`].filter(Boolean).join("\n") || "(sans texte)";
}

/** For its author, for who reads its conversation, and nobody else: a list is no reading of what is private. */
function lineOf(row: Row, own: boolean) {
  return {
    id: row.id,
    author: row.author,
    text: row.seen || own ? textOf(row) : UNREAD,
    hidden: row.hidden,
    place: { label: "Conversation privée", href: row.seen ? paths.message(row.conversation_id, row.seq) : null },
  };
}

/** What one of the conversation reports, as she reads it; null when absent or hidden from her. */
export async function findReportedMessage(tx: Tx, actor: Actor, id: string) {
  const seen = visibleMessages(actor);
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(seen)} ${joins} where x.id = ${id} and x.deleted_at is null and x.hidden_at is null and ${seen}`);
  if (!row) return null;
  const copy = row.broadcast_id ? await reportedCopy(tx, row.broadcast_id, id) : id;
  if (!copy) return null;
  const { text, place } = lineOf(row, false);
  return { id: copy, scope: "national" as Scope, authorId: row.author_id, text, place };
}

/**
 * Of a broadcast, the copy that was reported first: whoever reports another one speaks of the same words, in the same case,
 * and nobody's conversation is read for it. Null once it is hidden: its job may not have come to this copy yet.
 */
async function reportedCopy(tx: Tx, broadcastId: string, id: string): Promise<string | null> {
  // Two who report it first at the same time: the second one waits, and sees the first one's case.
  await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtextextended('reporting ' || ${broadcastId}, 0))::text`);
  const [row] = await tx.$queryRaw<{ hidden: boolean; copy: string | null }[]>(sql`
    select b.hidden_at is not null as hidden, (select x.id from message x
      join moderation_case k on k.kind = 'message' and k.object_id = x.id
      where x.broadcast_id = b.id order by k.opened_at, k.id limit 1) as copy
    from broadcast b where b.id = ${broadcastId}`);
  return row?.hidden ? null : (row?.copy ?? id);
}

/** Reported ones, hidden too. The case of each was gated; their words are hers alone who wrote or reads them. */
export async function listReportedMessages(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${columns(visibleMessages(actor))} ${joins} where x.id = any(${[...ids]}::text[])`);
  return rows.map((row) => lineOf(row, actor.kind === "system" || row.author_id === actor.id));
}

type Near = Row & { hidden: boolean };

/** One with those around it, for who judges it: the reading is written down first. Throws `not_found`. */
export async function readReportedMessage(actor: Actor, id: string) {
  if (actor.kind === "member") await noteMessageReading({ actor }, { messageId: id });
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${columns(sql`false`)} ${joins} where x.id = ${id} and ${judgedMessages(actor)}`);
  if (!row) throw notFound();
  const near = (earlier: boolean) =>
    db.$queryRaw<Near[]>(sql`
      select ${columns(sql`false`)} ${joins}
      where x.conversation_id = ${row.conversation_id} and x.seq ${earlier ? sql`<` : sql`>`} ${row.seq}
      order by x.seq ${earlier ? sql`desc` : sql`asc`} limit ${NEIGHBOURS}`);
  const [before, after, photos, files, kept] = await Promise.all([
    near(true),
    near(false),
    photosOfMessages([id]),
    filesOfMessages([id]),
    db.reportedWords.findMany({ where: { messageId: id }, orderBy: { until: "asc" } }),
  ]);
  const beside = [id];
  return {
    ...lineOf(row, true),
    text: row.deleted ? textOf(row) : row.body || "(sans texte)",
    ...{
      at: row.at,
      section: row.section,
      history: kept.map(({ body, until }) => ({ text: body, until })),
      answers: null,
    },
    pictures: beside.flatMap((of) =>
      (photos.get(of) ?? []).map((photo) => ({
        small: paths.api.messagePhoto(photo.id, "petite"),
        large: paths.api.messagePhoto(photo.id, "grande"),
        description: photo.description,
      })),
    ),
    files: beside.flatMap((of) =>
      (files.get(of) ?? []).map((file) => ({
        name: file.name,
        size: sizeWords(file.size),
        href: paths.api.messageFile(file.id),
      })),
    ),
    before: before.reverse().map(toNeighbour),
    after: after.map(toNeighbour),
  };
}

const toNeighbour = (row: Near) => ({
  id: row.id,
  author: row.author,
  text: row.hidden ? "(message masqué)" : textOf(row),
  at: row.at,
});
