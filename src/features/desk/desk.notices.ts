import type { Actor } from "@/core/actor.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type NoticeRow, type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { answersFirst, deskNewcomers, welcomable, welcomeOf } from "./desk.policy.ts";
import { findClaimToTell, findMoveToTell, findNewcomersToTell, findPointPerson } from "./desk-mail.queries.ts";
import {
  declinedMail,
  moveMail,
  newcomersMail,
  pointPersonMail,
  verifiedMail,
  welcomeMail,
} from "./desk-mail.rules.ts";

/** Each state of a claim, and the fact that made it so. */
const claim = (fact: string, verified: 0 | 1) => ({
  kind: "place.welcome" as const,
  fact,
  told: ({ memberId = "" }) =>
    sql`select ${toldColumns({
      member: sql`m.id`,
      key: sql`'claim'`,
      subject: "own-claim",
      subjectId: sql`m.id`,
      ids: sql`jsonb_build_object('verified', ${verified}::int)`,
    })} from member m where m.id = ${memberId}`,
});

/** What newcomers are told of their welcome, and those who answer for a section of its newcomers. */
export const deskNotices: Notices = {
  sources: [
    {
      kind: "place.newcomers",
      fact: "welcome.point-person-assigned",
      told: ({ memberId, pointPersonId }) =>
        sql`select ${toldColumns({
          member: sql`w.point_person_id`,
          key: sql`'welcome:' || w.member_id`,
          subject: "newcomer",
          subjectId: sql`w.member_id`,
          actor: sql`w.assigned_by_id`,
        })} from welcome w where w.member_id = ${memberId} and w.point_person_id = ${pointPersonId}`,
    },
    {
      kind: "place.welcome",
      fact: "welcome.written",
      told: ({ memberId, authorId }) =>
        sql`select ${toldColumns({
          member: sql`w.member_id`,
          key: sql`'welcome'`,
          subject: "own-welcome",
          subjectId: sql`w.member_id`,
          actor: sql`${authorId}::text`,
        })} from welcome w where w.member_id = ${memberId}`,
    },
    claim("adherent.declined", 0),
    claim("member.adherent-verified", 1),
    {
      kind: "place.newcomers",
      fact: "desk.told",
      told: ({ memberId, sectionId, news, about }) => {
        const waits = news === "newcomers" || news === "released";
        return sql`select ${toldColumns({
          member: sql`m.id`,
          key: waits ? sql`'newcomers'` : sql`${news}::text || ':' || ${about}::text`,
          subject: waits ? "newcomers" : "section-move",
          subjectId: sql`${waits ? sectionId : about}::text`,
          ids: sql`jsonb_build_object('sectionId', ${sectionId}::text, 'way', ${news}::text)`,
        })} from member m where m.id = ${memberId}`;
      },
    },
  ],
  subjects: {
    newcomer: (actor) => sql`exists (select 1 from member m ${welcomeOf} where m.id = n.subject_id
      and w.point_person_id = ${actor.id} and w.welcomed_at is null and ${welcomable(actor)})`,
    // Whoever it was that the line began with: those who wait there now, that nobody wrote to.
    newcomers: (actor) =>
      actor.grants.length === 0
        ? sql`false`
        : sql`exists (select 1 from section s join member m on m.section_id = s.id ${welcomeOf}
            where ${answersFirst(actor)} and ${deskNewcomers(actor)} and w.written_at is null)`,
    "section-move": (actor) =>
      actor.grants.length === 0
        ? sql`false`
        : sql`exists (select 1 from section s join member m on m.id = n.subject_id and m.erased_at is null
            where s.id = n.ids->>'sectionId' and (m.section_id = s.id) = (n.ids->>'way' = 'arrived') and ${answersFirst(actor)})`,
    "own-welcome": (actor) => sql`(n.subject_id = ${actor.id}
      and exists (select 1 from member b where b.id = n.actor_id and b.erased_at is null))`,
    "own-claim": (actor) => sql`exists (select 1 from member m where m.id = n.subject_id and m.id = ${actor.id}
      and case when n.ids->>'verified' = '1' then m.adherent_since is not null
        else m.claim = 'sympathiser' and m.adherent_since is null end)`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject in deskNotices.subjects);
    const described = await Promise.all(
      notices.map(async (notice) => [notice.id, await wordsOf(actor, notice)] as const),
    );
    return new Map(described.flatMap(([id, words]): [string, NoticeWords][] => (words ? [[id, words]] : [])));
  },
};

/** The same words as the mail's subject, and where it leads. Few of them ever stand on one page. */
async function wordsOf(actor: Actor, notice: NoticeRow): Promise<NoticeWords | null> {
  const mail = await mailOf(actor.id ?? "", notice);
  return mail && { text: mail.subject, href: mail.link?.path ?? paths.memberHome };
}

async function mailOf(readerId: string, { subject, subjectId, actorId, ids }: NoticeRow) {
  switch (subject) {
    case "newcomer": {
      const told = await findPointPerson({ memberId: subjectId, pointPersonId: readerId });
      return told && pointPersonMail(told);
    }
    case "newcomers": {
      const told = await findNewcomersToTell(readerId);
      return told && newcomersMail(told);
    }
    case "section-move": {
      const way = ids.way === "arrived" ? "arrived" : "left";
      const told = await findMoveToTell({
        memberId: subjectId,
        recipientId: readerId,
        sectionId: String(ids.sectionId),
        way,
      });
      return told && moveMail(told);
    }
    case "own-claim": {
      const verified = ids.verified === 1;
      const told = await findClaimToTell(readerId, verified);
      return told && (verified ? verifiedMail(told) : declinedMail({ ...told, words: "" }));
    }
    default: {
      const told = await findWelcome(readerId, actorId);
      return told && welcomeMail({ ...told, words: "" });
    }
  }
}

/** Who welcomed a member, named as she did it herself by writing, and her section. */
async function findWelcome(memberId: string, authorId: string | null) {
  type Row = { author: string; section: { slug: string; name: string; federation: { slug: string } } };
  const [row] = await readRows<Row>(sql`
    select b.name as author, json_build_object('name', s.name, 'slug', s.slug, 'federation', json_build_object('slug', f.slug)) as section
    from member m join section s on s.id = m.section_id join federation f on f.id = s.federation_id
      join member b on b.id = ${authorId} and b.erased_at is null where m.id = ${memberId}`);
  return row ?? null;
}
