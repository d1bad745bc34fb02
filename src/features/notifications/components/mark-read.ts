import type { NoticeFamily } from "@/core/notice-kinds.ts";
import { paths } from "@/core/paths.ts";
import { noticesChanged } from "./notices-changed.ts";

type What = { ids: string[] } | { all: true; family?: NoticeFamily } | { topic: string } | { about: string };

/** Marks notices as read; also while the page is being left. Lost, the next page marks them. */
export async function markNoticesRead(what: What): Promise<void> {
  const headers = { "content-type": "application/json" };
  try {
    await fetch(paths.api.noticesRead, { method: "POST", headers, body: JSON.stringify(what), keepalive: true });
    noticesChanged();
  } catch {
    // No line: they stay unread.
  }
}
