import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { roleInGroup } from "@/features/groups/index.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { type NoteStanding, removedNotes, visibleNotes } from "../note.policy.ts";

export type LockedNote = NoteStanding & {
  id: string;
  title: string;
  body: string;
  version: number;
  groupId: string;
  slug: string;
};

/** A note that the actor may read, locked against every other writer of it. Throws `not_found`. */
export const lockVisibleNote = (tx: Tx, actor: Actor, noteId: string) => lock(tx, actor, noteId, visibleNotes(actor));

/** A note that was taken away and that the actor may bring back, locked. Throws `not_found`. */
export const lockRemovedNote = (tx: Tx, actor: Actor, noteId: string) => lock(tx, actor, noteId, removedNotes(actor));

async function lock(tx: Tx, actor: Actor, noteId: string, law: Sql): Promise<LockedNote> {
  // First the lock, then the reading: what a writer before us has just saved is then read.
  await tx.$queryRaw(sql`select n.id from group_note n where n.id = ${noteId} for no key update`);
  const [row] = await tx.$queryRaw<LockedNote[]>(sql`
    select n.id, n.title, n.body, n.version, n.group_id as "groupId", g.slug, n.created_by_id as "createdById",
      ${roleInGroup(actor)} as role
    from group_note n join member_group g on g.id = n.group_id where n.id = ${noteId} and ${law}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

/** Writes the next revision of a locked note. Answers its number. */
export async function writeRevision(
  tx: Tx,
  note: LockedNote,
  { title, body, byId, now }: { title: string; body: string; byId: string | null; now: Date },
): Promise<number> {
  const version = note.version + 1;
  await tx.groupNote.update({ where: { id: note.id }, data: { title, body, version, updatedAt: now } });
  await tx.groupNoteRevision.create({ data: { noteId: note.id, number: version, title, body, byId, savedAt: now } });
  return version;
}
