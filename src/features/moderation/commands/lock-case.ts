import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { clock } from "@/platform/clock.ts";
import { type Sql, sql, type Tx } from "@/platform/db/client.ts";
import { visibleCases } from "../moderation.policy.ts";
import { findReportable, type ReadableObject, type Reportable } from "../reportable.rules.ts";

const notFound = () => new AppError("not_found", "absent");

/** What stands under this name, or `not_found`. */
export function reportableOf(kind: string): Reportable {
  const found = findReportable(kind);
  if (!found) throw notFound();
  return found;
}

/** What somebody is about to report, as she reads it; absent or hidden from her throws `not_found`. */
export async function findObject(
  tx: Tx,
  actor: Actor,
  { kind, objectId }: { kind: string; objectId: string },
): Promise<ReadableObject> {
  const object = await reportableOf(kind).find(tx, actor, objectId);
  if (!object) throw notFound();
  return object;
}

/** The case of an object, locked, opened if it is the first time. */
export async function openCase(
  tx: Tx,
  { kind, objectId, scope }: { kind: string; objectId: string; scope: string },
): Promise<string> {
  const row = { id: newId(), kind, objectId, scope, openedAt: clock.now() };
  await tx.moderationCase.createMany({ data: [row], skipDuplicates: true });
  const [found] = await tx.$queryRaw<{ id: string }[]>(sql`
    select id from moderation_case where kind = ${kind} and object_id = ${objectId} for update`);
  return found?.id ?? row.id;
}

/**
 * What somebody is about to report, held as it is while her report is written, and read again: what its author, or a decision,
 * took away meanwhile is absent now; what she takes back after this, she takes back from a report that waits.
 */
export async function holdObject(
  tx: Tx,
  actor: Actor,
  input: { kind: string; objectId: string },
): Promise<ReadableObject> {
  await tx.$queryRaw(
    sql`select o.id from ${reportableOf(input.kind).table} o where o.id = ${input.objectId} for share`,
  );
  return findObject(tx, actor, input);
}

export type LockedCase = { id: string; kind: string; objectId: string };

/** The case `k` of this condition, locked before what is decided on is read. Throws `not_found` when hidden from the actor. */
export async function lockVisibleCase(tx: Tx, actor: Actor, where: Sql): Promise<LockedCase> {
  return lockCase(tx, sql`${where} and ${visibleCases(actor)}`);
}

/** The case `k` of this condition, locked. */
export async function lockCase(tx: Tx, where: Sql): Promise<LockedCase> {
  const [found] = await tx.$queryRaw<LockedCase[]>(sql`
    select k.id, k.kind, k.object_id as "objectId" from moderation_case k where ${where} for update of k`);
  if (!found) throw notFound();
  return found;
}
