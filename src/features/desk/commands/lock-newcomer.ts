import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import type { Scope } from "@/core/scope.ts";
import { managedMembers } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { isMinor, welcomable, welcomeOf } from "../desk.policy.ts";

export type LockedNewcomer = {
  id: string;
  sectionId: string;
  scope: Scope;
  /** Whether the actor answers for her, rather than only looking after her. */
  manages: boolean;
  pointPersonId: string | null;
  welcomed: boolean;
  minor: boolean;
};

/** A member whom the actor may welcome, under lock so that those who welcome her come one after the other; else `not_found`. */
export async function lockNewcomer(tx: Tx, actor: Actor, memberId: string): Promise<LockedNewcomer> {
  // Her row first, and alone: what others have just written of her welcome is then read as it is.
  await tx.$queryRaw(sql`select 1 from member where id = ${memberId} for no key update`);
  const [row] = await tx.$queryRaw<LockedNewcomer[]>(sql`
    select m.id, m.section_id as "sectionId", s.scope, ${managedMembers(actor)} as manages,
      w.point_person_id as "pointPersonId", w.welcomed_at is not null as welcomed,
      ${isMinor(clock.now())} as minor
    from member m join section s on s.id = m.section_id ${welcomeOf}
    where m.id = ${memberId} and ${welcomable(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}

type Changes = Partial<{
  pointPersonId: string;
  assignedById: string | null;
  assignedAt: Date;
  writtenAt: Date;
  welcomedById: string | null;
  welcomedAt: Date;
}>;

/** Writes what was done of somebody's welcome; a row of the section that she left begins anew. */
export async function saveWelcome(tx: Tx, { id, sectionId }: LockedNewcomer, changes: Changes): Promise<void> {
  await tx.welcome.deleteMany({ where: { memberId: id, sectionId: { not: sectionId }, welcomedAt: null } });
  await tx.welcome.upsert({
    where: { memberId: id },
    create: { memberId: id, sectionId, ...changes },
    update: changes,
  });
}
