import { z } from "zod";
import { type NoticeKindId, noticeKindIds } from "@/core/notice-kinds.ts";
import { defineJob } from "@/platform/jobs.ts";
import { waitForDigest } from "./mail-held.queries.ts";

/** After a mail was held back: the line that says the same may be told only now. */
export const fallToDigest = defineJob({
  name: "notifications.fall-to-digest",
  input: z.object({ memberId: z.string(), kind: z.enum(noticeKindIds as [NoticeKindId, ...NoticeKindId[]]) }),
  run: ({ memberId, kind }) => waitForDigest(memberId, kind),
});
