import type { Actor } from "@/core/actor.ts";
import type { NoticeKindId } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import type { Scope } from "@/core/scope.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { sqlCovers } from "@/platform/db/scope.ts";
import { type NoticeRow, type NoticeSource, type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { visibleHandovers } from "./handover.policy.ts";
import { lostMail } from "./handover-mail.rules.ts";
import { findNewsWords, kindOf } from "./mail.jobs.ts";
import { findPlaceName } from "./mail.queries.ts";

const aboveScopes = (actor: Actor): Scope[] =>
  actor.grants.filter(({ role }) => role === "federation_admin" || role === "national_admin").map(({ scope }) => scope);
/** Whether the actor answers, from above, for a place. */
const answersAbove = (actor: Actor, scope: Sql): Sql =>
  sql`exists (select 1 from unnest(${aboveScopes(actor)}::text[]) as a(scope) where ${sqlCovers(sql`a.scope`, scope)})`;

/** Whom a mail of mandates is written to has a line as well; the object is told by the news: "handover.signed". */
const source = (kind: NoticeKindId): NoticeSource => ({
  kind,
  fact: "mandate.told",
  // Of a suspension, the page says it to her; that it is over, a line does.
  concerns: ({ news }) => kindOf(String(news)) === kind && news !== "suspension.decided",
  told: ({ memberId, news, about }) =>
    sql`select ${toldColumns({
      member: sql`m.id`,
      key: sql`${news}::text || ':' || ${about}::text`,
      subject: String(news).split(".")[0] ?? "",
      subjectId: sql`${about}::text`,
      ids: sql`jsonb_build_object('news', ${news}::text)`,
    })} from member m where m.id = ${memberId}`,
});

/** What members are told of mandates: theirs, and those that they answer for. */
export const mandateNotices: Notices = {
  sources: [
    source("mandate.changed"),
    source("place.volunteer"),
    source("moderation.decided"),
    {
      kind: "mandate.changed",
      fact: "handover.lost",
      told: ({ successorId, scope }) =>
        sql`select ${toldColumns({
          member: sql`m.id`,
          key: sql`'handover.lost:' || ${scope}::text`,
          subject: "lost-handover",
          subjectId: sql`${scope}::text`,
        })} from member m where m.id = ${successorId}`,
    },
  ],
  subjects: {
    handover: (actor) =>
      sql`exists (select 1 from handover h where h.id = n.subject_id and ${visibleHandovers(actor)})`,
    mandate: (actor) => sql`exists (select 1 from mandate g where g.id = n.subject_id
      and (g.member_id = ${actor.id} or ${answersAbove(actor, sql`g.scope`)}))`,
    nomination: (actor) => sql`exists (select 1 from nomination o where o.id = n.subject_id
      and (o.nominated_by_id = ${actor.id} or ${answersAbove(actor, sql`o.scope`)}))`,
    suspension: (actor) =>
      sql`exists (select 1 from suspension u where u.id = n.subject_id and u.member_id = ${actor.id})`,
    place: (actor) => answersAbove(actor, sql`n.subject_id`),
    // Nothing is left of it to be seen but that it will not happen.
    "lost-handover": () => sql`true`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject in mandateNotices.subjects);
    const described = await Promise.all(
      notices.map(async (notice) => [notice.id, await wordsOf(actor, notice)] as const),
    );
    return new Map(described.flatMap(([id, words]): [string, NoticeWords][] => (words ? [[id, words]] : [])));
  },
};

/** The same words as the mail's subject, and where it leads. */
async function wordsOf(actor: Actor, { subject, subjectId, ids }: NoticeRow): Promise<NoticeWords | null> {
  const mail =
    subject === "lost-handover"
      ? lostMail(subjectId, await findPlaceName(subjectId))
      : await findNewsWords(String(ids.news), subjectId, actor.id ?? "");
  return mail && { text: mail.subject, href: mail.link?.path ?? paths.memberHome };
}
