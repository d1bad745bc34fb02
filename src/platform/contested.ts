import { contestableSince } from "@/core/contest.ts";
import { clock } from "./clock.ts";
import { type Sql, sql } from "./db/client.ts";

/**
 * Whether an object that can be reported is: being judged, answered by its author, or judged so lately that anybody may still
 * contest. The only form of this law: whatever would take the object away for good (its author's erasure, a deletion, a
 * night's job) asks it, and keeps it for those who judge, and for nobody else.
 */
export const isContested = (kind: string | Sql, objectId: Sql): Sql => sql`exists (
  select 1 from moderation_case judged where judged.kind = ${kind} and judged.object_id = ${objectId} and (
    exists (select 1 from report waiting where waiting.case_id = judged.id and waiting.decision_id is null)
    or exists (select 1 from decision answered join appeal on appeal.decision_id = answered.id
      where answered.case_id = judged.id and appeal.settled_by_id is null)
    or coalesce((select max(taken.decided_at) from decision taken where taken.case_id = judged.id), 'infinity')
      >= ${contestableSince(clock.now())}::timestamptz))`;
