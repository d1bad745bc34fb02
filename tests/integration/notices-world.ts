import { randomUUID } from "node:crypto";
import { factJobs, jobs } from "@/composition.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { noticeFactJobs, noticeJobs } from "@/features/notifications/index.ts";
import { visibleNotices } from "@/features/notifications/notice.policy.ts";
import { describeNotices, noticeColumns } from "@/features/notifications/notice.queries.ts";
import { clock } from "@/platform/clock.ts";
import { db, readRows, sql } from "@/platform/db/client.ts";
import type { NoticeRow } from "@/platform/notices.ts";
import { acting, prepare } from "./coopains-world.ts";

/** Commands with what they tell, and with no other consequence; nothing is limited. */
export const prepareNotices = () => prepare(noticeFactJobs);

/** The same, with everything else that the process hangs on facts. */
export const prepareAll = () => prepare(factJobs);

const run = async (name: string, data: unknown = {}) => {
  const job = noticeJobs.find((one) => one.name === name);
  await job?.run(job.input.parse(data));
};

/** Runs what waits to be told, as the queue would, then what bursts left. */
export async function tellAll(): Promise<void> {
  const rows = await db.$queryRaw<{ data: unknown }[]>(sql`
    delete from pgboss.job where name = 'notifications.tell' and state = 'created' returning data, created_on`);
  for (const { data } of rows) await run("notifications.tell", data);
  await run("notifications.sweep");
}

/** The same where jobs say who is told: they run too, and those that they enqueue. Where it is called, no mail leaves. */
export async function tellAllAfterJobs(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    const rows = await db.$queryRaw<{ name: string; data: unknown }[]>(sql`
      delete from pgboss.job where state = 'created' and name <> 'notifications.tell' and start_after <= now() + interval '1 minute'
      returning name, data`);
    if (rows.length === 0) break;
    for (const { name, data } of rows) {
      const job = jobs.find((one) => one.name === name);
      await job?.run(job.input.parse(data));
    }
  }
  await tellAll();
}

export type Line = { kind: NoticeKindId; text: string; href: string; count: number; under: string | undefined };

/** Sentences are compared by their words, whatever kind of space keeps them together. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** What somebody is told that she may still read, in the centre or by mail, the oldest first. */
export async function linesOf({ id }: { id: string }): Promise<Line[]> {
  const { actor } = await acting(id);
  const rows = await readRows<NoticeRow>(sql`
    select ${noticeColumns} from notice n where n.member_id = ${id} and ${visibleNotices(actor)} order by n.first_at, n.kind, n.id`);
  const words = await describeNotices(actor, rows);
  // Whatever the law shows has words.
  return rows.map((row) => {
    const said = words.get(row.id);
    if (!said) throw new Error(`${row.kind} of ${row.subject} has no words`);
    return {
      kind: row.kind,
      text: plain(said.text),
      href: said.href,
      count: row.count,
      under: said.under && plain(said.under),
    };
  });
}

/** The sentences of one kind. */
export const textsOf = async (person: { id: string }, kind: NoticeKindId): Promise<string[]> =>
  (await linesOf(person)).filter((line) => line.kind === kind).map(({ text }) => text);

/** Forgets all that was told, and what waits to be. */
export async function forgetAll(): Promise<void> {
  await db.$executeRaw(sql`delete from notice`);
  await db.$executeRaw(sql`delete from pgboss.job`);
  await db.$executeRaw(sql`delete from topic_mute`);
  await db.$executeRaw(sql`insert into debate_telling (debate_id, told_seq, told_at) select id, last_seq, now() from debate
    on conflict (debate_id) do update set told_seq = excluded.told_seq`);
}

/** She has read all that she was told. */
export const readAll = ({ id }: { id: string }) =>
  db.notice.updateMany({ where: { memberId: id, readAt: null }, data: { readAt: clock.now() } });

export const mute = ({ id }: { id: string }, topic: string) =>
  db.topicMute.create({ data: { memberId: id, topic, mutedAt: clock.now() } });

/** A post as its form sends it, on a wall. */
export const posted = (groupId: string, body = "Une piste le long de la Tiretaine.", more: object = {}) => ({
  ...{ groupId, audience: "" as const, body, clientId: randomUUID() },
  ...more,
});
