import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { paths } from "@/core/paths.ts";
import { canBePresent } from "@/features/profiles/index.ts";
import { enforce } from "@/platform/command.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import type { ServedFile } from "@/platform/stored-files.ts";
import { type ServedImage, servedColumns } from "@/platform/stored-images.ts";
import { attachmentReaches, judgedMessages, photoStays } from "./attachment.policy.ts";
import { servedMessageFileInput, servedMessagePhotoInput } from "./attachment.schema.ts";
import type { MessageFileView, MessagePhotoView } from "./attachment.views.ts";
import { noteReading } from "./commands/note-reading.ts";

const notFound = () => new AppError("not_found", "absent");

/** The photos of these messages, each in its order. No law here: for messages that the caller may show, words and all. */
export async function photosOfMessages(ids: readonly string[]): Promise<Map<string, MessagePhotoView[]>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<MessagePhotoView & { message_id: string }>(sql`
    select h.id, h.message_id, h.description, i.width, i.height from message_photo h join image i on i.id = h.image_id
    where h.message_id = any(${[...ids]}::text[]) order by h.message_id, h.position`);
  return byMessage(rows);
}

/** The files of these messages, each in its order. No law here: for messages that the caller may show, words and all. */
export async function filesOfMessages(ids: readonly string[]): Promise<Map<string, MessageFileView[]>> {
  if (ids.length === 0) return new Map();
  const rows = await readRows<MessageFileView & { message_id: string }>(sql`
    select f.id, f.message_id, f.name, s.size, s.mime from message_file f join stored_file s on s.id = f.file_id
    where f.message_id = any(${[...ids]}::text[]) order by f.message_id, f.position`);
  return byMessage(rows);
}

function byMessage<Row extends { message_id: string }>(rows: readonly Row[]): Map<string, Omit<Row, "message_id">[]> {
  const found = new Map<string, Omit<Row, "message_id">[]>();
  for (const { message_id, ...row } of rows) found.set(message_id, [...(found.get(message_id) ?? []), row]);
  return found;
}

/** A photo of a message, as WebP; without its bytes when the reader holds this version already. Throws `not_found`. */
export async function getMessagePhoto(actor: Actor, input: unknown, held: string | null): Promise<ServedImage> {
  const { success, data } = servedMessagePhotoInput.safeParse(input);
  if (!success) throw notFound();
  const { id, taille } = data;
  const [photo] = await readRows<ServedImage & Reading>(sql`
    select x.id as message_id, coalesce(${judgedMessages(actor)}, false) as judged, ${servedColumns(taille, held, sql`h.id`)}
    from message_photo h join image i on i.id = h.image_id left join message x on x.id = h.message_id
    left join conversation v on v.id = x.conversation_id
    where h.id = ${id} and ${attachmentReaches(actor, sql`h`, photoStays)}`);
  if (!photo) throw notFound();
  await noteJudged(actor, photo);
  return { version: photo.version, bytes: photo.bytes };
}

/** A file of a message: pictures to look at, everything else to keep. Throws `not_found`. */
export async function getMessageFile(actor: Actor, input: unknown): Promise<ServedFile> {
  const { success, data } = servedMessageFileInput.safeParse(input);
  if (!success) throw notFound();
  const [row] = await readRows<{ id: string; mime: string; size: number; name: string } & Reading>(sql`
    select s.id, s.mime, s.size, f.name, x.id as message_id, coalesce(${judgedMessages(actor)}, false) as judged
    from message_file f join stored_file s on s.id = f.file_id left join message x on x.id = f.message_id
    left join conversation v on v.id = x.conversation_id
    where f.id = ${data.id} and ${attachmentReaches(actor, sql`f`)}`);
  if (!row) throw notFound();
  await noteJudged(actor, row);
  const { id, mime, size, name } = row;
  return { id, mime, size, name, as: mime.startsWith("image/") ? "inline" : "attachment" };
}

type Reading = { message_id: string | null; judged: boolean };

/** What a moderator looks at of a reported message is a reading of it, whatever way she came. */
async function noteJudged(actor: Actor, { message_id, judged }: Reading): Promise<void> {
  if (judged && message_id) await noteReading(actor, message_id);
}

/** Who may send photos and files for a message to come: members. Throws `unauthenticated` or `forbidden`. */
export async function requireMessageSender(actor: Actor): Promise<null> {
  enforce(canBePresent(actor));
  return null;
}

/** Where a form without scripts goes back to. */
export const backToMessages = () => ({ path: paths.messages, fragment: "contenu" });
