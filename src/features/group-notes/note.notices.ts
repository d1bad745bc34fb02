import { counted } from "@/core/french-dates.ts";
import { quoted } from "@/core/notice-words.ts";
import { paths } from "@/core/paths.ts";
import { sql } from "@/platform/db/client.ts";
import { paperNotices } from "../groups/index.ts";
import { visibleNotes } from "./note.policy.ts";

/** What members are told of the notes of their groups: that one is begun, not each time that somebody writes in it. */
export const groupNoteNotices = paperNotices({
  fact: "group-note.created",
  id: "noteId",
  subject: "group-notes",
  key: "notes",
  table: sql`group_note`,
  by: sql`created_by_id`,
  at: sql`created_at`,
  title: sql`title`,
  alias: sql`n`,
  visible: visibleNotes,
  done: (title) => `commencé la note ${quoted(title)}`,
  several: (count) => counted(count, "nouvelle note", "nouvelles notes"),
  href: (group, noteId) => (noteId ? paths.groupNote(group, noteId) : paths.groupNotes(group)),
});
