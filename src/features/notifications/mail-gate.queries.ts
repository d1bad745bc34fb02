import { type NoticeKindId, type NoticePace, noticeKind } from "@/core/notice-kinds.ts";
import { clock } from "@/platform/clock.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { enqueueEach } from "@/platform/jobs.ts";
import { type LimitRule, limits } from "@/platform/limits.ts";
import type { MailFoot, MailGate } from "@/platform/mail-gate.ts";
import { isSuspended } from "../profiles/index.ts";
import { DIGEST_WHY, MAILS_AN_HOUR, MAILS_OF_A_KIND, TIMELY_MAILS_AN_HOUR } from "./mail.rules.ts";
import { fallToDigest } from "./mail-held.jobs.ts";
import { markTold, unmarkTold, waitForDigest } from "./mail-held.queries.ts";
import { unsubscribeLinkOf } from "./mail-link.queries.ts";

/** The line that says the same as a held mail may be told a little later than the mail is tried. */
const LINE_TOLD_SECONDS = 90;

type ReaderRow = { suspended: boolean; muted: boolean; chosen: NoticePace | null };

/**
 * Whether a mail to a member leaves now: asked at the moment of sending, of whoever wrote it. What she chose for its kind
 * decides, and beyond so many an hour what it says waits for the digest. What is told by right always leaves.
 */
export const mailGate: MailGate = async ({ memberId, kind, topic = "" }) => {
  const [reader] = await readRows<ReaderRow>(sql`
    select ${isSuspended(clock.now())} as suspended, c.mail as chosen,
      exists (select 1 from topic_mute q where q.member_id = m.id and q.topic = ${topic}) as muted
    from member m
    left join notice_choice c on c.member_id = m.id and c.kind = ${kind}
    where m.id = ${memberId} and m.erased_at is null`);
  if (!reader) return null;
  const essential = kind !== "digest" && noticeKind(kind).essential;
  if (essential) return { foot: { why: noticeKind(kind).why }, kept: async () => {} };
  if (reader.suspended || reader.muted) return null;
  if (kind === "digest" && reader.chosen === "never") return null;
  if (kind === "digest") return { foot: await footOf(memberId, kind, DIGEST_WHY), kept: async () => {} };
  if ((reader.chosen ?? noticeKind(kind).mail) !== "now") return null;
  const counted = await countOne(memberId, kind);
  if (!counted) {
    await waitForDigest(memberId, kind);
    await enqueueEach(fallToDigest, [{ memberId, kind }], { startAfterSeconds: LINE_TOLD_SECONDS });
    return null;
  }
  const foot = await footOf(memberId, kind, noticeKind(kind).why);
  const told = noticeKind(kind).ownMail ? await markTold({ memberId, kind, topic }) : [];
  return {
    foot,
    async kept() {
      for (const { rule, key } of counted) await limits().giveBack?.(rule, key, 1);
      await unmarkTold(told);
    },
  };
};

async function footOf(memberId: string, kind: NoticeKindId | "digest", why: string): Promise<MailFoot> {
  const label = kind === "digest" ? "Ne plus recevoir de résumés" : "Ne plus recevoir ces messages";
  return { why, end: { label, ...(await unsubscribeLinkOf(memberId, kind)) } };
}

/** What one more mail is counted by; null when she has had this hour's share. */
async function countOne(memberId: string, kind: NoticeKindId): Promise<{ rule: LimitRule; key: string }[] | null> {
  const rules = [
    ...(noticeKind(kind).ownMail ? [] : [{ rule: MAILS_OF_A_KIND, key: `${memberId}:${kind}` }]),
    { rule: noticeKind(kind).timely ? TIMELY_MAILS_AN_HOUR : MAILS_AN_HOUR, key: memberId },
  ];
  const counted: typeof rules = [];
  try {
    for (const one of rules) {
      await limits().consume(one.rule, one.key);
      counted.push(one);
    }
    return rules;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "rate_limited") throw error;
    for (const { rule, key } of counted) await limits().giveBack?.(rule, key, 1);
    return null;
  }
}
