import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type FileMime, fileTypes } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { canWorkInGroup, type GroupRole, readableGroups, roleInGroup } from "@/features/groups/index.ts";
import { signaturesOf } from "@/features/profiles/index.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { StoredFile } from "@/platform/stored-files.ts";
import { type ServedImage, servedColumns } from "@/platform/stored-images.ts";
import { canRemoveFile, judgedFiles, visibleFiles } from "./file.policy.ts";
import { PAGE_SIZE } from "./file.rules.ts";
import { filesInput, previewInput, servedFileInput } from "./file.schema.ts";
import type { FilesView, FileView } from "./file.views.ts";

const notFound = () => new AppError("not_found", "absent");

type Row = {
  id: string;
  name: string;
  mime: FileMime;
  size: number;
  preview_id: string | null;
  width: number | null;
  height: number | null;
  added_by_id: string | null;
  added_at: Date;
};

/** The files of a group, the newest first. Throws `not_found` for whoever does not read them. */
export async function listFiles(actor: Actor, input: unknown): Promise<FilesView> {
  const { success, data } = filesInput.safeParse(input);
  if (!success || actor.kind !== "member") throw notFound();
  const { groupId, apres } = data;
  const [group] = await readRows<{ role: GroupRole | null }>(sql`
    select ${roleInGroup(actor)} as role from member_group g where g.id = ${groupId} and ${readableGroups(actor)}`);
  if (!group) throw notFound();
  const next = apres
    ? sql`(f.added_at, f.id) < (select a.added_at, a.id from group_file a where a.id = ${apres} and a.group_id = ${groupId})`
    : sql`true`;
  const rows = await readRows<Row>(sql`
    select f.id, f.name, s.mime, s.size, f.preview_id, i.width, i.height, f.added_by_id, f.added_at
    from group_file f join member_group g on g.id = f.group_id join stored_file s on s.id = f.file_id
    left join image i on i.id = f.preview_id
    where f.group_id = ${groupId} and ${visibleFiles(actor)} and ${next}
    order by f.added_at desc, f.id desc limit ${PAGE_SIZE + 1}`);
  const shown = rows.slice(0, PAGE_SIZE);
  const signed = await signaturesOf(
    actor,
    shown.map(({ added_by_id }) => added_by_id),
  );
  return {
    groupId,
    files: shown.map((row): FileView => {
      const standing = { role: group.role, addedById: row.added_by_id };
      return {
        ...{ id: row.id, name: row.name, size: row.size, at: row.added_at },
        ...{ kind: fileTypes[row.mime].kind, word: fileTypes[row.mime].word },
        href: paths.api.groupFile(groupId, row.id),
        preview: previewOf(groupId, row),
        by: signed.get(row.added_by_id ?? "") ?? null,
        can: { remove: canRemoveFile(actor, standing).allowed, report: row.added_by_id !== actor.id },
      };
    }),
    after: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
    can: { add: canWorkInGroup(actor, group).allowed },
  };
}

function previewOf(groupId: string, { id, preview_id, width, height }: Row): FileView["preview"] {
  if (preview_id === null || width === null || height === null) return null;
  const address = (size: string) => `${paths.api.groupFilePreview(groupId, id)}?taille=${size}`;
  return { small: address("petite"), large: address("grande"), width, height };
}

/** The group that the actor may add a file to: nothing of it is read before. Throws `not_found`, or why not. */
export async function getFilePlace(actor: Actor, { id }: { id: string }): Promise<{ id: string; slug: string }> {
  const [group] = await readRows<{ id: string; slug: string; role: GroupRole | null }>(sql`
    select g.id, g.slug, ${roleInGroup(actor)} as role from member_group g where g.id = ${id} and ${readableGroups(actor)}`);
  if (!group) throw notFound();
  const decision = canWorkInGroup(actor, group);
  if (!decision.allowed) throw new AppError(decision.as, decision.reason);
  return { id: group.id, slug: group.slug };
}

/** A file for who may read it, or judges it: pictures to look at, everything else to keep. Throws `not_found`. */
export async function getFile(
  actor: Actor,
  input: unknown,
): Promise<StoredFile & { name: string; as: "inline" | "attachment" }> {
  const { success, data } = servedFileInput.safeParse(input);
  if (!success) throw notFound();
  const [row] = await readRows<StoredFile & { name: string }>(sql`
    select s.id, s.mime, s.size, f.name from group_file f join member_group g on g.id = f.group_id
    join stored_file s on s.id = f.file_id
    where f.id = ${data.fichier} and f.group_id = ${data.id} and (${visibleFiles(actor)} or ${judgedFiles(actor)})`);
  if (!row) throw notFound();
  return { ...row, as: row.mime.startsWith("image/") ? "inline" : "attachment" };
}

/** The preview of a file, as WebP; without its bytes when she holds this version already. Throws `not_found`. */
export async function getFilePreview(actor: Actor, input: unknown, held: string | null): Promise<ServedImage> {
  const { success, data } = previewInput.safeParse(input);
  if (!success) throw notFound();
  const { id, fichier, taille } = data;
  const [found] = await readRows<ServedImage>(sql`
    select ${servedColumns(taille, held)}
    from group_file f join member_group g on g.id = f.group_id join image i on i.id = f.preview_id
    where f.id = ${fichier} and f.group_id = ${id} and (${visibleFiles(actor)} or ${judgedFiles(actor)})`);
  if (!found) throw notFound();
  return found;
}
