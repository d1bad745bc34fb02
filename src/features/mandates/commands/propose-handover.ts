// A section's leader names who comes after her, and the day.

import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { newId } from "@/core/ids.ts";
import { isSuspended, managedMembers } from "@/features/profiles/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import { sql, type Tx } from "@/platform/db/client.ts";
import { canProposeHandover } from "../handover.policy.ts";
import { handoverProposals, mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { handoverProposed } from "../mandate.facts.ts";
import { inForce } from "../mandate.policy.ts";
import { proposeHandoverInput } from "../mandate.schema.ts";

type Input = { mandateId: string; successorId: string };

/** Her own mandate and somebody of her section, both under lock. */
async function lockProposal(tx: Tx, actor: Actor, { mandateId, successorId }: Input) {
  const now = clock.now();
  await tx.$queryRaw(sql`
    select id from member where id in (${actor.id}, ${successorId}) order by id for share`);
  await tx.$queryRaw(sql`select id from mandate where id = ${mandateId} for update`);
  const mandate = await tx.mandate.findUnique({ where: { id: mandateId } });
  if (!mandate || mandate.memberId !== actor.id) throw new AppError("not_found", "absent");
  const over = mandate.beginsAt > now || (mandate.endsAt !== null && mandate.endsAt <= now);
  const open = await tx.handover.count({ where: { mandateId, doneAt: null, cancelledAt: null } });
  type Row = { id: string; adherent: boolean; scope: string; suspended: boolean; holds: boolean };
  const [successor] = await tx.$queryRaw<Row[]>(sql`
    select m.id, m.adherent_since is not null as adherent, s.scope, ${isSuspended(now)} as suspended,
      exists (select 1 from mandate g where g.member_id = m.id and g.role = ${mandate.role}::mandate_role
        and g.scope = ${mandate.scope} and ${inForce(now)}) as holds
    from member m join section s on s.id = m.section_id
    where m.id = ${successorId} and m.erased_at is null and (m.id = ${actor.id} or ${managedMembers(actor)})`);
  // Her rights sleep: she answers for nobody until the second factor is given.
  if (!successor && actor.kind === "member" && actor.grantsAsleep)
    throw new AppError("forbidden", "second_factor_first");
  if (!successor) throw new AppError("not_found", "absent");
  return { mandate: { ...mandate, over, handedOver: open > 0 }, successor };
}

export const proposeHandover = command({
  name: "handover.propose",
  input: proposeHandoverInput,
  limits: [mandateActs, handoverProposals],
  subject: ({ tx, actor, input }) => lockProposal(tx, actor, input),
  policy: canProposeHandover,
  async execute({ tx, input, subject: { mandate, successor }, record, enqueue }) {
    const { effectiveAt, endsAt = null } = input;
    if (mandate.endsAt && effectiveAt > mandate.endsAt)
      throw new AppError("invalid", "bad_input", { fields: { effectiveAt: "Ta responsabilité sera déjà terminée." } });
    const row = { id: newId(), mandateId: mandate.id, holderId: mandate.memberId, successorId: successor.id };
    const { role, scope } = mandate;
    await tx.handover.create({ data: { ...row, role, scope, effectiveAt, endsAt, proposedAt: clock.now() } });
    record(handoverProposed({ handoverId: row.id, scope }));
    await enqueue(tellNews, { news: "handover.proposed", about: row.id });
    return { handoverId: row.id };
  },
});
