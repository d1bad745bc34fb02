import type { Actor } from "@/core/actor.ts";
import { did, doers } from "@/core/notice-words.ts";
import { readRows, type Sql, sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { namesFor } from "../profiles/index.ts";
import { toldOfGroup } from "./group.notices.ts";
import { groupHeading, groupWords } from "./group.rules.ts";

type PaperGroup = { id: string; slug: string; name: string; place: string | null };

/** A kind of paper that is put into groups: a file, a note. */
type Papers = {
  /** The fact that one is there, and which of its ids is the paper's. */
  fact: string;
  id: string;
  /** "group-files": what a line is about, the new ones of a group together. */
  subject: string;
  /** "files": begins the key of those lines. */
  key: string;
  /** Its table, and the columns of who put it there, when, and how it is called. */
  table: Sql;
  by: Sql;
  at: Sql;
  title: Sql;
  /** The name by which its law calls it. */
  alias: Sql;
  visible: (actor: Actor) => Sql;
  /** "déposé « tract.pdf »": what somebody did, of one. */
  done: (title: string) => string;
  /** "3 nouveaux fichiers": of several. */
  several: (count: number) => string;
  /** `id`: of the one, where there is one. */
  href: (group: PaperGroup, id: string | null) => string;
};

/** What members are told of the papers of their groups: that one is there, not what becomes of it. */
export function paperNotices(papers: Papers): Notices {
  const { fact, subject, table, by, at, title, alias, visible } = papers;
  /** Those of the group `g` that a line counts, under the name that their law knows: the last ones of others by then. */
  const counted = (actor: Actor, then: Sql, count: Sql) => sql`(select y.* from ${table} y
    where y.group_id = g.id and y.${by} is distinct from ${actor.id} and y.${at} <= ${then}
    order by y.${at} desc, y.id desc limit ${count}) ${alias}`;
  const newest = (column: Sql) =>
    sql`(array_agg(${alias}.${column} order by ${alias}.${at} desc, ${alias}.id desc))[1]`;

  return {
    sources: [
      {
        kind: "group.filed",
        fact,
        told: (ids) => sql`select ${toldColumns({
          member: sql`b.member_id`,
          topic: sql`'group:' || g.id`,
          key: sql`${papers.key}::text || ':' || g.id`,
          subject,
          subjectId: sql`g.id`,
          actor: sql`y.${by}`,
        })} from ${table} y join member_group g on g.id = y.group_id join lateral (${toldOfGroup()}) b on true
          where y.id = ${ids[papers.id]} and y.removed_at is null and y.hidden_at is null`,
      },
    ],
    subjects: {
      // Of those that the line counts, one at least is still there. Where its law is read, `n` may be a paper, as of notes.
      [subject]: (actor) => sql`exists (select 1 from (select x.* from member_group x where x.id = n.subject_id) g
        join lateral ${counted(actor, sql`n.at`, sql`n.count`)} on true where ${visible(actor)})`,
    },
    async describe(actor, all) {
      const notices = all.filter((notice) => notice.subject === subject);
      if (notices.length === 0) return new Map();
      type Row = { id: string; group: PaperGroup; count: number; paper: string; title: string; by: string | null };
      const found = await readRows<Row>(sql`
        select t.id, json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'place', g.place) as "group", c.*
        from unnest(${notices.map(({ id }) => id)}::text[], ${notices.map(({ subjectId }) => subjectId)}::text[],
            ${notices.map(({ count }) => count)}::int[], ${notices.map((notice) => notice.at)}::timestamptz[]) as t(id, group_id, count, at)
          join member_group g on g.id = t.group_id
          join lateral (
            select count(*)::int as count, ${newest(sql`id`)} as paper, ${newest(title)} as title, ${newest(by)} as by
            from ${counted(actor, sql`t.at`, sql`t.count`)} where ${visible(actor)}) c on c.count > 0`);
      const names = await namesFor(
        actor,
        found.map((row) => row.by),
      );
      return new Map(
        found.map(({ id, group, count, paper, ...last }): [string, NoticeWords] => {
          const one = count === 1;
          const text = (where: string) =>
            one
              ? did(doers(names.get(last.by ?? "")), "a", "ont", `${papers.done(last.title)}${where}`)
              : `${papers.several(count)}${where}`;
          const href = papers.href(group, one ? paper : null);
          return [id, { text: text(` dans ${groupWords(group)}`), href, about: groupHeading(group), under: text("") }];
        }),
      );
    },
  };
}
