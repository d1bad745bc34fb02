import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { readableGroups, standingColumns, visibleGroups } from "../group.policy.ts";
import type { GroupStanding } from "../group.rules.ts";

export type LockedGroup = GroupStanding & {
  id: string;
  slug: string;
  name: string;
  rules: string;
  questions: string[];
  coverId: string | null;
};

/**
 * `for share`: it stays as it is until the end of the transaction; many may hold it at once. `for no key update`: alone,
 * for whoever changes the group or who is what in it.
 */
async function lock(tx: Tx, actor: Actor, id: string, how: Sql, law: Sql): Promise<LockedGroup> {
  // Locked first, read after: what waited for the lock must not be judged by what it saw before.
  await tx.$queryRaw(sql`select g.id from member_group g where g.id = ${id} ${how}`);
  const [row] = await tx.$queryRaw<LockedGroup[]>(sql`
    select g.id, g.slug, g.name, g.rules, g.questions, g.cover_id as "coverId", ${standingColumns(actor)} from member_group g where g.id = ${id} and ${law}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

/** A group whose wall the actor reads, kept as it is until the end of the command. Throws `not_found`. */
export const lockReadableGroup = (tx: Tx, actor: Actor, id: string) =>
  lock(tx, actor, id, sql`for share`, readableGroups(actor));

/** The same for one that she may only know of. */
export const lockVisibleGroup = (tx: Tx, actor: Actor, id: string) =>
  lock(tx, actor, id, sql`for share`, visibleGroups(actor));

/** A group that she may know of, held alone. Throws `not_found`. */
export const lockGroupToChange = (tx: Tx, actor: Actor, id: string) =>
  lock(tx, actor, id, sql`for no key update`, visibleGroups(actor));
