// A suspension is lifted before its end, by who could have decided it.

import type { Actor } from "@/core/actor.ts";
import { AppError } from "@/core/app-error.ts";
import { type Decision, refuse } from "@/core/decision.ts";
import { canLiftSuspension, lockSubject, type Subject } from "@/features/accounts/index.ts";
import { clock } from "@/platform/clock.ts";
import { command } from "@/platform/command.ts";
import type { Tx } from "@/platform/db/client.ts";
import { mandateActs } from "../limit.rules.ts";
import { tellNews } from "../mail.jobs.ts";
import { suspensionLifted } from "../mandate.facts.ts";
import { liftSuspensionInput } from "../mandate.schema.ts";

type Suspended = { id: string; member: Subject; begins: Date; endsAt: Date | null; over: boolean };

async function lockSuspension(tx: Tx, id: string): Promise<Suspended> {
  const found = await tx.suspension.findUnique({ where: { id }, select: { memberId: true } });
  if (!found) throw new AppError("not_found", "absent");
  const member = await lockSubject(tx, found.memberId);
  const { beginsAt, endsAt, liftedAt } = await tx.suspension.findUniqueOrThrow({ where: { id } });
  return {
    id,
    member,
    begins: beginsAt,
    endsAt,
    over: liftedAt !== null || (endsAt !== null && endsAt <= clock.now()),
  };
}

function canLift(actor: Actor, suspension: Suspended): Decision {
  const decision = canLiftSuspension(actor, suspension);
  return decision.allowed && suspension.over ? refuse("suspension_over", "conflict") : decision;
}

export const liftSuspension = command({
  name: "mandate.lift-suspension",
  input: liftSuspensionInput,
  limits: [mandateActs],
  subject: ({ tx, input }) => lockSuspension(tx, input.suspensionId),
  policy: canLift,
  async execute({ tx, actor, subject: { id, member }, record, enqueue }) {
    await tx.suspension.update({ where: { id }, data: { liftedAt: clock.now(), liftedById: actor.id } });
    record(suspensionLifted({ suspensionId: id, memberId: member.id }));
    await enqueue(tellNews, { news: "suspension.lifted", about: id });
  },
});
