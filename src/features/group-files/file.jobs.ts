import { z } from "zod";
import { clock } from "@/platform/clock.ts";
import { defineJob, type Job } from "@/platform/jobs.ts";
import { drawFirstPage } from "@/platform/pdf-page.ts";
import { readWholeStoredFile } from "@/platform/stored-files.ts";
import { findUndrawn, keepPreview, purgeRemoved } from "./draw.queries.ts";
import { KEPT_DAYS } from "./file.rules.ts";

const DAY_MS = 24 * 3_600_000;

/** Draws the first page of a PDF that was added. One that cannot be drawn keeps its icon. */
export const drawPdf = defineJob({
  name: "group-files.draw-pdf",
  input: z.object({ fileId: z.string() }),
  concerns: ({ kind }) => kind === "pdf",
  retries: 2,
  async run({ fileId }) {
    const stored = await findUndrawn(fileId);
    const drawn = stored && (await drawFirstPage(await readWholeStoredFile(stored)));
    if (drawn) await keepPreview(fileId, drawn);
  },
});

/** Every night: what was taken away a month ago is gone for good. */
export const purgeFiles = defineJob({
  name: "group-files.purge",
  input: z.object({}),
  cron: "40 4 * * *",
  async run() {
    await purgeRemoved(new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS));
  },
});

export const groupFileJobs: readonly Job[] = [drawPdf, purgeFiles];
export const groupFileFactJobs: Readonly<Record<string, readonly Job[]>> = { "group-file.added": [drawPdf] };
