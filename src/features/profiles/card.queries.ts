import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { fieldReaches } from "./profile.policy.ts";

/** A person in a list: who she is, and where her profile stands. */
export type CardView = { id: string; name: string; section: string; href: string; photo: string | null };
export type CardRow = { id: string; name: string; section: string; photo_id: string | null };

/** The columns of a card, for a member `m` with `profileOf` and her section `s` joined. The law is the caller's to apply. */
export const cardColumns = (actor: Actor): Sql => sql`
  m.id, m.name, s.name as section, case when ${fieldReaches("photo", actor)} then p.photo_id end as photo_id`;

/** A row as it reaches a component. */
export function toCardView({ id, name, section, photo_id: photo }: CardRow): CardView {
  return {
    id,
    name,
    section,
    href: paths.member({ id, name }),
    photo: photo && paths.api.memberPhoto(id, photo),
  };
}
