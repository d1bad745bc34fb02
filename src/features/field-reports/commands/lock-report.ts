import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { organisesEvent, staffsEvent } from "@/features/events/index.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { visibleReports } from "../field-report.policy.ts";

export type LockedReport = {
  id: string;
  eventId: string;
  authorId: string | null;
  organises: boolean;
  staffs: boolean;
};

/** A report that the actor may read, locked against every other writer of it. Throws `not_found`. */
export async function lockVisibleReport(tx: Tx, actor: Actor, reportId: string): Promise<LockedReport> {
  await tx.$queryRaw(sql`select r.id from field_report r where r.id = ${reportId} for no key update`);
  const [row] = await tx.$queryRaw<LockedReport[]>(sql`
    select r.id, r.event_id as "eventId", r.author_id as "authorId",
      ${organisesEvent(actor)} as organises, ${staffsEvent(actor)} as staffs
    from field_report r join event e on e.id = r.event_id where r.id = ${reportId} and ${visibleReports(actor)}`);
  if (!row) throw new AppError("not_found", "absent");
  return row;
}
