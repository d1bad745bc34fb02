import type { FactIds } from "@/core/fact.ts";
import { sweepNotices } from "@/features/notifications/notice.jobs.ts";
import { tellSource } from "@/features/notifications/tell.queries.ts";
import { told } from "@/features/notifications/told.rules.ts";
import { clock } from "@/platform/clock.ts";
import { db, sql, type Tx } from "@/platform/db/client.ts";
import { DAY, HOUR } from "./telling.ts";

/** How far back the centre of the demo's people reaches, in days; what is read by then. */
const TOLD_DAYS = 7;
const READ_DAYS = 2;

/** What happened in the story lately, as the commands would have recorded it: the story itself is written without them. */
const happened = (since: Date) => sql`
  select * from (
    select 'coopain.requested' as fact, jsonb_build_object('fromId', from_id, 'toId', to_id) as ids, sent_at as at
      from coopain_request where accepted_at is null and refused_at is null and cancelled_at is null
    union all select 'coopain.accepted', jsonb_build_object('memberId', member_id, 'otherId', other_id), since
      from coopain where member_id < other_id
    union all select 'post.published', jsonb_strip_nulls(jsonb_build_object('postId', id, 'groupId', group_id)), created_at from post
    union all select 'post.pinned', jsonb_build_object('postId', id), pinned_at from post where pinned_at is not null
    union all select 'comment.published', jsonb_build_object('postId', post_id, 'commentId', id), created_at from post_comment
    union all select 'debate.opened', jsonb_build_object('debateId', id), created_at from debate
    union all select case kind when 'phase' then 'debate.phase-moved' else 'debate.synthesis-published' end,
      jsonb_build_object('debateId', debate_id, 'from', seq), at from debate_change where kind in ('phase', 'synthesis')
    union all select 'debate.host-added', jsonb_build_object('debateId', debate_id, 'memberId', member_id), added_at from debate_host
    union all select 'event.published', jsonb_build_object('eventId', id), published_at from event where published_at is not null
    union all select 'group.requested', jsonb_build_object('requestId', id), asked_at from group_request
    union all select 'group.invited', jsonb_build_object('invitationId', id), invited_at from group_invitation
    union all select 'group-file.added', jsonb_build_object('fileId', id), added_at from group_file
    union all select 'group-note.created', jsonb_build_object('noteId', id), created_at from group_note
    union all select 'field-report.published', jsonb_build_object('reportId', id), published_at from field_report
  ) s where at > ${since} and at <= ${clock.now()} order by at, fact, ids`;

/**
 * Tells what happened in the story to whom it concerns, at the moment that it happened. What is older than two days is
 * read; nothing of it goes by mail any more.
 */
export async function seedNotices(now: Date): Promise<void> {
  const sources = told.flatMap((one) => one.sources);
  const since = new Date(now.getTime() - TOLD_DAYS * DAY);
  const facts = await db.$queryRaw<{ fact: string; ids: FactIds; at: Date }[]>(happened(since));
  for (const { fact, ids, at } of facts) {
    const concerned = sources.filter((source) => source.fact === fact && source.concerns?.(ids) !== false);
    if (concerned.length === 0) continue;
    await readWhatIsOld(at);
    await db.$transaction(async (tx) => {
      for (const source of concerned) await tellSource(tx as unknown as Tx, source, ids, at);
    });
  }
  await sweepYesterday(now);
  await readWhatIsOld(now);
  await db.$executeRaw(sql`update notice set mailed_at = at where mailed_at is null`);
}

/** What was said since yesterday in debates is news. */
async function sweepYesterday(now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  await db.$executeRaw(sql`
    insert into debate_telling (debate_id, told_seq, told_at)
    select d.id, coalesce((select max(c.seq) from contribution c where c.debate_id = d.id and c.created_at < ${yesterday}), 0),
      ${yesterday} from debate d
    on conflict (debate_id) do update set told_seq = excluded.told_seq, told_at = excluded.told_at`);
  const clockOfTheServer = clock.now;
  clock.now = () => new Date(now.getTime() - HOUR / 4);
  try {
    await sweepNotices.run({});
  } finally {
    clock.now = clockOfTheServer;
  }
}

/** Two days later she has read it: what comes then is another line. */
async function readWhatIsOld(moment: Date): Promise<void> {
  const before = new Date(moment.getTime() - READ_DAYS * DAY);
  await db.$executeRaw(sql`
    update notice set read_at = at + interval '3 hours' where read_at is null and at < ${before}`);
}
