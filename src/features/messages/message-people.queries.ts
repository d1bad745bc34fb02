import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { fieldReaches, profileOfEach, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { ANSWERERS, visibleConversations } from "./message.policy.ts";
import { type PersonRow, type PersonView, toPersonView } from "./message.views.ts";

/**
 * Everybody of the conversation `v`, as this actor may see them: who is or was in it while she is, and who wrote in it for a
 * place. A block, or a card that is not hers to see, leaves a name. Who had left when she came is none of hers.
 */
export const peopleOf = (actor: Actor): Sql => sql`
  select m.id, m.name, ${visibleProfiles(actor)} as visible, case when ${fieldReaches("photo", actor)} then p.photo_id end as photo
  from (select o.member_id as id from participant o where o.conversation_id = v.id and (o.left_at is null or not exists (
      select 1 from participant w where w.conversation_id = v.id and w.member_id = ${actor.id} and w.joined_at > o.left_at))
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

/**
 * Of those who may be in the room of a conversation, whom this actor may see: who is there, who writes, how far each has
 * read is told of them alone. A stranger whose first message waits sees nobody. By their ids; empty for whoever does not read it.
 */
export async function findSeen(actor: Actor, conversationId: string): Promise<ReadonlySet<string>> {
  const now = clock.now();
  const rows = await readRows<{ id: string }>(sql`
    select m.id from conversation v cross join lateral (
      select o.member_id as id from participant o where o.conversation_id = v.id and o.left_at is null
      union select g.member_id from mandate g where v.kind = 'inbox' and g.role::text = any(${[...ANSWERERS]}::text[])
        and g.begins_at <= ${now} and (g.ends_at is null or g.ends_at > ${now}) and ${sqlCovers(sql`g.scope`, sql`v.scope`)}
    ) o join member m on m.id = o.id ${profileOfEach}
    where v.id = ${conversationId} and ${visibleConversations(actor)} and m.erased_at is null and ${visibleProfiles(actor)}
      and not exists (select 1 from conversation_request q where q.conversation_id = v.id and q.accepted_at is null)`);
  return new Set(rows.map(({ id }) => id));
}
