import { type StatementTx, sql } from "@/platform/db/client.ts";
import { takenMeanwhile } from "@/platform/durable-log.ts";

type Attached = { photoIds: readonly string[]; fileIds: readonly string[] };
/** `descriptions`: what each photo shows, in the same order. */
type Described = Attached & { descriptions: readonly string[] };
/** Whether there is anything with these words. */
export const holds = ({ photoIds, fileIds }: Attached): boolean => photoIds.length + fileIds.length > 0;

/** For each author: whether all of this is hers, arrived, and on no message yet. */
export async function areFree(
  tx: StatementTx,
  asked: readonly (Attached & { memberId: string })[],
): Promise<boolean[]> {
  const those = asked.filter(holds);
  if (those.length === 0) return asked.map(() => true);
  const [photos, files] = [those.flatMap((one) => one.photoIds), those.flatMap((one) => one.fileIds)];
  const free = await tx.$queryRaw<{ id: string; member_id: string }[]>(sql`
    select id, added_by_id as member_id from message_photo where id = any(${photos}::text[]) and message_id is null
    union all select f.id, f.added_by_id from message_file f join stored_file s on s.id = f.file_id
      where f.id = any(${files}::text[]) and f.message_id is null and s.completed_at is not null`);
  const owners = new Map(free.map(({ id, member_id }) => [id, member_id]));
  return asked.map(({ memberId, photoIds, fileIds }) =>
    [...photoIds, ...fileIds].every((id) => owners.get(id) === memberId),
  );
}

/** Gives messages that were just written what goes with them, in the order chosen; told to be free before. */
export async function attachToMessages(
  tx: StatementTx,
  items: readonly (Described & { messageId: string; memberId: string })[],
): Promise<void> {
  const those = items.filter(holds);
  if (those.length === 0) return;
  const listed = (of: (one: Attached) => readonly string[]) =>
    those.flatMap((item) =>
      of(item).map((id, position) => ({ ...item, id, position, shows: item.descriptions[position] ?? "" })),
    );
  const [photos, files] = [listed((one) => one.photoIds), listed((one) => one.fileIds)];
  const columns = (list: typeof photos) => sql`unnest(${list.map(({ id }) => id)}::text[],
    ${list.map(({ messageId }) => messageId)}::text[], ${list.map(({ memberId }) => memberId)}::text[],
    ${list.map(({ position }) => position)}::int[], ${list.map(({ shows }) => shows)}::text[])
    as r(id, message_id, member_id, position, description)`;
  const [counted] = await tx.$queryRaw<{ taken: number }[]>(sql`
    with photos as (
      update message_photo a set message_id = r.message_id, position = r.position, description = r.description
      from ${columns(photos)}
      where a.id = r.id and a.added_by_id = r.member_id and a.message_id is null returning 1
    ), files as (
      update message_file a set message_id = r.message_id, position = r.position from ${columns(files)}
      where a.id = r.id and a.added_by_id = r.member_id and a.message_id is null returning 1
    )
    select (select count(*) from photos)::int + (select count(*) from files)::int as taken`);
  // Another process took one of them meanwhile for another message: look again.
  if (counted?.taken !== photos.length + files.length) throw takenMeanwhile();
}
