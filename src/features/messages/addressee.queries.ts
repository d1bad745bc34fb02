import type { Actor } from "@/core/actor.ts";
import { isId } from "@/core/ids.ts";
import {
  type CardRow,
  type CardView,
  cardColumns,
  profileOf,
  toCardView,
  visibleProfiles,
} from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { PEOPLE_MAX } from "./conversation.rules.ts";
import { type Reach, reaches } from "./reach.policy.ts";

/** Somebody whom one would write to, and how one may. */
export type AddresseeView = CardView & { reach: Reach };

/** Of these people, those whom the actor sees, in the order in which they were chosen; herself left out. */
export async function listAddressees(actor: Actor, memberIds: readonly string[]): Promise<AddresseeView[]> {
  const ids = [...new Set(memberIds.filter(isId))].slice(0, PEOPLE_MAX);
  if (actor.kind !== "member" || ids.length === 0) return [];
  const rows = await readRows<CardRow & { reach: Reach }>(sql`
    select ${cardColumns(actor)}, ${reaches(actor)} as reach
    from unnest(${ids}::text[]) with ordinality asked(id, place) join member m on m.id = asked.id ${profileOf}
      join section s on s.id = m.section_id
    where m.id <> ${actor.id} and ${visibleProfiles(actor)} order by asked.place`);
  return rows.map((row) => ({ ...toCardView(row), reach: row.reach }));
}
