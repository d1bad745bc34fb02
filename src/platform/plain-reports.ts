import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "./clock.ts";
import { db, type Sql, sql, type Tx } from "./db/client.ts";

/** What moderation reads of an object, whatever it is; a feature's own columns beside. */
type ReportedRow = {
  id: string;
  scope: string;
  /** Null once the account is erased. */
  author_id: string | null;
  author: string | null;
  section: string | null;
  hidden: boolean;
  at: Date;
};
type Offer<Row extends ReportedRow, Ids> = {
  kind: string;
  title: string;
  /** `select … from …` of its objects, hidden ones too, for this reader. */
  select: (actor: Actor) => Sql;
  /** The id of an object in it. */
  id: Sql;
  visible: (actor: Actor) => Sql;
  /** Its words and where it stands. */
  words: (row: Row) => { text: string; place: { label: string; href: string | null } };
  /** Former wordings, oldest first. */
  history?: (row: Row) => Promise<{ text: string; until: Date }[]>;
  /** Pictures that stand beside the words. */
  pictures?: (row: Row) => Promise<{ small: string; large: string; description: string }[]>;
  /** Of a case `k`. */
  authorOfCase: Sql;
  /** Its table, the ids that its facts carry, and these. */
  hiding: { table: Sql; ids: Sql; hidden: (ids: Ids) => Fact; shown: (ids: Ids) => Fact };
};

/** The name and section of an author `m` (with her section `s`) as moderation reads them. */
export const authorColumns = sql`case when m.erased_at is null then m.name end as author,
  case when m.erased_at is null then s.name end as section`;

/**
 * What a feature offers to moderation whose objects stand alone, with no neighbours: those answerable for the place decide,
 * and nobody because of what she is to the object.
 */
export function plainReports<Row extends ReportedRow, Ids>(offer: Offer<Row, Ids>) {
  const { kind, title, select, id: column, visible, words, history, pictures, authorOfCase, hiding } = offer;
  const lineOf = (row: Row) => ({ id: row.id, author: row.author, hidden: row.hidden, ...words(row) });
  return {
    ...{ kind, title, authorOfCase, table: hiding.table },
    async find(tx: Tx, actor: Actor, id: string) {
      const [row] = await tx.$queryRaw<Row[]>(sql`${select(actor)} where ${column} = ${id} and ${visible(actor)}`);
      return row ? { ...lineOf(row), scope: row.scope, authorId: row.author_id } : null;
    },
    async list(actor: Actor, ids: readonly string[]) {
      const rows = await db.$queryRaw<Row[]>(sql`${select(actor)} where ${column} = any(${[...ids]}::text[])`);
      return rows.map(lineOf);
    },
    async read(actor: Actor, id: string) {
      const [row] = await db.$queryRaw<Row[]>(sql`${select(actor)} where ${column} = ${id}`);
      if (!row) throw new AppError("not_found", "absent");
      const before = history ? await history(row) : [];
      return {
        ...lineOf(row),
        ...{ at: row.at, section: row.section, history: before },
        ...(pictures && { pictures: await pictures(row) }),
        ...{ answers: null, before: [], after: [] },
      };
    },
    decidedBy: () => sql`false`,
    decidesSomewhere: () => sql`false`,
    /** Hides it or shows it again, for a decision whose policy is the caller's. */
    async setHidden(tx: Tx, { objectId, hidden }: { objectId: string; hidden: boolean; byId: string | null }) {
      const [ids] = await tx.$queryRaw<Ids[]>(sql`
        update ${hiding.table} set hidden_at = ${hidden ? clock.now() : null}
        where id = ${objectId} and (hidden_at is null) = ${hidden} returning ${hiding.ids}`);
      if (!ids) return null;
      return hidden ? hiding.hidden(ids) : hiding.shown(ids);
    },
  };
}
