import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { keepWords, keptWords } from "@/platform/kept-words.ts";
import { judgedScope, visibleGroups } from "./group.policy.ts";

type Place = { label: string; href: string | null };
type Row = {
  id: string;
  slug: string;
  scope: Scope;
  name: string;
  purpose: string;
  about: string;
  rules: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  created_at: Date;
  hidden: boolean;
  seen: boolean;
};

type Words = Pick<Row, "name" | "purpose" | "about" | "rules">;

const columns = (actor: Actor) => sql`
  g.id, g.slug, ${judgedScope} as scope, g.name, g.purpose, g.about, g.rules, g.created_by_id as author_id, g.created_at,
  g.hidden_at is not null as hidden, case when m.erased_at is null then m.name end as author,
  case when m.erased_at is null then s.name end as section, ${visibleGroups(actor)} as seen`;
const joins = sql`left join member m on m.id = g.created_by_id left join section s on s.id = m.section_id`;

/** Its name and all its own words are what is reported and hidden: the whole group with them. */
const textOf = ({ name, purpose, about, rules }: Words) => [name, purpose, about, rules].filter(Boolean).join("\n\n");
const placeOf = ({ id, slug, name, seen }: Row): Place => ({
  label: name,
  href: seen ? paths.groupAbout({ id, slug }) : null,
});
const lineOf = (row: Row) => ({
  id: row.id,
  author: row.author,
  text: textOf(row),
  hidden: row.hidden,
  place: placeOf(row),
});

/** A group that this actor knows of, in a transaction or out of one; null otherwise. A place's own is no one's to hide. */
export async function findReadableGroup(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.$queryRaw<Row[]>(sql`
    select ${columns(actor)} from member_group g ${joins}
    where g.id = ${id} and g.kind <> 'place' and g.hidden_at is null and ${visibleGroups(actor)}`);
  return row ? { id, scope: row.scope, authorId: row.author_id, text: textOf(row), place: placeOf(row) } : null;
}

/** Reported groups, hidden ones too. No gate here: the case of each is what was gated. */
export async function listReportedGroups(actor: Actor, ids: readonly string[]) {
  const rows = await db.$queryRaw<Row[]>(sql`
    select ${columns(actor)} from member_group g ${joins} where g.id = any(${[...ids]}::text[])`);
  return rows.map(lineOf);
}

/** Keeps what a group says of itself before it is mended, while it is contested. Its lock is held by the caller. */
export async function keepGroupWords(tx: Tx, groupId: string): Promise<void> {
  const group = await tx.group.findUniqueOrThrow({
    where: { id: groupId },
    select: { name: true, purpose: true, about: true, rules: true },
  });
  await keepWords(tx, { kind: "groupe", objectId: groupId, words: textOf(group) });
}

/** A reported group. No gate here: its case is what was gated. */
export async function getReportedGroup(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>(
    sql`select ${columns(actor)} from member_group g ${joins} where g.id = ${id}`,
  );
  if (!row) throw new AppError("not_found", "absent");
  const history = await keptWords("groupe", id);
  const none: [] = [];
  return {
    ...lineOf(row),
    at: row.created_at,
    section: row.section,
    history,
    answers: null,
    before: none,
    after: none,
  };
}
