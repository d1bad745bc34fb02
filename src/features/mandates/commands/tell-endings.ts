// A section's leader whose mandate ends soon with nobody after her: she and her federation are told, once.
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { tellNews } from "../mail.jobs.ts";
import { isSystem } from "../mandate.policy.ts";
import { listEndingAlone } from "../mandate.queries.ts";
import { nothingInput } from "../mandate.schema.ts";

export const tellEndings = command({
  name: "mandate.tell-endings",
  input: nothingInput,
  subject: async () => null,
  policy: isSystem,
  async execute({ tx, enqueue }) {
    const now = clock.now();
    const ending = await listEndingAlone(tx, now);
    if (ending.length === 0) return;
    await tx.$executeRaw(sql`update mandate set end_told_at = ${now} where id = any(${ending}::text[])`);
    for (const id of ending) await enqueue(tellNews, { news: "mandate.ending", about: id });
  },
});
