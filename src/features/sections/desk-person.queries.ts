import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { fieldReaches, visibleProfiles } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import type { DeskPerson } from "./desk.views.ts";

export type PersonRow = { id: string; name: string; section: string; seen: boolean; photo_id: string | null };

/** The columns of a person of a desk, for a member `m` with `profileOf` and her section `s` joined. */
export const personColumns = (actor: Actor): Sql => sql`
  m.id, m.name, s.name as section, ${visibleProfiles(actor)} as seen,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

/** A row as it reaches a component. */
export function toPerson({ id, name, section, seen, photo_id: photo }: PersonRow): DeskPerson {
  return {
    id,
    name,
    section,
    href: seen ? paths.member({ id, name }) : null,
    photo: photo && paths.api.memberPhoto(id, photo),
  };
}

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
  return sql`folded(m.name) like all (select '%' || folded(piece) || '%' from unnest(${pieces}::text[]) as piece)`;
}
