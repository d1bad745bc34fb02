import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { paths } from "@/core/paths.ts";
import { judgedScope } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { groupNoteHidden, groupNoteShown } from "../note.facts.ts";
import { visibleNotes } from "../note.policy.ts";

type Row = {
  id: string;
  scope: string;
  title: string;
  body: string;
  group_id: string;
  slug: string;
  group_name: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

const columns = (actor: Actor): Sql => sql`
  n.id, ${judgedScope} as scope, n.title, n.body, g.id as group_id, g.slug, g.name as group_name, n.created_by_id as author_id,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then s.name end as section,
  n.hidden_at is not null as hidden, n.updated_at as at, ${visibleNotes(actor)} as seen`;
const joins = sql`from group_note n join member_group g on g.id = n.group_id
  left join member m on m.id = n.created_by_id left join section s on s.id = m.section_id`;
/** Earlier wordings that are shown to those who decide. */
const HISTORY = 20;

const wordsOf = ({ title, body }: { title: string; body: string }) => [title, body].filter(Boolean).join("\n\n");

function lineOf(row: Row) {
  const group = { id: row.group_id, slug: row.slug };
  // Whoever decides without reading the group learns what was reported, and not whose it is.
  const label = row.seen ? `Note : ${row.title}` : "Note de groupe";
  const place = { label, href: row.seen ? paths.groupNote(group, row.id) : null };
  return { id: row.id, author: row.author, text: wordsOf(row), hidden: row.hidden, place };
}

async function find(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} ${joins} where n.id = ${id} and ${visibleNotes(actor)}`);
  return row ? { ...lineOf(row), scope: row.scope, authorId: row.author_id } : null;
}

async function list(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where n.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

async function read(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where n.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  const revisions = await db.groupNoteRevision.findMany({
    where: { noteId: id },
    orderBy: { number: "desc" },
    take: HISTORY + 1,
    select: { title: true, body: true, savedAt: true },
  });
  const history = revisions.slice(1).map((one, index) => ({
    text: wordsOf(one),
    until: revisions[index]?.savedAt ?? row.at,
  }));
  return {
    ...lineOf(row),
    ...{ at: row.at, section: row.section, history: history.reverse() },
    ...{ answers: null, before: [], after: [] },
  };
}

/** Hides a note or shows it again, for a decision whose policy is the caller's. */
async function setHidden(
  tx: Tx,
  { objectId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const [row] = await tx.$queryRaw<{ group_id: string }[]>(sql`
    update group_note set hidden_at = ${hidden ? clock.now() : null}
    where id = ${objectId} and (hidden_at is null) = ${hidden} returning group_id`);
  if (!row) return null;
  const ids = { noteId: objectId, groupId: row.group_id };
  return hidden ? groupNoteHidden(ids) : groupNoteShown(ids);
}

/** What notes offer to moderation. Those answerable for the place decide, and nobody by the group itself. */
export const groupNoteReports = {
  kind: "group-note",
  title: "Signaler une note",
  find,
  list,
  read,
  authorOfCase: sql`(select n.created_by_id from group_note n where n.id = k.object_id)`,
  decidedBy: () => sql`false`,
  decidesSomewhere: () => sql`false`,
  setHidden,
} as const;
