import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { visibleEvents } from "./event.policy.ts";

type Place = { label: string; href: string | null };
/** An event that a reader reports. */
export type ReadableEvent = { id: string; scope: Scope; authorId: string | null; text: string; place: Place };
/** A reported event, for those who decide. */
export type ReportedEvent = {
  id: string;
  author: string | null;
  text: string;
  hidden: boolean;
  place: Place;
  at: Date;
  section: string | null;
  history: { text: string; until: Date }[];
  answers: null;
  before: [];
  after: [];
};

type Row = {
  id: string;
  slug: string;
  scope: Scope;
  title: string;
  description: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  created_at: Date;
  hidden: boolean;
  seen: boolean;
};
const columns = (actor: Actor) => sql`
  e.id, e.slug, e.scope, e.title, e.description, e.created_by_id as author_id, e.created_at, e.hidden_at is not null as hidden,
  case when m.erased_at is null then m.name end as author, case when m.erased_at is null then s.name end as section,
  ${visibleEvents(actor)} as seen`;
const joins = sql`left join member m on m.id = e.created_by_id left join section s on s.id = m.section_id`;

/** Title and description are what is reported and hidden: the whole event with them. */
const textOf = ({ title, description }: { title: string; description: string }) =>
  [title, description].filter(Boolean).join("\n\n");
const placeOf = ({ id, slug, title, seen }: Row): Place => ({
  label: title,
  href: seen ? paths.event({ id, slug }) : null,
});
const lineOf = (row: Row) => ({
  id: row.id,
  author: row.author,
  text: textOf(row),
  hidden: row.hidden,
  place: placeOf(row),
});

/** An event that this actor reads and moderation has not hidden, in a transaction or out of one; null otherwise. */
export async function findReadableEvent(tx: Tx, actor: Actor, id: string): Promise<ReadableEvent | null> {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} from event e ${joins}
    where e.id = ${id} and e.hidden_at is null and e.stage in ('published', 'cancelled') and ${visibleEvents(actor)}`);
  return row ? { id, scope: row.scope, authorId: row.author_id, text: textOf(row), place: placeOf(row) } : null;
}

/** Reported events, hidden ones too. No gate here: the case of each is what was gated. */
export async function listReportedEvents(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${columns(actor)} from event e ${joins} where e.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

/** A reported event, with what it said before. No gate here: its case is what was gated. */
export async function getReportedEvent(actor: Actor, id: string): Promise<ReportedEvent> {
  const [row] = await db.$queryRaw<Row[]>(sql`select ${columns(actor)} from event e ${joins} where e.id = ${id}`);
  if (!row) throw new AppError("not_found", "absent");
  const changes = await db.eventChange.findMany({
    where: { eventId: id, kind: "changed", fields: { hasSome: ["title", "description"] } },
    orderBy: { at: "desc" },
    select: { before: true, at: true },
  });
  // From the present wording back: each change holds what it replaced.
  let wording = { title: row.title, description: row.description };
  const history = changes.map(({ before, at: until }) => {
    wording = { ...wording, ...wordsIn(before) };
    return { text: textOf(wording), until };
  });
  return {
    ...lineOf(row),
    at: row.created_at,
    section: row.section,
    history: history.reverse(),
    answers: null,
    before: [],
    after: [],
  };
}

function wordsIn(before: unknown): { title?: string; description?: string } {
  const { title, description } = (before ?? {}) as Record<string, unknown>;
  return {
    ...(typeof title === "string" && { title }),
    ...(typeof description === "string" && { description }),
  };
}
