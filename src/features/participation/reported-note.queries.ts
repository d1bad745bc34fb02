import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { visibleEvents } from "@/features/events/index.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { visibleNotes } from "./note.policy.ts";

type Row = {
  id: string;
  scope: Scope;
  words: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  eventId: string;
  slug: string;
  title: string;
  hidden: boolean;
  seen: boolean;
  at: Date;
  parentId: string | null;
};
type Line = { id: string; author: string | null; text: string; at: Date };

const columns = (actor: Actor): Sql => sql`
  n.id, e.scope, n.words, n.author_id, n.parent_id as "parentId", e.id as "eventId", e.slug, e.title, n.written_at as at,
  n.hidden_at is not null as hidden, ${visibleEvents(actor)} as seen,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then s.name end as section
  from event_note n join event e on e.id = n.event_id
  left join member m on m.id = n.author_id left join section s on s.id = m.section_id`;

function lineOf(row: Row) {
  const { id, author, words, hidden, seen, title, eventId, slug } = row;
  const place = { label: title, href: seen ? paths.event({ id: eventId, slug }) : null };
  return { id, author, text: words, hidden, place };
}

/** A note that this actor reads, in a transaction or out of one; null otherwise. */
export async function findReadableNote(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} where n.id = ${id} and e.stage in ('published', 'cancelled') and ${visibleNotes(actor)}`);
  return row ? { ...lineOf(row), scope: row.scope, authorId: row.author_id } : null;
}

/** Reported notes, hidden ones too. No gate here: the case of each is what was gated. */
export async function listReportedNotes(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} where n.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

/** A reported note, with the question that it answers, or the answers that it had. No gate here: its case is what was gated. */
export async function getReportedNote(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} where n.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  const around = await db.$queryRaw<Row[]>(sql`
    select ${columns(actor)} where n.id = ${row.parentId} or n.parent_id = ${id} order by n.written_at, n.id limit 5`);
  const toLine = (one: Row): Line => ({ id: one.id, author: one.author, text: one.words, at: one.at });
  const question = around.find((one) => one.id === row.parentId);
  return {
    ...lineOf(row),
    at: row.at,
    section: row.section,
    history: [],
    answers: question ? toLine(question) : null,
    before: [],
    after: around.filter((one) => one !== question).map(toLine),
  };
}
