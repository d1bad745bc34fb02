// A mandate ends before its date: taken back by who could give it, or given up by its holder; with a reason.
import { AppError } from "@/core/app-error.ts";
import { keepOneNationalAdmin } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { mandateActs } from "../limit.rules.ts";
import { canEndMandate } from "../mandate.policy.ts";
import { endMandateInput } from "../mandate.schema.ts";
import { endNow } from "./mandate-rows.ts";

/** A mandate under lock, after its holder: as every command that changes both does. */
async function lockMandate(tx: Tx, mandateId: string) {
  await tx.$queryRaw(sql`
    select m.id from member m join mandate g on g.member_id = m.id where g.id = ${mandateId} for share of m`);
  await tx.$queryRaw(sql`select id from mandate where id = ${mandateId} for update`);
  const mandate = await tx.mandate.findUnique({ where: { id: mandateId } });
  if (!mandate) throw new AppError("not_found", "absent");
  return { ...mandate, over: mandate.endsAt !== null && mandate.endsAt <= clock.now() };
}

export const endMandate = command({
  name: "mandate.end",
  input: endMandateInput,
  limits: [mandateActs],
  subject: ({ tx, input }) => lockMandate(tx, input.mandateId),
  policy: canEndMandate,
  async execute({ tx, actor, input, subject: mandate, record }) {
    if (mandate.beginsAt <= clock.now())
      await keepOneNationalAdmin(tx, { id: mandate.memberId, grants: [{ role: mandate.role, scope: mandate.scope }] });
    record(...(await endNow(tx, mandate, { reason: input.reason, byId: actor.id })));
  },
});
