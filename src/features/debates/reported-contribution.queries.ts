import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { db, type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { visibleDebates } from "./debate.policy.ts";

/** Where a contribution stands, as its reader may see it: without a link where the debate is closed to her. */
type Place = { label: string; href: string | null };
type Line = { id: string; author: string | null; text: string; at: Date };

/** A contribution that a reader reports. */
export type ReadableContribution = { id: string; scope: Scope; authorId: string | null; text: string; place: Place };

/** A reported contribution in a list, for those who decide. */
export type ReportedLine = { id: string; author: string | null; text: string; hidden: boolean; place: Place };

/** A reported contribution, whole, for those who decide. */
export type ReportedContribution = ReportedLine & {
  at: Date;
  /** The author's section; null once the account is erased. */
  section: string | null;
  /** What it said before, oldest first, and until when. */
  history: { text: string; until: Date }[];
  /** What it replies to. */
  answers: Line | null;
  before: Line[];
  after: Line[];
};

/** How many neighbours of a contribution are read with it, on each side. */
const NEIGHBOURS = 2;

/** A contribution `c` of a debate `d`, itself and what it replies to, as this actor reads them. */
const readable = (actor: Actor): Sql => sql`(c.hidden_at is null and ${visibleDebates(actor)} and not exists (
  select 1 from contribution p where p.id = c.parent_id and p.hidden_at is not null))`;

/** Where a debate's hosts are who decides about its contributions, for a case `k`: only where they read it. */
export function hostedContributions(actor: Actor): Sql {
  if (actor.kind !== "member" || !actor.adherent) return sql`false`;
  return sql`exists (
    select 1 from contribution c join debate d on d.id = c.debate_id
    join debate_host h on h.debate_id = d.id and h.member_id = ${actor.id}
    where c.id = k.object_id and ${visibleDebates(actor)})`;
}

/** Whether the actor hosts any debate. */
export function hostsSomewhere(actor: Actor): Sql {
  if (actor.kind !== "member" || !actor.adherent) return sql`false`;
  return sql`exists (select 1 from debate_host h where h.member_id = ${actor.id})`;
}

type PlaceRow = { debate_id: string; slug: string; question: string; seq: number; hidden: boolean; seen: boolean } & {
  /** What a reply answers: its page is the reply's. */
  parent_seq: number | null;
  parent_hidden: boolean;
};
const placeColumns = (actor: Actor) => sql`
  d.id as debate_id, d.slug, d.question, c.seq, c.hidden_at is not null as hidden, ${visibleDebates(actor)} as seen,
  (select p.seq from contribution p where p.id = c.parent_id) as parent_seq,
  exists (select 1 from contribution p where p.id = c.parent_id and p.hidden_at is not null) as parent_hidden`;
/** What is hidden has no page any more, nor have the replies to it: their debate has. */
function placeOf({
  debate_id: id,
  slug,
  question,
  seq,
  parent_seq: parent,
  hidden,
  parent_hidden,
  seen,
}: PlaceRow): Place {
  const page = `${paths.contribution({ id, slug }, parent ?? seq)}${parent ? `#c-${seq}` : ""}`;
  const href = hidden || parent_hidden ? paths.debate({ id, slug }) : page;
  return { label: question, href: seen ? href : null };
}

/** A contribution or reply that this actor reads, in a transaction or out of one; null when absent or hidden from her. */
export async function findReadableContribution(tx: Tx, actor: Actor, id: string): Promise<ReadableContribution | null> {
  type Row = PlaceRow & { id: string; scope: Scope; author_id: string | null; body: string };
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select c.id, d.scope, c.author_id, c.body, ${placeColumns(actor)}
    from contribution c join debate d on d.id = c.debate_id where c.id = ${id} and ${readable(actor)}`);
  if (!row) return null;
  return { id, scope: row.scope, authorId: row.author_id, text: row.body, place: placeOf(row) };
}

type LineRow = PlaceRow & { id: string; author: string | null; body: string };
const lineColumns = (actor: Actor) => sql`
  c.id, c.body, ${placeColumns(actor)},
  case when m.erased_at is null then m.name end as author`;
const lineJoins = sql`join debate d on d.id = c.debate_id left join member m on m.id = c.author_id`;
const lineOf = (row: LineRow): ReportedLine => {
  const { id, author, body: text, hidden } = row;
  return { id, author, text, hidden, place: placeOf(row) };
};

/** Reported contributions, hidden ones too. No gate here: the case of each is what was gated. */
export async function listReportedContributions(actor: Actor, ids: readonly string[]): Promise<ReportedLine[]> {
  const rows = await db.$queryRaw<LineRow[]>(sql`
    select ${lineColumns(actor)} from contribution c ${lineJoins} where c.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

/** A reported contribution with what surrounds it. No gate here: its case is what was gated. */
export async function getReportedContribution(actor: Actor, id: string): Promise<ReportedContribution> {
  type Row = LineRow & { created_at: Date; section: string | null; parent_id: string | null };
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${lineColumns(actor)}, c.created_at, c.parent_id, case when m.erased_at is null then s.name end as section
    from contribution c ${lineJoins} left join section s on s.id = m.section_id where c.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  const revisions = await db.contributionRevision.findMany({
    where: { contributionId: id },
    orderBy: { number: "asc" },
  });
  const sibling = row.parent_id ? sql`c.parent_id = ${row.parent_id}` : sql`c.parent_id is null`;
  const near = (where: Sql, order: Sql) =>
    listLines(sql`c.debate_id = ${row.debate_id} and ${sibling} and c.hidden_at is null and ${where}
      order by c.seq ${order} limit ${NEIGHBOURS}`);
  const [answers, before, after] = await Promise.all([
    row.parent_id ? listLines(sql`c.id = ${row.parent_id} and c.hidden_at is null`) : [],
    near(sql`c.seq < ${row.seq}`, sql`desc`),
    near(sql`c.seq > ${row.seq}`, sql`asc`),
  ]);
  return {
    ...lineOf(row),
    at: row.created_at,
    section: row.section,
    history: revisions.map(({ body: text, replacedAt: until }) => ({ text, until })),
    answers: answers[0] ?? null,
    before: before.reverse(),
    after,
  };
}

function listLines(where: Sql): Promise<Line[]> {
  return db.$queryRaw<Line[]>(sql`
    select c.id, case when m.erased_at is null then m.name end as author, c.body as text, c.created_at as at
    from contribution c left join member m on m.id = c.author_id where ${where}`);
}
