// Organisers write to those who come; those ask, and are answered, on the event's page.
import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { lockVisibleEvent } from "@/features/events/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { noteAnnounced, noteHidden, questionAnswered, questionAsked } from "../note.facts.ts";
import {
  canAnnounce,
  canAnswerNote,
  canAsk,
  canKeepNote,
  type NoteStanding,
  takesPart,
  visibleNotes,
} from "../note.policy.ts";
import { answerQuestionInput, ofNoteInput, writeNoteInput } from "../note.schema.ts";
import { announcementsOfEvent, answersOfAccount, questionsOfAccount } from "../note-limit.rules.ts";

/** A visible event, locked, with what the actor is to it. */
async function lockEvent(tx: Tx, actor: Actor, eventId: string): Promise<NoteStanding & { id: string }> {
  const event = await lockVisibleEvent(tx, actor, eventId);
  const [row] = await tx.$queryRaw<{ takesPart: boolean }[]>(sql`
    select ${takesPart(actor)} as "takesPart" from event e where e.id = ${eventId}`);
  return { ...event, takesPart: row?.takesPart ?? false };
}

type LockedNote = NoteStanding & { id: string; eventId: string; kind: string };

/** A note that the actor reads, locked after its event. Throws `not_found`. */
async function lockNote(tx: Tx, actor: Actor, noteId: string): Promise<LockedNote> {
  const [held] = await tx.$queryRaw<{ eventId: string }[]>(sql`
    select n.event_id as "eventId" from event_note n join event e on e.id = n.event_id
    where n.id = ${noteId} and ${visibleNotes(actor)}`);
  if (!held) throw new AppError("not_found", "absent");
  const event = await lockEvent(tx, actor, held.eventId);
  await tx.$queryRaw(sql`select n.id from event_note n where n.id = ${noteId} for no key update`);
  const [note] = await tx.$queryRaw<{ kind: string }[]>(sql`
    select n.kind from event_note n join event e on e.id = n.event_id where n.id = ${noteId} and ${visibleNotes(actor)}`);
  if (!note) throw new AppError("not_found", "absent");
  return { ...event, id: noteId, eventId: held.eventId, kind: note.kind };
}

type Written = { eventId: string; kind: "announcement" | "question" | "answer"; parentId?: string; words: string };

async function write(tx: Tx, actor: Actor, { eventId, kind, parentId, words }: Written): Promise<string> {
  const id = newId();
  await tx.eventNote.create({
    data: { id, eventId, kind, parentId: parentId ?? null, authorId: actor.id, words, writtenAt: clock.now() },
  });
  return id;
}

/** An announcement: on the page, and by mail to everybody who comes. */
export const announce = command({
  name: "note.announce",
  input: writeNoteInput,
  limits: [announcementsOfEvent],
  subject: ({ tx, actor, input: { eventId } }) => lockEvent(tx, actor, eventId),
  policy: (actor, event) => canAnnounce(actor, event, clock.now()),
  async execute({ tx, actor, input: { eventId, words }, record }) {
    const noteId = await write(tx, actor, { eventId, kind: "announcement", words });
    record(noteAnnounced({ eventId, noteId }));
    return { noteId };
  },
});

/** A participant's question, read by those who take part and those who organise. */
export const askQuestion = command({
  name: "note.ask",
  input: writeNoteInput,
  limits: [questionsOfAccount],
  subject: ({ tx, actor, input: { eventId } }) => lockEvent(tx, actor, eventId),
  policy: canAsk,
  async execute({ tx, actor, input: { eventId, words }, record }) {
    const noteId = await write(tx, actor, { eventId, kind: "question", words });
    record(questionAsked({ eventId, noteId }));
    return { noteId };
  },
});

/** An organiser's answer: who asked is told by mail. */
export const answerQuestion = command({
  name: "note.answer",
  input: answerQuestionInput,
  limits: [answersOfAccount],
  subject: ({ tx, actor, input: { noteId } }) => lockNote(tx, actor, noteId),
  policy: canAnswerNote,
  async execute({ tx, actor, subject: { eventId, id }, input: { words }, record }) {
    const noteId = await write(tx, actor, { eventId, kind: "answer", parentId: id, words });
    record(questionAnswered({ eventId, noteId }));
    return { noteId };
  },
});

/** An organiser hides a note, with its answers. */
export const hideNote = command({
  name: "note.hide",
  input: ofNoteInput,
  limits: [answersOfAccount],
  subject: ({ tx, actor, input: { noteId } }) => lockNote(tx, actor, noteId),
  policy: canKeepNote,
  async execute({ tx, subject: { id, eventId }, record }) {
    await tx.eventNote.update({ where: { id }, data: { hiddenAt: clock.now() } });
    record(noteHidden({ eventId, noteId: id }));
  },
});
