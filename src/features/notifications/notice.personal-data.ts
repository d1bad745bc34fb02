import { type NoticeKindId, noticeKind, noticeKindIds } from "@/core/notice-kinds.ts";
import { db, sql } from "@/platform/db/client.ts";
import type { NoticeRow } from "@/platform/notices.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { actorOfMember } from "@/platform/session.ts";
import { describeNotices, visibleAmong } from "./notice.queries.ts";
import { listMutedTopics } from "./topic.queries.ts";

const paceWords = { now: "tout de suite", daily: "chaque jour", weekly: "chaque semaine", never: "jamais" } as const;
const labelOf = (kind: string) => {
  if (kind === "digest") return "Résumés par e-mail";
  return noticeKindIds.includes(kind as NoticeKindId) ? noticeKind(kind as NoticeKindId).label : kind;
};

/** What she was told, how she chose to be, what she muted. The links under her mails are hers to follow, not to read. */
export const notificationsPersonalData: PersonalData = {
  title: "Notifications",
  async read(memberId) {
    const actor = await actorOfMember(memberId);
    const [rows, choices, muted, digests] = await Promise.all([
      db.notice.findMany({ where: { memberId }, orderBy: [{ at: "desc" }, { id: "desc" }] }),
      db.noticeChoice.findMany({ where: { memberId }, orderBy: { kind: "asc" } }),
      listMutedTopics(actor),
      db.digest.findMany({ where: { memberId }, orderBy: { claimedAt: "asc" } }),
    ]);
    const told = rows as unknown as NoticeRow[];
    const visible = await visibleAmong(actor, told);
    const words = await describeNotices(
      actor,
      told.filter(({ id }) => visible.has(id)),
    );
    return {
      notifications: rows.map(({ id, kind, at, readAt, mailedAt }) => ({
        sujet: labelOf(kind),
        // What she may not read any more is not said again here.
        texte: words.get(id)?.text ?? null,
        le: at,
        lue_le: readAt,
        envoyée_par_e_mail_le: mailedAt,
      })),
      choix: choices.map(({ kind, inApp, mail, chosenAt }) => ({
        sujet: labelOf(kind),
        dans_le_centre: inApp ? "oui" : "non",
        par_e_mail: paceWords[mail],
        choisi_le: chosenAt,
      })),
      en_sourdine: muted.map(({ what, name, href }) => ({ quoi: what, nom: name, adresse: href })),
      résumés_par_e_mail: digests.map(({ pace, day, sentAt }) => ({
        rythme: paceWords[pace],
        jour: day,
        envoyé_le: sentAt,
      })),
    };
  },
  async erase(tx, { id }) {
    await tx.$executeRaw(sql`delete from notice where member_id = ${id}`);
    // Of what others were told: what is about her goes, what she did stays without her name.
    await tx.$executeRaw(sql`delete from notice where subject_id = ${id}`);
    await tx.$executeRaw(sql`
      delete from notice where actor_id = ${id} and (position(${id} in key) > 0 or position(${id} in ids::text) > 0)`);
    await tx.$executeRaw(sql`update notice set actor_id = null where actor_id = ${id}`);
    await tx.$executeRaw(sql`delete from notice_choice where member_id = ${id}`);
    await tx.$executeRaw(sql`delete from topic_mute where member_id = ${id}`);
    await tx.$executeRaw(sql`delete from unsubscribe_link where member_id = ${id}`);
    await tx.$executeRaw(sql`delete from digest where member_id = ${id}`);
    return [];
  },
};
