import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { fieldReaches, visibleProfiles } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import type { PersonView } from "./person.views.ts";

export type PersonRow = { id: string; name: string; section: string; seen: boolean; photo_id: string | null };

/** The columns of a person whom one answers for: a member `m` with `profileOf` and her section `s` joined. */
export const personColumns = (actor: Actor): Sql => sql`
  m.id, m.name, s.name as section, ${visibleProfiles(actor)} as seen,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

/** A row as it reaches a component. */
export function toPerson({ id, name, section, seen, photo_id: photo }: PersonRow): PersonView {
  return {
    id,
    name,
    section,
    href: seen ? paths.member({ id, name }) : null,
    photo: photo && paths.api.memberPhoto(id, photo),
  };
}
