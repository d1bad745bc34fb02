import type { Actor, Role } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { federationActs, type HandoverSubject, isBroken, visibleHandovers } from "../handover.policy.ts";

export type LockedHandover = HandoverSubject & {
  id: string;
  mandateId: string;
  role: Role;
  confirmedById: string | null;
  effectiveAt: Date;
  endsAt: Date | null;
};

/** A handover that the actor sees, under lock after its two members and its mandate; else `not_found`. */
export async function lockVisibleHandover(tx: Tx, actor: Actor, handoverId: string): Promise<LockedHandover> {
  type Ids = { holder_id: string; successor_id: string; mandate_id: string };
  const [ids] = await tx.$queryRaw<Ids[]>(sql`
    select h.holder_id, h.successor_id, h.mandate_id from handover h
    where h.id = ${handoverId} and ${visibleHandovers(actor)}`);
  if (!ids) throw new AppError("not_found", "absent");
  await tx.$queryRaw(sql`
    select id from member where id in (${ids.holder_id}, ${ids.successor_id}) order by id for share`);
  await tx.$queryRaw(sql`select id from mandate where id = ${ids.mandate_id} for update`);
  await tx.$queryRaw(sql`select id from handover where id = ${handoverId} for update`);
  const now = clock.now();
  const [row] = await tx.$queryRaw<LockedHandover[]>(sql`
    select h.id, h.mandate_id as "mandateId", h.role::text as role, h.scope, h.holder_id as "holderId",
      h.successor_id as "successorId", h.confirmed_by_id as "confirmedById", h.confirmed_at as "confirmedAt",
      h.holder_signed_at as "holderSignedAt", h.successor_signed_at as "successorSignedAt", h.done_at as "doneAt",
      h.cancelled_at as "cancelledAt", h.effective_at as "effectiveAt", h.ends_at as "endsAt",
      ${isBroken(now)} as broken, ${federationActs(now)} as "federationActs"
    from handover h where h.id = ${handoverId}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}
