import type { NoticeFamily } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import { noticesChanged } from "./notices-changed.ts";

type What = { ids: string[] } | { all: true; family?: NoticeFamily } | { topic: string } | { about: string };

/** Marks notices as read; also while the page is being left. Lost, the next page marks them. */
export async function markNoticesRead(what: What): Promise<void> {
  const headers = { "content-type": "application/json" };
  try {
    const sent = { method: "POST", headers, body: JSON.stringify(what), keepalive: true };
    // Read to its end: an answer that nobody reads keeps its connection.
    await (await fetch(paths.api.noticesRead, sent)).text();
    noticesChanged();
  } catch {
    // No line: they stay unread.
  }
}
