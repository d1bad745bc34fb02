import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { fieldReaches, visibleProfiles } from "@/features/profiles/index.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import type { PenView } from "./inbox.views.ts";

export type PenRow = { pen_id: string | null; pen_name: string | null; seen: boolean; photo_id: string | null };
/** The member `m` who writes to a place, with `profileOf`: named to those in charge; her profile and photo as always. */
export const penColumns = (actor: Actor): Sql => sql`
  m.id as pen_id, case when m.erased_at is null then m.name end as pen_name, coalesce(${visibleProfiles(actor)}, false) as seen,
  case when ${visibleProfiles(actor)} and ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

export function toPen({ pen_id: id, pen_name: name, seen, photo_id: photo }: PenRow): PenView {
  if (id === null || name === null) return null;
  return { id, name, href: seen ? paths.member({ id, name }) : null, photo: photo && paths.api.memberPhoto(id, photo) };
}
