import { sizeWords } from "@/core/file-kinds.ts";
import { paths } from "@/core/paths.ts";
import { judgedScope } from "@/features/groups/index.ts";
import { sql } from "@/platform/db/client.ts";
import { authorColumns, plainReports } from "@/platform/plain-reports.ts";
import { groupFileHidden, groupFileShown } from "../file.facts.ts";
import { judgedFiles, visibleFiles } from "../file.policy.ts";

type Row = {
  id: string;
  scope: string;
  name: string;
  size: number;
  group_id: string;
  author_id: string | null;
  author: string | null;
  section: string | null;
  hidden: boolean;
  seen: boolean;
  at: Date;
};

/** What files offer to moderation. Who judges a file opens it, whether or not she reads its group. */
export const groupFileReports = plainReports<Row, { fileId: string; groupId: string }>({
  kind: "group-file",
  title: "Signaler un fichier",
  select: (actor) => sql`
    select f.id, ${judgedScope} as scope, f.name, c.size, g.id as group_id, f.added_by_id as author_id, f.added_at as at,
      ${authorColumns}, f.hidden_at is not null as hidden, (${visibleFiles(actor)} or ${judgedFiles(actor)}) as seen
    from group_file f join member_group g on g.id = f.group_id join stored_file c on c.id = f.file_id
    left join member m on m.id = f.added_by_id left join section s on s.id = m.section_id`,
  id: sql`f.id`,
  visible: visibleFiles,
  words: ({ id, name, size, group_id, seen }) => ({
    text: `Fichier : ${name} (${sizeWords(size)})`,
    place: { label: name, href: seen ? paths.api.groupFile(group_id, id) : null },
  }),
  authorOfCase: sql`(select f.added_by_id from group_file f where f.id = k.object_id)`,
  hiding: {
    table: sql`group_file`,
    ids: sql`id as "fileId", group_id as "groupId"`,
    hidden: groupFileHidden,
    shown: groupFileShown,
  },
});
