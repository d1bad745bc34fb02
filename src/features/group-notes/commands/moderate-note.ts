import { paths } from "@/core/paths.ts";
import { judgedScope } from "@/features/groups/index.ts";
import { db, sql } from "@/platform/db/client.ts";
import { authorColumns, plainReports } from "@/platform/plain-reports.ts";
import { groupNoteHidden, groupNoteShown } from "../note.facts.ts";
import { visibleNotes } from "../note.policy.ts";

type Row = {
  id: string;
  scope: string;
  title: string;
  body: string;
  group_id: string;
  slug: string;
  group_name: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

/** Earlier wordings that are shown to those who decide. */
const HISTORY = 20;

const wordsOf = ({ title, body }: { title: string; body: string }) => [title, body].filter(Boolean).join("\n\n");

async function historyOf({ id, at }: Row): Promise<{ text: string; until: Date }[]> {
  const revisions = await db.groupNoteRevision.findMany({
    where: { noteId: id },
    orderBy: { number: "desc" },
    take: HISTORY + 1,
    select: { title: true, body: true, savedAt: true },
  });
  const earlier = revisions.slice(1).map((one, index) => ({
    text: wordsOf(one),
    until: revisions[index]?.savedAt ?? at,
  }));
  return earlier.reverse();
}

/** What notes offer to moderation. Whoever decides without reading the group learns what was reported, and not whose it is. */
export const groupNoteReports = plainReports<Row, { noteId: string; groupId: string }>({
  kind: "group-note",
  title: "Signaler une note",
  select: (actor) => sql`
    select n.id, ${judgedScope} as scope, n.title, n.body, g.id as group_id, g.slug, g.name as group_name,
      n.created_by_id as author_id, ${authorColumns}, n.hidden_at is not null as hidden, n.updated_at as at,
      ${visibleNotes(actor)} as seen
    from group_note n join member_group g on g.id = n.group_id
    left join member m on m.id = n.created_by_id left join section s on s.id = m.section_id`,
  id: sql`n.id`,
  visible: visibleNotes,
  words: (row) => ({
    text: wordsOf(row),
    place: row.seen
      ? { label: `Note : ${row.title}`, href: paths.groupNote({ id: row.group_id, slug: row.slug }, row.id) }
      : { label: "Note de groupe", href: null },
  }),
  history: historyOf,
  authorOfCase: sql`(select n.created_by_id from group_note n where n.id = k.object_id)`,
  hiding: {
    table: sql`group_note`,
    ids: sql`id as "noteId", group_id as "groupId"`,
    hidden: groupNoteHidden,
    shown: groupNoteShown,
  },
});
