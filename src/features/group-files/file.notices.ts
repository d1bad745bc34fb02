import { counted } from "@/core/french-dates.ts";
import { quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { sql } from "@/platform/db/client.ts";
import { paperNotices } from "../groups/index.ts";
import { visibleFiles } from "./file.policy.ts";

/** What members are told of the files of their groups. */
export const groupFileNotices = paperNotices({
  fact: "group-file.added",
  id: "fileId",
  subject: "group-files",
  key: "files",
  table: sql`group_file`,
  by: sql`added_by_id`,
  at: sql`added_at`,
  title: sql`name`,
  alias: sql`f`,
  visible: visibleFiles,
  done: (name) => `déposé ${quoted(name)}`,
  several: (count) => counted(count, "nouveau fichier", "nouveaux fichiers"),
  href: (group) => paths.groupFiles(group),
});
