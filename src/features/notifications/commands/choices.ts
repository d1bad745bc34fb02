import type { NoticeKindId, NoticePace } from "@/core/notice-kinds.ts";
import { noticeKind } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { sql, type Tx } from "@/platform/db/client.ts";

export type Choice = { kind: NoticeKindId; inApp: boolean; mail: NoticePace };

/** Writes what a member chose for some kinds, and lets what already waits go by it: a mail ended now does not leave later. */
export async function writeChoices(tx: Tx, memberId: string, choices: readonly Choice[]): Promise<void> {
  const now = clock.now();
  const rows = JSON.stringify(
    choices.map(({ kind, inApp, mail }) => ({
      kind,
      in_app: inApp && !noticeKind(kind).mailOnly,
      mail,
      waits: mail === "now" && noticeKind(kind).ownMail ? "own" : mail,
    })),
  );
  await tx.$executeRaw(sql`
    insert into notice_choice as c (member_id, kind, in_app, mail, chosen_at)
    select ${memberId}, r.kind, r.in_app, r.mail::notice_pace, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as r(kind text, in_app boolean, mail text)
    on conflict (member_id, kind) do update set in_app = excluded.in_app, mail = excluded.mail, chosen_at = excluded.chosen_at`);
  if (choices.some(({ mail }) => mail === "daily" || mail === "weekly"))
    await tx.noticeChoice.deleteMany({ where: { memberId, kind: "digest" } });
  // A line for neither way has no reason to be.
  await tx.$executeRaw(sql`
    delete from notice n using jsonb_to_recordset(${rows}::jsonb) as r(kind text, in_app boolean, mail text)
    where n.member_id = ${memberId} and n.kind = r.kind and n.read_at is null and not n.in_app and r.mail = 'never'`);
  await tx.$executeRaw(sql`
    update notice n set mail = r.waits::notice_mail
    from jsonb_to_recordset(${rows}::jsonb) as r(kind text, waits text)
    where n.member_id = ${memberId} and n.kind = r.kind and n.read_at is null and n.mailed_at is null
      and n.mail <> r.waits::notice_mail and r.waits <> 'now' and r.waits <> 'own'`);
}

/** No digest leaves any more, until she chooses one again. */
export async function endDigests(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw(sql`
    insert into notice_choice as c (member_id, kind, in_app, mail, chosen_at)
    values (${memberId}, 'digest', false, 'never', ${clock.now()})
    on conflict (member_id, kind) do update set mail = excluded.mail, chosen_at = excluded.chosen_at`);
}
