import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { paths } from "@/core/paths.ts";
import { clock } from "@/platform/clock.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { reportHidden, reportShown } from "../field-report.facts.ts";
import { visibleReports } from "../field-report.policy.ts";

type Row = {
  id: string;
  scope: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  heard: string;
  title: string;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

const columns = (actor: Actor): Sql => sql`
  r.id, r.scope, r.author_id, r.heard, e.title, r.hidden_at is not null as hidden, r.published_at as at,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then s.name end as section,
  ${visibleReports(actor)} as seen`;
const joins = sql`from field_report r join event e on e.id = r.event_id
  left join member m on m.id = r.author_id left join section s on s.id = m.section_id`;

/** What was heard; the captions of pictures are read with it on its page. */
const wordsOf = ({ title, heard }: Row) => (heard === "" ? `Compte rendu : ${title}` : heard);

function lineOf(row: Row) {
  const place = { label: `Compte rendu : ${row.title}`, href: row.seen ? paths.fieldReport(row.id) : null };
  return { id: row.id, author: row.author, text: wordsOf(row), hidden: row.hidden, place };
}

async function find(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} ${joins} where r.id = ${id} and r.hidden_at is null and ${visibleReports(actor)}`);
  return row ? { ...lineOf(row), scope: row.scope, authorId: row.author_id } : null;
}

async function list(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where r.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

async function read(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} ${joins} where r.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  return { ...lineOf(row), at: row.at, section: row.section, history: [], answers: null, before: [], after: [] };
}

/** Hides a report or shows it again, for a decision whose policy is the caller's: totals follow. */
async function setHidden(
  tx: Tx,
  { objectId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const [row] = await tx.$queryRaw<{ event_id: string }[]>(sql`
    update field_report set hidden_at = ${hidden ? clock.now() : null}
    where id = ${objectId} and (hidden_at is null) = ${hidden} returning event_id`);
  if (!row) return null;
  const ids = { reportId: objectId, eventId: row.event_id };
  return hidden ? reportHidden(ids) : reportShown(ids);
}

/** What field reports offer to moderation. Those answerable for the place decide, and nobody by the event itself. */
export const fieldReportReports = {
  kind: "field-report",
  title: "Signaler un compte rendu",
  find,
  list,
  read,
  authorOfCase: sql`(select r.author_id from field_report r where r.id = k.object_id)`,
  decidedBy: () => sql`false`,
  decidesSomewhere: () => sql`false`,
  setHidden,
} as const;
