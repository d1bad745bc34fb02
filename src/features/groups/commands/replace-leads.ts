import { z } from "zod";
import { allow, refuse } from "@/core/decision.ts";
import { idText } from "@/core/text.ts";
import { command } from "@/platform/command.ts";
import { sql } from "@/platform/db/client.ts";
import { settleLeads } from "./settle-leads.ts";

/** Somebody can lead nothing any more: the groups that she led alone pass to who has kept them, or been in them, for longest. */
export const replaceLeads = command({
  name: "group.replace-leads",
  input: z.strictObject({ memberId: idText }),
  subject: async ({ tx, input: { memberId } }) => {
    const led = await tx.$queryRaw<{ id: string }[]>(sql`
      select g.id from member_group g join group_membership b on b.group_id = g.id
      where b.member_id = ${memberId} and b.role = 'lead' order by g.id for no key update of g`);
    return led.map(({ id }) => id);
  },
  policy: (actor) => (actor.kind === "system" ? allow : refuse("not_yours")),
  async execute({ tx, subject: groupIds, record }) {
    record(...(await settleLeads(tx, groupIds)));
  },
});
