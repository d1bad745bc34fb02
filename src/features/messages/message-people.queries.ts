import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { fieldReaches, profileOfEach, visibleProfiles } from "@/features/profiles/index.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { visibleConversations } from "./message.policy.ts";
import { type PersonRow, type PersonView, toPersonView } from "./message.views.ts";

/**
 * Everybody of the conversation `v`, as this actor may see them: who is or was in it, and who wrote in it for a place. A
 * block, or a card that is not hers to see, leaves a name.
 */
export const peopleOf = (actor: Actor): Sql => sql`
  select m.id, m.name, ${visibleProfiles(actor)} as visible, case when ${fieldReaches("photo", actor)} then p.photo_id end as photo
  from (select o.member_id as id from participant o where o.conversation_id = v.id
    union select x.author_id from message x where x.conversation_id = v.id and x.from_place) o
  join member m on m.id = o.id and m.erased_at is null ${profileOfEach}`;

/** The people of a conversation that she reads, as she may see them. Throws `not_found`. */
export async function listPeople(actor: Actor, conversationId: string): Promise<PersonView[]> {
  const [row] = await readRows<{ people: PersonRow[] | null }>(sql`
    select (select json_agg(o) from (${peopleOf(actor)}) o) as people from conversation v
    where v.id = ${conversationId} and ${visibleConversations(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return (row.people ?? []).map(toPersonView);
}
