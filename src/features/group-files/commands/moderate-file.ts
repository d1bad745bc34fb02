import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { sizeWords } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { judgedScope } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { groupFileHidden, groupFileShown } from "../file.facts.ts";
import { judgedFiles, visibleFiles } from "../file.policy.ts";

type Row = {
  id: string;
  scope: string;
  name: string;
  size: number;
  group_id: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

const columns = (actor: Actor): Sql => sql`
  f.id, ${judgedScope} as scope, f.name, s.size, g.id as group_id, f.added_by_id as author_id, f.added_at as at,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then h.name end as section,
  f.hidden_at is not null as hidden, (${visibleFiles(actor)} or ${judgedFiles(actor)}) as seen`;
const joins = sql`from group_file f join member_group g on g.id = f.group_id join stored_file s on s.id = f.file_id
  left join member m on m.id = f.added_by_id left join section h on h.id = m.section_id`;

/** Who judges a file opens it, whether or not she reads its group. */
function lineOf(row: Row) {
  const href = row.seen ? paths.api.groupFile(row.group_id, row.id) : null;
  const text = `Fichier : ${row.name} (${sizeWords(row.size)})`;
  return { id: row.id, author: row.author, text, hidden: row.hidden, place: { label: row.name, href } };
}

async function find(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} ${joins} where f.id = ${id} and ${visibleFiles(actor)}`);
  return row ? { ...lineOf(row), scope: row.scope, authorId: row.author_id } : null;
}

async function list(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where f.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

async function read(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where f.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  return { ...lineOf(row), at: row.at, section: row.section, history: [], answers: null, before: [], after: [] };
}

/** Hides a file or shows it again, for a decision whose policy is the caller's. */
async function setHidden(
  tx: Tx,
  { objectId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const [row] = await tx.$queryRaw<{ group_id: string }[]>(sql`
    update group_file set hidden_at = ${hidden ? clock.now() : null}
    where id = ${objectId} and (hidden_at is null) = ${hidden} returning group_id`);
  if (!row) return null;
  const ids = { fileId: objectId, groupId: row.group_id };
  return hidden ? groupFileHidden(ids) : groupFileShown(ids);
}

/** What files offer to moderation. Those answerable for the place decide, and nobody by the group itself. */
export const groupFileReports = {
  kind: "group-file",
  title: "Signaler un fichier",
  find,
  list,
  read,
  authorOfCase: sql`(select f.added_by_id from group_file f where f.id = k.object_id)`,
  decidedBy: () => sql`false`,
  decidesSomewhere: () => sql`false`,
  setHidden,
} as const;
