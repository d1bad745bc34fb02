import type { Actor } from "@/core/actor.ts";
import type { Fact } from "@/core/fact.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { noteHidden, noteShown } from "../note.facts.ts";
import { findReadableNote, getReportedNote, listReportedNotes } from "../reported-note.queries.ts";

/** Hides a note, with its answers, or shows it again, for a decision whose policy is the caller's; the fact to record, or null. */
async function setHidden(
  tx: Tx,
  { objectId: noteId, hidden }: { objectId: string; hidden: boolean; byId: string | null },
): Promise<Fact | null> {
  const [row] = await tx.$queryRaw<{ eventId: string }[]>(sql`
    update event_note set hidden_at = ${hidden ? clock.now() : null}
    where id = ${noteId} and (hidden_at is null) = ${hidden} returning event_id as "eventId"`);
  if (!row) return null;
  const ids = { eventId: row.eventId, noteId };
  return hidden ? noteHidden(ids) : noteShown(ids);
}

/** What the team announces and answers, each of those who run the event stands for: they decide on none of it. */
const standsFor = ({ id }: Actor): Sql => sql`exists (
  select 1 from event_note n join event_organiser o on o.event_id = n.event_id
  where n.id = k.object_id and n.kind <> 'question' and o.member_id = ${id})`;

/**
 * What participants' notes offer to moderation. Those who run an event hide notes by themselves; a case is settled by
 * those answerable for its place.
 */
export const noteReports = {
  kind: "note",
  title: "Signaler un message",
  find: findReadableNote,
  list: listReportedNotes,
  read: getReportedNote,
  table: sql`event_note`,
  authorOfCase: sql`(select n.author_id from event_note n where n.id = k.object_id)`,
  standsFor,
  decidedBy: (): Sql => sql`false`,
  decidesSomewhere: (): Sql => sql`false`,
  setHidden,
} as const;
