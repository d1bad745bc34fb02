import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { signaturesOf } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { compareTexts } from "./compare.rules.ts";
import { mergeTexts, mergeWhole } from "./merge.rules.ts";
import { canEditNote } from "./note.policy.ts";
import { findNoteRow, groupOf, signatureIn, standingOf } from "./note.queries.ts";
import { PAGE_SIZE } from "./note.rules.ts";
import { revisionsInput, saveNoteInput } from "./note.schema.ts";
import type { ConflictView, MergedView, RevisionsView } from "./note.views.ts";

const notFound = () => new AppError("not_found", "absent");

type Revision = { number: number; title: string; body: string; by_id: string | null; saved_at: Date };

/** Revisions of a note whose reader has been let in, by a range of their numbers. */
const readRevisions = (noteId: string, from: number, to: number) =>
  readRows<Revision>(sql`
    select v.number, v.title, v.body, v.by_id, v.saved_at from group_note_revision v
    where v.note_id = ${noteId} and v.number between ${from} and ${to} order by v.number desc`);

/** The history of a note, the last revision first, and what one of them changed. Throws `not_found`. */
export async function getRevisions(actor: Actor, input: unknown, groupId?: string | null): Promise<RevisionsView> {
  const { success, data } = revisionsInput.safeParse(input);
  const note = success ? await findNoteRow(actor, data.noteId) : null;
  if (!note || !data || (groupId !== undefined && note.group_id !== groupId)) throw notFound();
  const last = Math.min(data.avant ? data.avant - 1 : note.version, note.version);
  const revisions = await readRows<Omit<Revision, "body">>(sql`
    select v.number, v.title, v.by_id, v.saved_at from group_note_revision v
    where v.note_id = ${note.id} and v.number <= ${last} order by v.number desc limit ${PAGE_SIZE}`);
  const [shown, earlier] = data.version ? await readRevisions(note.id, data.version - 1, data.version) : [];
  const signed = await signaturesOf(actor, [...revisions.map(({ by_id }) => by_id), shown?.by_id ?? null]);
  const line = (one: Omit<Revision, "body">) => ({
    number: one.number,
    title: one.title,
    savedAt: one.saved_at,
    by: signatureIn(signed, one.by_id),
  });
  const lowest = revisions.at(-1)?.number ?? 1;
  return {
    note: { id: note.id, title: note.title, version: note.version },
    group: groupOf(note),
    revisions: revisions.map(line),
    before: lowest > 1 ? lowest : null,
    shown:
      shown?.number === data.version && shown
        ? {
            ...line(shown),
            titleBefore: earlier && earlier.title !== shown.title ? earlier.title : null,
            compared: compareTexts(earlier?.body ?? "", shown.body),
          }
        : null,
    can: { edit: canEditNote(actor, standingOf(note)).allowed },
  };
}

/** What stands against what somebody wrote on an earlier revision; null when nothing does, or it is not hers to read. */
export async function findConflict(actor: Actor, input: unknown): Promise<ConflictView | null> {
  const { success, data } = saveNoteInput.safeParse(input);
  const note = success ? await findNoteRow(actor, data.noteId) : null;
  if (!note || !data || !canEditNote(actor, standingOf(note)).allowed) return null;
  const [base] = await readRevisions(note.id, data.version, data.version);
  const [current] = await readRevisions(note.id, note.version, note.version);
  if (!base || !current) return null;
  const title = mergeWhole(base.title, data.title, current.title);
  const body = mergeTexts(base.body, data.body, current.body);
  if (title.merged !== null && body.merged !== null) return null;
  const signed = await signaturesOf(actor, [current.by_id]);
  return {
    version: note.version,
    by: signatureIn(signed, current.by_id),
    at: current.saved_at,
    mine: { title: title.mine, body: body.mine },
    theirs: { title: title.theirs, body: body.theirs },
    compared: compareTexts(body.theirs, body.mine),
  };
}

/** Who saved between the revision that the actor wrote on and her own, the last of the note; null when nobody did. */
export async function findMerged(actor: Actor, noteId: string, from: string | undefined): Promise<MergedView | null> {
  if (!from || !/^[1-9]\d{0,8}$/.test(from)) return null;
  const note = await findNoteRow(actor, noteId);
  if (!note) return null;
  const between = await readRows<{ by_id: string | null; number: number }>(sql`
    select v.by_id, v.number from group_note_revision v
    where v.note_id = ${note.id} and v.number > ${Number(from)} order by v.number desc limit 100`);
  const [own, ...others] = between;
  if (!own || own.by_id !== actor.id) return null;
  const ids = [...new Set(others.flatMap(({ by_id }) => (by_id && by_id !== actor.id ? [by_id] : [])))];
  if (ids.length === 0) return null;
  const signed = await signaturesOf(actor, ids);
  return { names: ids.flatMap((id) => signed.get(id)?.name ?? []) };
}
