import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { visibleVolunteers } from "./volunteer.policy.ts";

/** What those who name leaders are told of who offers to be one, and what she is told of their answer. */
export const volunteerNotices: Notices = {
  sources: [
    {
      kind: "place.volunteer",
      fact: "volunteer.told",
      told: ({ memberId, volunteerId }) =>
        sql`select ${toldColumns({
          member: sql`m.id`,
          key: sql`'volunteer:' || v.id`,
          subject: "volunteer",
          subjectId: sql`v.id`,
        })} from member m join volunteer v on v.id = ${volunteerId} where m.id = ${memberId} and v.answered_at is null`,
    },
    {
      kind: "place.welcome",
      fact: "volunteer.answered",
      told: ({ volunteerId }) =>
        sql`select ${toldColumns({
          member: sql`v.member_id`,
          key: sql`'volunteer:' || v.id`,
          subject: "own-volunteer",
          subjectId: sql`v.id`,
        })} from volunteer v where v.id = ${volunteerId} and v.answered_at is not null`,
    },
  ],
  subjects: {
    volunteer: (actor) =>
      actor.grants.length === 0
        ? sql`false`
        : sql`exists (select 1 from volunteer v join section s on s.id = v.section_id join member m on m.id = v.member_id
            where v.id = n.subject_id and v.answered_at is null and m.erased_at is null and ${visibleVolunteers(actor)})`,
    "own-volunteer": (actor) =>
      sql`exists (select 1 from volunteer v where v.id = n.subject_id and v.member_id = ${actor.id})`,
  },
  async describe(_, all) {
    const notices = all.filter(({ subject }) => subject in volunteerNotices.subjects);
    if (notices.length === 0) return new Map();
    type Row = {
      id: string;
      name: string;
      section: { name: string; slug: string; scope: string; federation: { slug: string } };
    };
    // An offer names who makes it: it is what she sends.
    const rows = await readRows<Row>(sql`
      select v.id, m.name, json_build_object('name', s.name, 'slug', s.slug, 'scope', s.scope,
        'federation', json_build_object('slug', f.slug)) as section
      from volunteer v join member m on m.id = v.member_id join section s on s.id = v.section_id join federation f on f.id = s.federation_id
      where v.id = any(${notices.map(({ subjectId }) => subjectId)}::text[])`);
    const found = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      notices.flatMap(({ id, subject, subjectId }): [string, NoticeWords][] => {
        const row = found.get(subjectId);
        if (!row) return [];
        const { name, section } = row;
        return subject === "volunteer"
          ? [[id, { text: `${name} se propose pour la section ${section.name}`, href: paths.console(section.scope) }]]
          : [
              [
                id,
                {
                  text: `On te remercie de t’être proposé·e pour la section ${section.name}`,
                  href: paths.section(section),
                },
              ],
            ];
      }),
    );
  },
};
