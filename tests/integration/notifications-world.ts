import { factJobs, jobs } from "@/composition.ts";
import { newId } from "@/core/ids.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { tellFact } from "@/features/notifications/notice.jobs.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql } from "@/platform/db/client.ts";
import { prepare } from "./coopains-world.ts";

/** Jobs after facts as the server composes them, none of them running by itself. */
export const prepareTelling = () => prepare(factJobs);

/** What waits for the job that tells, as it was enqueued, the oldest first; nothing is taken away. */
export const waitingTellings = () =>
  db.$queryRaw<{ data: { factId: string; fact: string; ids: Record<string, string> } }[]>(sql`
    select data from pgboss.job where name = ${tellFact.name} and state = 'created' order by created_on, id`);

/** Runs what waits for the job that tells, once; `twice` runs each again, as after a crash before it was marked done. */
export async function tellAll({ twice = false } = {}): Promise<void> {
  const waiting = await waitingTellings();
  await db.$executeRaw(sql`delete from pgboss.job where name = ${tellFact.name}`);
  for (const { data } of waiting) for (const _ of twice ? [1, 2] : [1]) await tellFact.run(data);
}

/** A line of the centre, straight in the database. */
export async function noticeRow(
  memberId: string,
  about: {
    subject: string;
    subjectId: string;
    kind?: NoticeKindId;
    topic?: string;
    actorId?: string | null;
    minutes?: number;
    read?: boolean;
    count?: number;
    inApp?: boolean;
  },
): Promise<string> {
  const at = new Date(clock.now().getTime() - (about.minutes ?? 0) * 60_000);
  const id = newId();
  await db.notice.create({
    data: {
      ...{ id, memberId, kind: about.kind ?? "coopain.accepted", topic: about.topic ?? "", key: id },
      ...{ subject: about.subject, subjectId: about.subjectId, actorId: about.actorId ?? null, ids: {} },
      ...{ count: about.count ?? 1, firstAt: at, at, readAt: about.read ? at : null },
      ...{ inApp: about.inApp ?? true, mail: "daily" as const },
    },
  });
  return id;
}

export const noticesOf = (memberId: string) => db.notice.findMany({ where: { memberId }, orderBy: { at: "desc" } });
export { jobs };
