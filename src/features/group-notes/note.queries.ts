import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { richText } from "@/core/rich-text.ts";
import { idText } from "@/core/text.ts";
import { canWorkInGroup, type GroupRole, readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { type Signature, signaturesOf } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { canEditNote, canRemoveNote, removedNotes, visibleNotes } from "./note.policy.ts";
import { excerptOf, PAGE_SIZE } from "./note.rules.ts";
import { notesInput } from "./note.schema.ts";
import type { GroupOfNote, NotesView, NoteView, RemovedNoteView } from "./note.views.ts";

const notFound = () => new AppError("not_found", "absent");
/** Removed notes that are shown to those who may bring them back. */
const REMOVED_SHOWN = 20;

/** The notes of a group, the last changed first. Throws `not_found` for whoever does not read them. */
export async function listNotes(actor: Actor, input: unknown): Promise<NotesView> {
  const { success, data } = notesInput.safeParse(input);
  if (!success || actor.kind !== "member") throw notFound();
  const { groupId, apres } = data;
  const [group] = await readRows<{ role: GroupRole | null }>(sql`
    select ${roleInGroup(actor)} as role from member_group g where g.id = ${groupId} and ${readableGroups(actor)}`);
  if (!group) throw notFound();
  type Row = { id: string; title: string; start: string; updated_at: Date; by_id: string | null };
  const next = apres
    ? sql`(n.updated_at, n.id) < (select a.updated_at, a.id from group_note a where a.id = ${apres} and a.group_id = ${groupId})`
    : sql`true`;
  const [rows, removed] = await Promise.all([
    readRows<Row>(sql`
      select n.id, n.title, left(n.body, 600) as start, n.updated_at,
        (select v.by_id from group_note_revision v where v.note_id = n.id and v.number = n.version) as by_id
      from group_note n join member_group g on g.id = n.group_id
      where n.group_id = ${groupId} and ${visibleNotes(actor)} and ${next}
      order by n.updated_at desc, n.id desc limit ${PAGE_SIZE + 1}`),
    listRemoved(actor, groupId),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  const keeps = group.role === "manager" || group.role === "lead";
  const signed = await signaturesOf(actor, [...shown.map(({ by_id }) => by_id), ...removed.map(({ by_id }) => by_id)]);
  return {
    groupId,
    notes: shown.map(({ id, title, start, updated_at, by_id }) => ({
      ...{ id, title, excerpt: excerptOf(start), updatedAt: updated_at },
      by: signatureIn(signed, by_id),
    })),
    after: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
    removed: keeps
      ? removed.map(({ id, title, removed_at, by_id }): RemovedNoteView => {
          return { id, title, removedAt: removed_at, by: signatureIn(signed, by_id) };
        })
      : null,
    can: { write: canWorkInGroup(actor, group).allowed },
  };
}

type RemovedRow = { id: string; title: string; removed_at: Date; by_id: string | null };

const listRemoved = (actor: Actor, groupId: string) =>
  readRows<RemovedRow>(sql`
    select n.id, n.title, n.removed_at, n.removed_by_id as by_id from group_note n join member_group g on g.id = n.group_id
    where n.group_id = ${groupId} and ${removedNotes(actor)} order by n.removed_at desc, n.id desc limit ${REMOVED_SHOWN}`);

export const signatureIn = (signed: ReadonlyMap<string, Signature>, id: string | null): Signature | null =>
  signed.get(id ?? "") ?? null;

/** What the page of a note, its form and its history start from. */
export type NoteRow = {
  id: string;
  title: string;
  body: string;
  version: number;
  group_id: string;
  group_slug: string;
  group_name: string;
  created_by_id: string | null;
  created_at: Date;
  updated_at: Date;
  role: GroupRole | null;
};

/** A note that the actor may read, or null. */
export async function findNoteRow(actor: Actor, noteId: string): Promise<NoteRow | null> {
  if (!idText.safeParse(noteId).success) return null;
  const [row] = await readRows<NoteRow>(sql`
    select n.id, n.title, n.body, n.version, n.group_id, g.slug as group_slug, g.name as group_name, n.created_by_id,
      n.created_at, n.updated_at, ${roleInGroup(actor)} as role
    from group_note n join member_group g on g.id = n.group_id where n.id = ${noteId} and ${visibleNotes(actor)}`);
  return row ?? null;
}

export const groupOf = (row: NoteRow): GroupOfNote => ({
  id: row.group_id,
  slug: row.group_slug,
  name: row.group_name,
});
export const standingOf = (row: NoteRow) => ({ role: row.role, createdById: row.created_by_id });

/** One note. Throws `not_found` when it is absent or hidden from the actor, or of another group than `groupId`. */
export async function getNote(actor: Actor, noteId: string, groupId?: string | null): Promise<NoteView> {
  const row = await findNoteRow(actor, noteId);
  if (!row || (groupId !== undefined && row.group_id !== groupId)) throw notFound();
  const writers = await readRows<{ by_id: string; last: boolean }>(sql`
    select v.by_id, bool_or(v.number = ${row.version}) as last from group_note_revision v
    where v.note_id = ${row.id} and v.by_id is not null group by v.by_id order by max(v.number) desc limit 12`);
  const lastId = writers.find(({ last }) => last)?.by_id ?? null;
  const signed = await signaturesOf(actor, [row.created_by_id, ...writers.map(({ by_id }) => by_id)]);
  const standing = standingOf(row);
  return {
    id: row.id,
    title: row.title,
    body: row.body,
    rich: richText(row.body, { headings: true }),
    version: row.version,
    group: groupOf(row),
    createdAt: row.created_at,
    createdBy: signatureIn(signed, row.created_by_id),
    updatedAt: row.updated_at,
    updatedBy: signatureIn(signed, lastId),
    others: writers
      .filter(({ by_id }) => by_id !== row.created_by_id && by_id !== lastId)
      .flatMap(({ by_id }) => signed.get(by_id)?.name ?? []),
    can: {
      edit: canEditNote(actor, standing).allowed,
      remove: canRemoveNote(actor, standing).allowed,
      report: row.created_by_id !== actor.id,
    },
  };
}

/** A note that the actor may write in. Throws `not_found`. */
export async function getNoteToEdit(actor: Actor, noteId: string, groupId?: string | null): Promise<NoteView> {
  const note = await getNote(actor, noteId, groupId);
  if (!note.can.edit) throw notFound();
  return note;
}

/** The group in which the actor begins a note. Throws `not_found` where she may not. */
export async function getNewNote(actor: Actor, groupId: string | null): Promise<GroupOfNote> {
  const [row] = await readRows<GroupOfNote & { role: GroupRole | null }>(sql`
    select g.id, g.slug, g.name, ${roleInGroup(actor)} as role from member_group g
    where g.id = ${groupId ?? ""} and ${readableGroups(actor)}`);
  if (!row || !canWorkInGroup(actor, row).allowed) throw notFound();
  return { id: row.id, slug: row.slug, name: row.name };
}
