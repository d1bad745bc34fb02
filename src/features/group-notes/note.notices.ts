import { counted } from "@/core/french-dates.ts";
import { did, doers, quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { readRows, sql } from "@/platform/db/client.ts";
import { type Notices, type NoticeWords, toldColumns } from "@/platform/notices.ts";
import { groupHeading, groupWords, toldOfGroup } from "../groups/index.ts";
import { namesFor } from "../profiles/index.ts";
import { visibleNotes } from "./note.policy.ts";

/** What members are told of the notes of their groups: that one is begun, not each time that somebody writes in it. */
export const groupNoteNotices: Notices = {
  sources: [
    {
      kind: "group.filed",
      fact: "group-note.created",
      told: ({ noteId }) => sql`select ${toldColumns({
        member: sql`b.member_id`,
        topic: sql`'group:' || g.id`,
        key: sql`'notes:' || g.id`,
        subject: "group-notes",
        subjectId: sql`g.id`,
        actor: sql`y.created_by_id`,
      })} from group_note y join member_group g on g.id = y.group_id join lateral (${toldOfGroup()}) b on true
        where y.id = ${noteId} and y.removed_at is null and y.hidden_at is null`,
    },
  ],
  subjects: {
    // Of the notes that the line counts, the last ones by then, one at least is still there. Inside, `n` is the note.
    "group-notes": (
      actor,
    ) => sql`exists (select 1 from (select x.* from member_group x where x.id = n.subject_id) g join lateral (
      select y.* from group_note y where y.group_id = g.id and y.created_by_id is distinct from ${actor.id} and y.created_at <= n.at
      order by y.created_at desc, y.id desc limit n.count) n on true where ${visibleNotes(actor)})`,
  },
  async describe(actor, all) {
    const notices = all.filter(({ subject }) => subject === "group-notes");
    if (notices.length === 0) return new Map();
    type Group = { id: string; slug: string; name: string; place: string | null };
    type Row = { id: string; group: Group; count: number; note: string; title: string; by: string | null };
    const found = await readRows<Row>(sql`
      select t.id, json_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'place', g.place) as "group", c.*
      from unnest(${notices.map(({ id }) => id)}::text[], ${notices.map(({ subjectId }) => subjectId)}::text[],
          ${notices.map(({ count }) => count)}::int[], ${notices.map(({ at }) => at)}::timestamptz[]) as t(id, group_id, count, at)
        join member_group g on g.id = t.group_id
        join lateral (
          select count(*)::int as count, (array_agg(n.id order by n.created_at desc, n.id desc))[1] as note,
            (array_agg(n.title order by n.created_at desc, n.id desc))[1] as title,
            (array_agg(n.created_by_id order by n.created_at desc, n.id desc))[1] as by
          from (select y.* from group_note y where y.group_id = g.id and y.created_by_id is distinct from ${actor.id}
            and y.created_at <= t.at order by y.created_at desc, y.id desc limit t.count) n
          where ${visibleNotes(actor)}) c on c.count > 0`);
    const names = await namesFor(
      actor,
      found.map(({ by }) => by),
    );
    return new Map(
      found.map(({ id, group, count, note, title, by }): [string, NoticeWords] => {
        const text = (where: string) =>
          count === 1
            ? did(doers(names.get(by ?? "")), "a", "ont", `commencé la note ${quoted(title)}${where}`)
            : `${counted(count, "nouvelle note", "nouvelles notes")}${where}`;
        const href = count === 1 ? paths.groupNote(group, note) : paths.groupNotes(group);
        return [id, { text: text(` dans ${groupWords(group)}`), href, about: groupHeading(group), under: text("") }];
      }),
    );
  },
};
