import type { Actor } from "@/core/actor.ts";
import { organisesEvent, staffsEvent, visibleEvents } from "@/features/events/index.ts";
import { isSuspended, profileOf, visibleProfiles } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, type Sql, sql } from "@/platform/db/client.ts";
import { actorOfMember } from "@/platform/session.ts";
import { canAnnounce, canAsk, canKeepNote, type NoteStanding, takesPart, visibleNotes } from "./note.policy.ts";
import type { NotesView, NoteView } from "./note.views.ts";
import { toldEvent } from "./participation-mail.queries.ts";
import type { ToldEvent } from "./told-event.rules.ts";

const SHOWN = 200;

/**
 * The name of `m` as this reader may know it: by the law of cards, as in the lists of those who come; those who run the
 * event read every name, as they do there.
 */
const nameFor = (actor: Actor): Sql => sql`case when m.erased_at is null and (m.id = ${actor.id}
  or ${organisesEvent(actor)} or ${staffsEvent(actor)} or ${visibleProfiles(actor)}) then m.name end`;

/** Announcements and questions of an event; null for whoever does not read them: they are those's who take part. */
export async function findNotes(actor: Actor, eventId: string): Promise<NotesView | null> {
  const [event] = await readRows<NoteStanding>(sql`
    select e.stage, e.ends_at as "endsAt", ${takesPart(actor)} as "takesPart", ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs
    from event e where e.id = ${eventId} and ${visibleEvents(actor)}`);
  if (!event || !(event.takesPart || event.organises || event.staffs)) return null;
  type Row = {
    id: string;
    kind: string;
    parentId: string | null;
    by: string | null;
    erased: boolean;
    mine: boolean;
    words: string;
    at: Date;
  };
  const rows = await readRows<Row>(sql`
    select n.id, n.kind, n.parent_id as "parentId", ${nameFor(actor)} as by, m.id is null or m.erased_at is not null as erased,
      coalesce(n.author_id = ${actor.id}, false) as mine, n.words, n.written_at as at
    from event_note n join event e on e.id = n.event_id left join member m on m.id = n.author_id ${profileOf}
      left join section s on s.id = m.section_id
    where e.id = ${eventId} and ${visibleNotes(actor)} order by n.written_at desc, n.id desc limit ${SHOWN}`);
  const view = ({ id, by, erased, mine, words, at }: Row): NoteView => ({
    ...{ id, by, erased, mine, words },
    at: at.toISOString(),
  });
  const answersTo = (id: string) => rows.filter(({ parentId }) => parentId === id).reverse();
  return {
    eventId,
    announcements: rows.filter(({ kind }) => kind === "announcement").map(view),
    questions: rows
      .filter(({ kind }) => kind === "question")
      .map((row) => ({ ...view(row), answers: answersTo(row.id).map(view) })),
    can: {
      announce: canAnnounce(actor, event, clock.now()).allowed,
      ask: canAsk(actor, event).allowed,
      keep: canKeepNote(actor, { ...event, kind: "question" }).allowed,
    },
  };
}

/** The words of an announcement for the mails that carry it; null once it was hidden. */
export async function findAnnouncement(noteId: string): Promise<{ words: string; authorId: string | null } | null> {
  return db.eventNote.findFirst({
    where: { id: noteId, kind: "announcement", hiddenAt: null },
    select: { words: true, authorId: true },
  });
}

/** An answer as who asked is told of it; null when she no longer reads it on the page, answered herself, or it was hidden. */
export async function findAnswerToTell(noteId: string): Promise<{
  to: string;
  memberId: string;
  event: ToldEvent;
  question: string;
  answer: string;
  by: string | null;
} | null> {
  type Row = ToldEvent & { eventId: string; to: string; question: string; answer: string; by: string | null };
  const asked = await db.eventNote.findUnique({
    where: { id: noteId },
    select: { parent: { select: { authorId: true } } },
  });
  const asker = asked?.parent?.authorId;
  if (!asker) return null;
  const reader = await actorOfMember(asker);
  const [row] = await db.$queryRaw<Row[]>(sql`
    select ${toldEvent}, e.id as "eventId", m.email as "to", q.words as question, n.words as answer,
      (select ${nameFor(reader)} from member m ${profileOf} join section s on s.id = m.section_id where m.id = n.author_id) as by
    from event_note n join event_note q on q.id = n.parent_id join event e on e.id = n.event_id
    join member m on m.id = q.author_id
    where n.id = ${noteId} and n.hidden_at is null and q.hidden_at is null and e.hidden_at is null
      and e.stage in ('published', 'cancelled') and q.author_id is distinct from n.author_id
      and m.erased_at is null and not ${isSuspended(clock.now())} and ${visibleNotes(reader)}`);
  if (!row) return null;
  const { to, question, answer, by } = row;
  return { to, memberId: asker, question, answer, by, event: { ...row, id: row.eventId } };
}
