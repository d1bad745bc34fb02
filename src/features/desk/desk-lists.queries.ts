import { type Sql, sql } from "@/platform/db/client.ts";

/** The rows of a page out of one more than it holds, and whether there are more. */
export function cut<Row>(rows: readonly Row[], size: number): { shown: Row[]; more: Row | undefined } {
  const shown = rows.slice(0, size);
  return { shown, more: rows.length > size ? shown.at(-1) : undefined };
}

/** A name as the index holds it, ready for `like`: what it means there is taken from it. */
export const namePieces = (name: string): string[] =>
  name
    .split(/[\s\-'’.·]+/)
    .filter(Boolean)
    .slice(0, 5)
    .map((piece) => piece.replace(/[\\%_]/g, (sign) => `\\${sign}`));

/** Members `m` of this name: each piece of it somewhere in hers, without accents or case. */
export function isNamed(name: string | null): Sql {
  if (!name) return sql`true`;
  const pieces = namePieces(name);
  if (pieces.length === 0) return sql`false`;
  return sql`m.folded_name like all (select '%' || folded(piece) || '%' from unnest(${pieces}::text[]) as piece)`;
}
