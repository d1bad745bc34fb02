import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { db } from "@/platform/db/client.ts";
import { defineJob } from "@/platform/jobs.ts";
import { sweepStoredFiles } from "@/platform/stored-files.ts";
import { forgetMedia } from "./commands/keep-for-judges.ts";
import { AFTER_REMOVAL_MS, ON_ITS_WAY_MS } from "./photo.rules.ts";

/** Every hour: photos, videos and files that nobody published in a day go, and those of posts that were taken away, but what is contested. */
export const sweepMedia = defineJob({
  name: "posts.sweep-media",
  input: z.object({}),
  cron: "41 * * * *",
  async run() {
    const now = clock.now().getTime();
    const sent = { lt: new Date(now - ON_ITS_WAY_MS) };
    const gone = { postId: null, uploadedAt: sent };
    await db.image.deleteMany({ where: { postPhoto: gone } });
    await db.storedFile.deleteMany({ where: { postVideo: gone } });
    await forgetMedia(new Date(now - AFTER_REMOVAL_MS));
    await sweepStoredFiles(sent.lt);
  },
});

export const postMediaJobs = [sweepMedia] as const;
