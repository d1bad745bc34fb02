// A second national admin agrees with a nomination, which gives the mandate, or declines it.
import { AppError } from "@/core/app-error.ts";
import { lockSubject } from "@/features/accounts/index.ts";
import { isSuspended } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { nominationDecided } from "../mandate.facts.ts";
import { canDecideNomination, inForce } from "../mandate.policy.ts";
import { decideNominationInput } from "../mandate.schema.ts";
import { writeMandate } from "./mandate-rows.ts";

async function lockNomination(tx: Tx, nominationId: string) {
  const found = await tx.nomination.findUnique({ where: { id: nominationId }, select: { memberId: true } });
  if (!found) throw new AppError("not_found", "absent");
  await lockSubject(tx, found.memberId);
  await tx.$queryRaw(sql`select id from nomination where id = ${nominationId} for update`);
  const nomination = await tx.nomination.findUniqueOrThrow({ where: { id: nominationId } });
  const now = clock.now();
  const [standing] = await tx.$queryRaw<{ suspended: boolean; nominator_holds: boolean }[]>(sql`
    select ${isSuspended(now)} as suspended, exists (select 1 from mandate g
      where g.member_id = ${nomination.nominatedById} and g.role = 'national_admin' and ${inForce(now)}
        and not exists (select 1 from suspension v where v.member_id = g.member_id and v.lifted_at is null
          and v.begins_at <= ${now} and (v.ends_at is null or v.ends_at > ${now}))) as nominator_holds
    from member m where m.id = ${nomination.memberId}`);
  return {
    ...nomination,
    decided: nomination.decidedAt !== null,
    nominatorHolds: standing?.nominator_holds === true,
    suspended: standing?.suspended === true,
  };
}

export const decideNomination = command({
  name: "mandate.decide-nomination",
  input: decideNominationInput,
  limits: [mandateActs],
  subject: ({ tx, input }) => lockNomination(tx, input.nominationId),
  policy: (actor, nomination, { answer }) => canDecideNomination(actor, nomination, answer),
  async execute({ tx, actor, input, subject: nomination, record, enqueue }) {
    const now = clock.now();
    const agreed = input.answer === "oui";
    const { id, memberId, role, scope, endsAt } = nomination;
    if (agreed && endsAt && endsAt <= now) throw new AppError("conflict", "mandate_over");
    await tx.nomination.update({ where: { id }, data: { decidedAt: now, decidedById: actor.id, agreed } });
    record(nominationDecided({ nominationId: id, memberId }));
    if (agreed)
      record((await writeMandate(tx, { memberId, role, scope, beginsAt: now, endsAt }, nomination.nominatedById)).fact);
    if (actor.id !== nomination.nominatedById) await enqueue(tellNews, { news: "nomination.decided", about: id });
  },
});
