import type { Actor } from "@/core/actor.ts";
import { debateActivity } from "@/features/debates/index.ts";
import { deskActivity } from "@/features/desk/index.ts";
import { participationActivity } from "@/features/participation/index.ts";
import { postActivity } from "@/features/posts/index.ts";
import { seesActivity, type Visibility } from "@/features/profiles/index.ts";
import type { ActivitySource } from "@/platform/activity.ts";
import { clock } from "@/platform/clock.ts";
import { join, readRows, sql } from "@/platform/db/client.ts";
import { type ActivityLevel, levelOf, WINDOW_DAYS } from "./activity.rules.ts";

/** Which acts count, feature by feature. */
const sources: readonly ActivitySource[] = [debateActivity, postActivity, participationActivity, deskActivity];

/** How present a member is. Others read a level, never a number; the days behind it are hers alone. */
export type ActivityView = ActivityLevel & { details: { label: string; days: number }[] | null };

/**
 * The activity of a member over the last 60 days, or null when it does not reach this actor. With a circle: what
 * these readers would see of one's own.
 */
export async function getActivity(
  actor: Actor,
  memberId: string,
  circle: Visibility | null = null,
): Promise<ActivityView | null> {
  if (circle && actor.id !== memberId) return null;
  if (!(await seesActivity(actor, memberId, circle))) return null;
  const since = new Date(clock.now().getTime() - WINDOW_DAYS * 24 * 3_600_000);
  const days = sources.map(
    (source, index) => sql`select ${index}::int as source, a.day from (${source.days(memberId, since)}) a`,
  );
  const rows = await readRows<{ source: number | null; days: number }>(sql`
    with act as (${join(days, " union all ")})
    select source, count(distinct day)::int as days from act group by grouping sets ((source), ())`);
  const daysOf = (source: number | null) => rows.find((row) => row.source === source)?.days ?? 0;
  const own = actor.id === memberId && !circle;
  return {
    ...levelOf(daysOf(null)),
    details: own ? sources.map(({ label }, index) => ({ label, days: daysOf(index) })) : null,
  };
}
