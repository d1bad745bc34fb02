import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type GroupRole, roleInGroup } from "@/features/groups/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { groupFileRemoved } from "../file.facts.ts";
import { canRemoveFile, visibleFiles } from "../file.policy.ts";
import { fileInput } from "../file.schema.ts";

type LockedFile = { id: string; groupId: string; addedById: string | null; role: GroupRole | null };

/** Who added a file, or keeps the group, takes it away: nobody has it any more, and a month later it is gone for good. */
export const removeFile = command({
  name: "group-file.remove",
  input: fileInput,
  subject: ({ tx, actor, input }) => lockVisibleFile(tx, actor, input.fileId),
  policy: canRemoveFile,
  async execute({ tx, actor, subject: { id, groupId }, record }) {
    await tx.groupFile.update({ where: { id }, data: { removedAt: clock.now(), removedById: actor.id } });
    record(groupFileRemoved({ fileId: id, groupId }));
  },
});

/** A file that the actor may read, locked against every other writer of it. Throws `not_found`. */
async function lockVisibleFile(tx: Tx, actor: Actor, fileId: string): Promise<LockedFile> {
  await tx.$queryRaw(sql`select f.id from group_file f where f.id = ${fileId} for no key update`);
  const [row] = await tx.$queryRaw<LockedFile[]>(sql`
    select f.id, f.group_id as "groupId", f.added_by_id as "addedById", ${roleInGroup(actor)} as role
    from group_file f join member_group g on g.id = f.group_id where f.id = ${fileId} and ${visibleFiles(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}
