import { counted } from "@/core/french-dates.ts";
import { did, doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { groupHeading, groupWords, toldOfGroup } from "../groups/index.ts";
import { namesFor } from "../profiles/index.ts";
import { visibleFiles } from "./file.policy.ts";

/** What members are told of the files of their groups. */
export const groupFileNotices: Notices = {
  sources: [
    {
      kind: "group.filed",
      fact: "group-file.added",
      told: ({ fileId }) => sql`select ${toldColumns({
        member: sql`b.member_id`,
        topic: sql`'group:' || g.id`,
        key: sql`'files:' || g.id`,
        subject: "group-files",
        subjectId: sql`g.id`,
        actor: sql`f.added_by_id`,
      })} from group_file f join member_group g on g.id = f.group_id join lateral (${toldOfGroup()}) b on true
        where f.id = ${fileId} and f.removed_at is null and f.hidden_at is null`,
    },
  ],
  subjects: {
    // Of the files that the line counts, the last ones by then, one at least is still there.
    "group-files": (actor) => sql`exists (select 1 from member_group g join lateral (
      select y.* from group_file y where y.group_id = g.id and y.added_by_id is distinct from ${actor.id} and y.added_at <= n.at
      order by y.added_at desc, y.id desc limit n.count) f on true where g.id = n.subject_id and ${visibleFiles(actor)})`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject === "group-files");
    if (notices.length === 0) return new Map();
    type Group = { id: string; slug: string; name: string; place: string | null };
    type Row = { id: string; group: Group; count: number; file: string; by: string | null };
    const found = await readRows<Row>(sql`
      select t.id, json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'place', g.place) as "group", c.count, c.file, c.by
      from unnest(${notices.map(({ id }) => id)}::text[], ${notices.map(({ subjectId }) => subjectId)}::text[],
          ${notices.map(({ count }) => count)}::int[], ${notices.map(({ at }) => at)}::timestamptz[]) as t(id, group_id, count, at)
        join member_group g on g.id = t.group_id
        join lateral (
          select count(*)::int as count, (array_agg(f.name order by f.added_at desc, f.id desc))[1] as file,
            (array_agg(f.added_by_id order by f.added_at desc, f.id desc))[1] as by
          from (select y.* from group_file y where y.group_id = g.id and y.added_by_id is distinct from ${actor.id}
            and y.added_at <= t.at order by y.added_at desc, y.id desc limit t.count) f
          where ${visibleFiles(actor)}) c on c.count > 0`);
    const names = await namesFor(
      actor,
      found.map(({ by }) => by),
    );
    return new Map(
      found.map(({ id, group, count, file, by }): [string, NoticeWords] => {
        const text = (where: string) =>
          count === 1
            ? did(doers(names.get(by ?? "")), "a", "ont", `déposé ${quoted(file)}${where}`)
            : `${counted(count, "nouveau fichier", "nouveaux fichiers")}${where}`;
        const about = groupHeading(group);
        return [
          id,
          { text: text(` dans ${groupWords(group)}`), href: paths.groupFiles(group), about, under: text("") },
        ];
      }),
    );
  },
};
