// Mandates that ran to their date are noted once, so that what hangs on the end of a mandate happens for them too.
import { mandateEnded } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { isSystem } from "../mandate.policy.ts";
import { DAY_MS, RAN_OUT } from "../mandate.rules.ts";
import { nothingInput } from "../mandate.schema.ts";

/** How far back a server that stood still looks. */
const WINDOW_DAYS = 60;
const BATCH = 200;

export const noteExpired = command({
  name: "mandate.note-expired",
  input: nothingInput,
  subject: async () => null,
  policy: isSystem,
  async execute({ tx, record }) {
    const now = clock.now();
    const since = new Date(now.getTime() - WINDOW_DAYS * DAY_MS);
    const ended = await tx.$queryRaw<{ id: string; member_id: string; scope: string }[]>(sql`
      update mandate set end_reason = ${RAN_OUT} where id in (
        select id from mandate where ends_at <= ${now} and ends_at > ${since} and end_reason is null
        order by ends_at limit ${BATCH} for update skip locked)
      returning id, member_id, scope`);
    for (const { id, member_id, scope } of ended) record(mandateEnded({ memberId: member_id, mandateId: id, scope }));
  },
});
